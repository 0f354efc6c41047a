/**
 * Opt-outs joined with the store in one transaction: each part of the lines, in order of their subjects' numbers, beside
 * what stands of the same people. What is decided here depends on the set of lines alone, never on their order.
 */
import {randomUUID} from 'node:crypto'
import {setImmediate} from 'node:timers/promises'
import {sourceFamily} from '../../core/suppression/entry.ts'
import type {ConflictKind, MergeCounts, MergeHow, MergeLine} from '../../ports/suppression-store.ts'
import type {Connection} from './connection.ts'
import {beginWriting, emptyLog, storeError} from './driver.ts'
import type {StoredEvent} from './suppression-beside.ts'
import {eventsBeside} from './suppression-beside.ts'
import {bindingsOf} from './suppression-bindings.ts'
import {bulkWriter} from './suppression-bulk.ts'
import {rememberFiles} from './suppression-files.ts'
import {lifter} from './suppression-lifts.ts'
import type {Spool, SpooledLine} from './suppression-spool.ts'
import {startSpool} from './suppression-spool.ts'

const PLAIN: MergeHow = {
  hasBase: false,
  removal: null,
  rule: 'optout',
  settled: new Map(),
  isErased: () => false,
  isDryRun: false,
  onRead: async () => {},
  onPart: null,
  onConflict: () => {},
  files: () => [],
}

/** Rows after which the log is copied into the store and cut off at once: nobody else would for a while. */
const MANY = 200_000

export async function mergeSuppressions(
  connection: Connection,
  lines: AsyncIterable<readonly MergeLine[]>,
  at: number,
  asked: Partial<MergeHow> = {},
): Promise<MergeCounts> {
  const {db, file} = connection
  const how = {...PLAIN, ...asked}
  const spool = startSpool(file === ':memory:' ? null : `${file}.merge-${randomUUID()}`)
  try {
    // Everything is read before the store is locked: a file that turns out broken leaves it as it was, and nobody
    // who writes waits for a disk.
    for await (const batch of lines) for (const line of batch) spool.add(held(line, at))
    await how.onRead(spool.entries)
    beginWriting(db, file)
    const counts = await mergeAll(connection, spool, at, how)
    if (how.isDryRun) db.exec('rollback')
    else {
      // What is not settled is told again the next time, so those files are read again.
      if (counts.conflicting + counts.subscribedThere + counts.returned === 0) rememberFiles(connection, how.files())
      db.exec('commit')
      if (counts.added > MANY) emptyLog(db)
    }
    return counts
  } catch (error) {
    // A failed commit may have rolled back already.
    if (db.isTransaction) db.exec('rollback')
    throw storeError(file, error)
  } finally {
    spool.close()
  }
}

/** An opt-out dated in the future (a wrong clock, a day of expiry in the date column) holds at once: undated. */
function held(line: MergeLine, at: number): MergeLine {
  return line.from !== null && line.from > at ? {...line, from: null} : line
}

async function mergeAll(connection: Connection, spool: Spool, at: number, how: MergeHow): Promise<MergeCounts> {
  const counts = {
    ...{added: 0, known: 0, conflicting: 0, binding: 0},
    ...{addedThere: 0, removedThere: 0, subscribedThere: 0, returned: 0, lifted: 0},
  }
  const writer = bulkWriter(connection.db, at)
  const beside = eventsBeside(connection.db, spool.entries)
  const bindings = bindingsOf(connection, spool.entries)
  const lift = lifter(connection.db, at)
  const lifted = new Set<number>()

  const conflict = (
    kind: ConflictKind,
    event: StoredEvent,
    other: {at: number | null; source: string | null},
    isLifted: boolean,
  ) => {
    const {subject, reason, scope, source} = event
    const since = event.from ?? event.recordedAt
    how.onConflict({
      kind,
      subject,
      reason,
      scope,
      source,
      since,
      otherAt: other.at,
      otherSource: other.source,
      isLifted,
    })
  }
  const liftBy = (event: StoredEvent, reason: string, evidence: Record<string, string | number>): boolean => {
    lift(event.id, reason, evidence)
    lifted.add(event.id)
    counts.lifted += 1
    return true
  }

  /** A consent of one of the person's contacts that is newer than the opt-out. */
  const againstConsent = (event: StoredEvent, contactIds: readonly number[]) => {
    const {from, reason, subject} = event
    if (from === null) return
    const newer = bindings.newestConsent(contactIds, event.scope)
    if (newer === null || newer.at <= from) return
    counts.conflicting += 1
    const settled = how.settled.get(subject) ?? (how.rule === 'newer' && reason === 'optout' ? 'consent' : 'optout')
    const isLifted = settled === 'consent' && liftBy(event, 'newer consent', {consent: newer.uuid, at: newer.at})
    conflict('consent-newer', event, {at: newer.at, source: null}, isLifted)
  }

  /** What is asked for now and stands already, unless the person consented in between: a click that comes twice. */
  const repeated = (line: SpooledLine, stored: readonly StoredEvent[], contacts: () => readonly number[]) =>
    stored.find((event) => {
      if (!event.stands || event.reason !== line.origin.reason || event.scope !== line.origin.scope) return false
      if (event.until !== null && (Number.isNaN(line.until) || event.until < line.until)) return false
      return (bindings.newestConsent(contacts(), event.scope)?.at ?? 0) <= (event.from ?? event.recordedAt)
    })

  const mergePerson = (lines: readonly SpooledLine[], stored: readonly StoredEvent[]) => {
    const {subject, hash} = lines[0]!
    const entries = lines.length === 1 && lines[0]!.origin.role === 'entry' ? lines : distinct(lines, 'entry')
    const said = lines.length === 1 ? entries.length : lines.filter(({origin}) => origin.role === 'entry').length
    if (how.isErased(subject)) {
      counts.known += said
      return
    }
    counts.known += said - entries.length
    let contactIds: readonly number[] | null = null
    const contacts = () => (contactIds ??= bindings.contactsOf(subject, hash))
    const events = [...stored]
    for (const line of entries) {
      const same = stored.filter((event) => isSame(event, line))
      const known =
        same.find((event) => event.stands) ??
        (Number.isNaN(line.from) ? undefined : same[0]) ??
        (line.from === at ? repeated(line, stored, contacts) : undefined)
      if (known !== undefined) {
        counts.known += 1
        if (known.stands) againstConsent(known, contacts())
        continue
      }
      const event = writer.add(line)
      events.push(event)
      counts.added += 1
      if (contacts().length > 0) counts.binding += 1
      if (same.length > 0) {
        counts.returned += 1
        conflict('returned', event, {at: same.at(-1)!.liftedAt, source: null}, false)
      } else againstConsent(event, contacts())
    }
    if (how.hasBase && entries.length > 0 && !lines.some(({origin}) => origin.role === 'base')) counts.addedThere += 1
    if (lines.length > entries.length) compareWithThere(lines, entries, events)
  }

  /** What the service had the last time, and who counts as a subscriber there. */
  const compareWithThere = (
    lines: readonly SpooledLine[],
    entries: readonly SpooledLine[],
    events: readonly StoredEvent[],
  ) => {
    const base = distinct(lines, 'base')
    const {subject} = lines[0]!
    const standing = () => events.filter((event) => event.stands && !lifted.has(event.id))
    const settled = how.settled.get(subject)
    const gone = base.filter(({origin}) => !entries.some((entry) => entry.origin.scope === origin.scope))
    if (gone.length > 0) counts.removedThere += 1
    for (const event of gone.length === 0 ? [] : standing()) {
      if (!gone.some(({origin}) => origin.scope === event.scope && isOfSource(event, origin))) continue
      const isTaken = settled === 'consent' || (how.removal !== null && settled !== 'optout')
      const source = gone[0]!.origin.source
      const isLifted = isTaken && liftBy(event, how.removal ?? 'settled', {removedFrom: source})
      conflict('removed-there', event, {at: null, source}, isLifted)
    }
    const subscribed = distinct(lines, 'subscribed')
    if (subscribed.length === 0) return
    const newest = subscribed.reduce((best, line) => (line.from > best.from || Number.isNaN(best.from) ? line : best))
    const there = {at: Number.isNaN(newest.from) ? null : newest.from, source: newest.origin.source}
    let isCounted = false
    for (const event of standing()) {
      if (!isCounted) counts.subscribedThere += 1
      isCounted = true
      // Only who signed up there after the opt-out has come back; a file that does not say when proves nothing.
      const isNewer = there.at !== null && there.at > (event.from ?? event.recordedAt)
      const isLifted =
        settled === 'consent' && isNewer && liftBy(event, 'settled', {subscribedThere: there.source, at: there.at!})
      conflict('subscribed-there', event, there, isLifted)
    }
  }

  for (let part = 0; part < spool.parts; part += 1) {
    const lines = spool.read(part)
    if (lines.length === 0) continue
    const stored = beside.open(spool.bounds(part))
    for (let start = 0; start < lines.length; ) {
      let end = start + 1
      while (end < lines.length && lines[end]!.hash === lines[start]!.hash) end += 1
      const events = stored.of(lines[start]!.hash)
      if (end === start + 1)
        mergePerson([lines[start]!], events.length === 0 ? NONE : ofSubject(events, lines[start]!.subject))
      else for (const [subject, own] of bySubject(lines, start, end)) mergePerson(own, ofSubject(events, subject))
      start = end
    }
    stored.end()
    writer.flush()
    if (how.onPart === null) continue
    await setImmediate()
    how.onPart(part + 1, spool.parts)
  }
  for (const {event, contactId, isFirst} of bindings.ofHashes(writer.firstId, writer.lastId())) {
    if (isFirst) counts.binding += 1
    if (!lifted.has(event.id)) againstConsent(event, [contactId])
  }
  return counts
}

const NONE: readonly StoredEvent[] = []

function ofSubject(events: readonly StoredEvent[], subject: string): readonly StoredEvent[] {
  return events.filter((event) => event.subject === subject)
}

/** Lines of one number: nearly always of one subject. In order of subjects. */
function bySubject(lines: readonly SpooledLine[], start: number, end: number): [string, SpooledLine[]][] {
  const found = new Map<string, SpooledLine[]>()
  for (let i = start; i < end; i += 1) {
    const {subject} = lines[i]!
    const own = found.get(subject)
    if (own === undefined) found.set(subject, [lines[i]!])
    else own.push(lines[i]!)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What makes two lines one entry; which of them is kept does not depend on their order. */
function distinct(lines: readonly SpooledLine[], role: SpooledLine['origin']['role']): readonly SpooledLine[] {
  const found = new Map<string, SpooledLine>()
  for (const line of lines) {
    const {origin, from, until} = line
    if (origin.role !== role) continue
    const key = `${origin.reason}\n${origin.scope}\n${from}\n${until}\n${origin.family}`
    const other = found.get(key)
    if (other === undefined || isBefore(line, other)) found.set(key, line)
  }
  return found.size <= 1 ? [...found.values()] : [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

function isBefore(a: SpooledLine, b: SpooledLine): boolean {
  return a.origin.source === b.origin.source ? a.line < b.line : a.origin.source < b.origin.source
}

function isSame(event: StoredEvent, line: SpooledLine): boolean {
  const {origin} = line
  return (
    event.reason === origin.reason &&
    event.scope === origin.scope &&
    event.from === orNull(line.from) &&
    event.until === orNull(line.until) &&
    isOfSource(event, origin)
  )
}

function isOfSource({source}: StoredEvent, origin: SpooledLine['origin']): boolean {
  return source === origin.source || (!origin.isSaid && sourceFamily(source) === origin.family)
}

/** As the store has it. */
function orNull(moment: number): number | null {
  return Number.isNaN(moment) ? null : moment
}
