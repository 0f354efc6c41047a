/** Opt-outs written for others: all that hold, or what changed since a mark; plain, hashed or for a service. */
import {guardFormula} from '../core/contacts/formula-guard.ts'
import type {SuppressionScope} from '../core/suppression/entry.ts'
import {forbidsAny, kindOfSubject} from '../core/suppression/entry.ts'
import type {ExportedEntry, ExportService} from '../core/suppression/export-forms.ts'
import {exportForm} from '../core/suppression/export-forms.ts'
import type {HashAlgorithm} from '../core/suppression/hash-forms.ts'
import {scopesOfTopics} from '../core/suppression/topic-scope.ts'
import {isoWithZone} from '../core/zoned-moment.ts'
import {AppError} from '../errors.ts'
import type {ListSink, ListSinkAsk, ListSinks} from '../ports/list-export.ts'
import type {Store} from '../ports/store.ts'
import type {SuppressionRecord} from '../ports/suppression-store.ts'
import type {Clock} from '../ports/system.ts'

export interface SuppressionExportAsk extends ListSinkAsk {
  readonly service: ExportService | null
  readonly hashed: HashAlgorithm | null
  /** What holds for that topic, all mail included; null = whatever holds. */
  readonly topic: string | null
  /** A mark of an export before; null = everything. */
  readonly since: string | null
  readonly offsetMinutes: number
  readonly raw: boolean
}

export interface SuppressionExportResult {
  readonly file: string | null
  readonly rows: number
  /** Entries that the form has no place for: domains and hashes. */
  readonly leftOut: number
  /** Of contacts in the store that those bind: written by their address instead. */
  readonly byContact: number
  /** With since: rows of entries that hold no longer. */
  readonly removed: number
  /** To be given with --since the next time. */
  readonly mark: string
}

/** Throws MARK_INVALID, MARK_FOREIGN, FILE_*, EXPORT_UNENCODABLE, STORE_*, READER_GONE; then there is no file. */
export async function exportSuppressions(
  ask: SuppressionExportAsk,
  needs: {readonly store: Store; readonly sinks: ListSinks; readonly clock: Clock},
): Promise<SuppressionExportResult> {
  const {suppressions} = needs.store
  // Taken first: what is recorded meanwhile is told again the next time, and nothing is missed.
  const at = needs.clock.now()
  const mark = await suppressions.mark(at)
  const sink = await needs.sinks.open(ask)
  const counts = {rows: 0, leftOut: 0, byContact: 0, removed: 0}
  try {
    const write = startWriting(ask, sink, counts)
    await write.header()
    const scope = ask.topic === null ? null : (`topic:${ask.topic}` as const)
    const released = new Map<string, SuppressionRecord>()
    const net = netChanges(ask, suppressions, at)
    const isNew = isNet(ask) ? onceEach() : () => true
    for await (const batch of suppressions.read(ask.since, at)) {
      const inScope = batch.filter((record) => isTold(record, ask, at))
      const told = isNet(ask) ? await net(inScope) : inScope.map((each) => ({...each, stands: holds(each, ask, at)}))
      for (const record of isNet(ask) ? told : [])
        if (!record.stands && kindOfSubject(record.subject) !== 'address') released.set(record.subject, record)
      await write.entries(told.filter(isNew))
      const spelled = await suppressions.spellingsOf(told.map(({subject}) => subject))
      const others = told.flatMap((record) => spellingsFor(record, spelled).map((subject) => ({...record, subject})))
      await write.entries(others.filter(isNew))
    }
    if (counts.leftOut > 0)
      for await (const batch of suppressions.boundByOthers(scope, at)) {
        counts.byContact += batch.length
        await write.entries(batch)
      }
    if (released.size > 0)
      for await (const batch of suppressions.releasedWith(released, scope, at)) await write.entries(batch.filter(isNew))
    await sink.finish()
  } catch (error) {
    await sink.abandon()
    const isGone = error instanceof AppError && error.code === 'FILE_UNWRITABLE' && error.values.why === 'EPIPE'
    throw isGone ? new AppError('READER_GONE', {}, {cause: error}) : error
  }
  return {file: ask.out, ...counts, mark}
}

function scopesOf({topic}: SuppressionExportAsk): readonly SuppressionScope[] | null {
  return topic === null ? null : scopesOfTopics(topic)
}

/** Who takes people, not entries, is told of each person once, and what becomes of them. */
function isNet({since, service, hashed}: SuppressionExportAsk): boolean {
  return since !== null && (service !== null || hashed !== null)
}

/** Every other way in which the address of an entry is known to be written; case makes no difference to anybody. */
function spellingsFor(
  {subject, spelling}: SuppressionRecord,
  ofContacts: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const all = [...(spelling === undefined ? [] : [spelling]), ...(ofContacts.get(subject) ?? [])]
  const seen = new Set([subject])
  return all.filter((each) => !seen.has(each.toLowerCase()) && seen.add(each.toLowerCase()))
}

/** True for the first entry of an address, as it is written. */
function onceEach(): (entry: ExportedEntry) => boolean {
  const seen = new Set<string>()
  return ({subject}) => !seen.has(subject.toLowerCase()) && Boolean(seen.add(subject.toLowerCase()))
}

/** For each record what becomes of its subject: of what holds, be it of the domain or a hash of theirs, or that nothing does any more. */
function netChanges(ask: SuppressionExportAsk, suppressions: Store['suppressions'], at: number) {
  const known = new Map<string, SuppressionRecord>()
  const stateOf = async (record: SuppressionRecord): Promise<SuppressionRecord> => {
    const {subject} = record
    const isPerson = kindOfSubject(subject) === 'address'
    const hits = await (isPerson ? suppressions.holding(subject, at) : suppressions.standingOf(subject))
    const held = hits.find((hit) => isTold({...hit, stands: true}, ask, at) && holds({...hit, stands: true}, ask, at))
    return held === undefined ? {...record, stands: false} : {...held, subject, stands: true}
  }
  return async (records: readonly SuppressionRecord[]): Promise<readonly SuppressionRecord[]> => {
    const told: SuppressionRecord[] = []
    for (const record of records) {
      const state = known.get(record.subject) ?? (await stateOf(record))
      known.set(record.subject, state)
      const {spelling: _, ...rest} = state
      told.push({...rest, ...(record.spelling !== undefined && {spelling: record.spelling})})
    }
    return told
  }
}

/** A topic that was taken anew after all mail was left is free for whoever asks for that topic. */
function holds(record: SuppressionRecord, ask: SuppressionExportAsk, at: number): boolean {
  const {from, until, stands} = record
  const wanted = scopesOf(ask)
  const isExcepted = wanted !== null && !forbidsAny(record, wanted)
  return stands && !isExcepted && (from === null || from <= at) && (until === null || until > at)
}

/** What holds at that moment, in that scope; with a mark also what held and does no longer. */
function isTold(record: SuppressionRecord, ask: SuppressionExportAsk, at: number): boolean {
  const {scope} = record
  const wanted = scopesOf(ask)
  if (wanted !== null && scope !== 'all' && !wanted.includes(scope)) return false
  // A service that knows no topics would stop all mail for one: only what stops all is told to it, unless asked for.
  if (wanted === null && ask.service !== null && scope !== 'all') return false
  return ask.since !== null || holds(record, ask, at)
}

function startWriting(
  ask: SuppressionExportAsk,
  sink: ListSink,
  counts: {rows: number; leftOut: number; removed: number},
) {
  const form = exportForm({service: ask.service, hashed: ask.hashed, tellsChange: ask.since !== null})
  const moment = (at: number) => isoWithZone(at, ask.offsetMinutes)
  const cell = ask.raw ? (text: string) => text : guardFormula
  return {
    async header() {
      if (form.header.length > 0) await sink.write([form.header])
    },
    async entries(entries: readonly ExportedEntry[]) {
      const rows: (readonly string[])[] = []
      for (const entry of entries) {
        const row = form.rowOf(entry, moment)
        if (row === null) counts.leftOut += 1
        else {
          rows.push(row.map(cell))
          if (!entry.stands) counts.removed += 1
        }
      }
      counts.rows += rows.length
      if (rows.length > 0) await sink.write(rows)
    },
  }
}
