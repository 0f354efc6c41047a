/**
 * Pulls from a detached server behind their port: records become opt-outs in the transaction that notes how far the journal
 * was taken, so that none is taken twice or forgotten, wherever it is cut. What nobody can be found for is kept.
 */
import type {SealedEntry} from '../../core/serving/journal.ts'
import {START} from '../../core/serving/journal.ts'
import type {OptOutRecord} from '../../core/serving/opt-out-record.ts'
import {OPT_OUT_KIND, readOptOutRecord} from '../../core/serving/opt-out-record.ts'
import {spellingOf} from '../../core/suppression/entry.ts'
import {entriesOf} from '../../core/suppression/reader-choice.ts'
import type {JournalStore, KeptEntry, KeptWhy, PullStanding} from '../../ports/journal.ts'
import type {Connection} from './connection.ts'
import {lateLifter} from './late-opt-outs.ts'
import {linkOwners} from './link-owners.ts'
import {suppressionWriter} from './suppression-events.ts'

type Became = 'added' | 'known' | KeptWhy

export function journalStore(connection: Connection): JournalStore {
  const {db, transact} = connection
  const become = lazily(() => opener(connection))

  /** In a transaction of its caller. */
  function openAll(journal: string, entries: readonly SealedEntry[], at: number) {
    const counts = {added: 0, known: 0, kept: 0}
    const keep = keeper(connection, journal, at)
    for (const entry of entries) {
      const became = become(entry, at)
      if (became === 'added' || became === 'known') counts[became] += 1
      else {
        keep(entry, became)
        counts.kept += 1
      }
    }
    const last = entries.at(-1)
    if (last === undefined) return counts
    const newest = Math.max(...entries.map((entry) => entry.at))
    db.prepare('update journal_pulls set newest_at = max(coalesce(newest_at, 0), ?) where journal = ?').run(
      newest,
      journal,
    )
    // What lies in a folder may have been taken, and more behind it.
    db.prepare('update journal_pulls set seq = ?1, seal = ?2 where journal = ?3 and seq < ?1').run(
      ...[last.seq, last.seal, journal],
    )
    return counts
  }

  return {
    standing: async () => standing(connection),
    async restart(journal, {seq, seal}, at) {
      transact(() => {
        begin(connection, journal, at)
        db.prepare(
          'update journal_pulls set seq = ?, seal = ?, begun_at = ?, complete_at = null, newest_at = null where journal = ?',
        ).run(seq, seal, at, journal)
      })
    },
    async take(journal, entries, at) {
      return transact(() => {
        begin(connection, journal, at)
        const {seq} = db.prepare('select seq from journal_pulls where journal = ?').get(journal) as {seq: number}
        // Another pull may have been here since this one asked.
        const news = entries.filter((entry) => entry.seq > seq)
        return openAll(journal, news, at)
      })
    },
    async salvage(journal, entries, at) {
      return transact(() => {
        begin(connection, journal, 0)
        return openAll(journal, entries, at)
      })
    },
    async complete(journal, at, keys) {
      transact(() =>
        db
          .prepare(
            'update journal_pulls set complete_at = max(coalesce(complete_at, 0), ?), token_keys = ? where journal = ?',
          )
          .run(at, keys.join(','), journal),
      )
    },
    async retryKept(at) {
      const waiting = db.prepare(
        `select journal, seq, seal, at, kind, payload from journal_kept where why = 'person' or why = 'kind'`,
      )
      const gone = db.prepare('delete from journal_kept where journal = ? and seq = ? and seal = ?')
      if (waiting.get() === undefined) return 0
      return transact(() => {
        const rows = waiting.all() as unknown as (SealedEntry & {readonly journal: string})[]
        const found = rows.filter((row) => ['added', 'known'].includes(become(row, at)))
        for (const {journal, seq, seal} of found) gone.run(journal, seq, seal)
        return found.length
      })
    },
    async kept() {
      return db
        .prepare(
          `select journal, seq, at, kind, why, recorded_at as recordedAt from journal_kept order by recorded_at, journal, seq`,
        )
        .all()
        .map((row) => ({...row})) as unknown as readonly KeptEntry[]
    },
  }
}

/** Most that open the store never pull. */
function lazily<A extends readonly unknown[], R>(make: () => (...asked: A) => R): (...asked: A) => R {
  let made: ((...asked: A) => R) | null = null
  return (...asked) => {
    made ??= make()
    return made(...asked)
  }
}

function standing({db}: Connection): PullStanding | null {
  const row = db
    .prepare(
      `select journal, seq, seal, complete_at as completeAt, newest_at as newestAt, token_keys as keys
       from journal_pulls order by begun_at desc, journal limit 1`,
    )
    .get()
  if (row === undefined) return null
  return {...row, keys: String(row.keys).split(',')} as unknown as PullStanding
}

function begin({db}: Connection, journal: string, at: number): void {
  db.prepare('insert into journal_pulls (journal, seq, seal, begun_at) values (?, 0, ?, ?) on conflict do nothing').run(
    journal,
    START,
    at,
  )
}

function keeper({db}: Connection, journal: string, at: number) {
  const keep = db.prepare(
    `insert into journal_kept (journal, seq, seal, at, kind, payload, why, recorded_at)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  )
  return ({seq, seal, at: happened, kind, payload}: SealedEntry, why: KeptWhy) => {
    keep.run(journal, seq, seal, happened, kind, payload, why, at)
  }
}

/** What a record does here, in a transaction of its caller. A new kind of record gets a line of its own. */
function opener(connection: Connection): (entry: SealedEntry, at: number) => Became {
  const optOut = optOutTaker(connection)
  return ({kind, at: happened, payload}, at) => {
    if (kind !== OPT_OUT_KIND) return 'kind'
    const record = readOptOutRecord(payload)
    return record === null ? 'form' : optOut(record, happened, at)
  }
}

/** The same as a click that the server beside the list answers. */
function optOutTaker(connection: Connection) {
  const ownerOf = linkOwners(connection)
  const writer = suppressionWriter(connection.db)
  const liftByNewer = lateLifter(connection.db)
  return ({send: sendId, recipient, choice, via}: OptOutRecord, happened: number, at: number): Became => {
    const {send = null, person = null} = ownerOf(sendId, recipient) ?? {}
    if (person === null) return 'person'
    // Nobody knows what a send that is not there was about: all mail stops.
    const source = send === null ? via : `${via}:${send.name}`
    // A clock there that runs ahead must not make an opt-out begin tomorrow.
    const from = Math.min(happened, at)
    const {address, suppressKey} = person
    const spelled = spellingOf({address, suppressKey, key: address.toLowerCase()})
    const entries = entriesOf(choice, {suppressKey, ...spelled, topic: send?.topic ?? null, source, at: from})
    const news = entries.filter((entry) => !writer.repeats(entry) && !writer.covers(entry))
    for (const entry of news) liftByNewer(writer.add(entry, at), entry, at)
    return news.length > 0 ? 'added' : 'known'
  }
}
