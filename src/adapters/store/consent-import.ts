/**
 * Events of a file go to the contacts they name, one transaction per stretch. What stands already is not written
 * again, so the same file twice changes nothing, and one that was cut short goes on when it is read again.
 */
import {randomUUID} from 'node:crypto'
import {isNo} from '../../core/consent/read-event.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SuppressionScope} from '../../core/suppression/entry.ts'
import {scopesInCell} from '../../core/suppression/topic-scope.ts'
import type {ConsentFileHeader, ConsentLine, ConsentSession, ConsentWrite} from '../../ports/consent-store.ts'
import {detailsOf, eventWriter} from './add-event.ts'
import type {Connection} from './connection.ts'
import {suppressionWriter} from './suppression-events.ts'
import type {Tombstones} from './tombstones.ts'

type Counts = {-readonly [name in Exclude<keyof ConsentWrite, 'unknown'>]: number}

/** graves: erased people, whose lines are counted and left out. */
export function startConsentImport(
  connection: Connection,
  header: ConsentFileHeader,
  at: number,
  graves: Tombstones,
): ConsentSession {
  const {db} = connection
  const find = db.prepare(
    'select c.id from contact_keys k join contacts c on c.id = k.contact_id where k.address_hash = ? and c.address_key = ?',
  )
  const standing = db.prepare(
    `select 1 from standing_consents where contact_id = ? and at is ? and kind = ? and basis is ? and method is ?
     and source is ? and wording is ? and purpose is ? and topic is ? and evidence = ? limit 1`,
  )
  const stands = (contactId: number, fact: ConsentFact): boolean => {
    const {kind, basis, method, source, wording, purpose, topic, evidence} = detailsOf(fact)
    const shared = [method, source, wording, purpose, topic, evidence]
    return standing.get(contactId, fact.at, kind, basis, ...shared) !== undefined
  }
  // Strict about the reason: a bounce may end, and the no must not end with it.
  const writer = suppressionWriter(db)
  const events = eventWriter(connection, at)
  let importId: number | null = null
  let uuid: string | null = null

  /** True when it was new. Binds all spellings of the address: those in the store, and those a list brings later. */
  const stop = (of: ConsentLine, no: ConsentFact): boolean => {
    const news = scopesOf(no).map((scope) => stopScope(of, no.at, scope))
    return news.includes(true)
  }
  const stopScope = ({address, line}: ConsentLine, from: number | null, scope: SuppressionScope): boolean => {
    const {suppressKey: subject} = address
    // Dated in the future it would not hold yet.
    const since = from !== null && from > at ? null : from
    const entry = {subject, reason: 'optout', scope, from: since, until: null, source: header.fileName, line} as const
    if (writer.covers(entry)) return false
    writer.add(entry, at)
    return true
  }
  const add = (contactId: number, fact: ConsentFact) => {
    if (importId === null) {
      const begun = beginImport(connection, header, at)
      importId = begun.id
      uuid = begun.uuid
    }
    events.add(contactId, fact, {consentImportId: importId, declarationId: null})
  }
  const writeLine = (line: ConsentLine, counts: Counts): boolean => {
    const {key} = line.address
    if (graves.find(line.address.suppressKey) !== null) {
      counts.erased += 1
      return true
    }
    const contact = find.get(addressHash(key), key) as {id: number} | undefined
    if (contact === undefined) {
      for (const event of line.events) if (isNo(event.kind) && stop(line, event)) counts.stopped += 1
      return false
    }
    for (const event of line.events) {
      // The event binds its contact alone, and the person may have others.
      if (isNo(event.kind) && scopesOf(event).includes('all')) stop(line, event)
      if (stands(contact.id, event)) {
        counts.known += 1
        continue
      }
      add(contact.id, event)
      counts.added += 1
      if (isNo(event.kind)) counts.refusals += 1
    }
    return true
  }

  return {
    async write(lines) {
      const counts: Counts = {added: 0, known: 0, refusals: 0, stopped: 0, erased: 0}
      const unknown: number[] = []
      const before = {importId, uuid}
      try {
        connection.transact(() => {
          for (const [place, line] of lines.entries()) if (!writeLine(line, counts)) unknown.push(place)
        })
      } catch (error) {
        events.forget()
        importId = before.importId
        uuid = before.uuid
        throw error
      }
      return {...counts, unknown}
    },
    async finish(counts, finishedAt) {
      if (importId === null) return null
      const id = importId
      connection.transact(() =>
        db
          .prepare('insert into consent_import_results (consent_import_id, counts, finished_at) values (?, ?, ?)')
          .run(id, JSON.stringify(counts), finishedAt),
      )
      return uuid
    },
  }
}

/** A topic that no scope can name is taken for all mail. */
function scopesOf({topic}: ConsentFact): readonly SuppressionScope[] {
  return topic === null ? ['all'] : scopesInCell(topic)
}

/** In a transaction of its caller. Goes on with the same bytes where they were cut short. */
function beginImport({db}: Connection, header: ConsentFileHeader, at: number): {id: number; uuid: string} {
  const open = db
    .prepare(
      `select id, uuid from consent_imports i where file_sha256 = ? and "columns" = ?
       and not exists (select 1 from consent_import_results r where r.consent_import_id = i.id) order by id desc limit 1`,
    )
    .get(header.sha256, JSON.stringify(header.columns)) as {id: number; uuid: string} | undefined
  if (open !== undefined) return open
  const uuid = randomUUID()
  const {lastInsertRowid} = db
    .prepare(
      `insert into consent_imports (uuid, file_name, file_sha256, size_bytes, "columns", recorded_at) values (?, ?, ?, ?, ?, ?)`,
    )
    .run(uuid, header.fileName, header.sha256, header.sizeBytes, JSON.stringify(header.columns), at)
  return {id: Number(lastInsertRowid), uuid}
}
