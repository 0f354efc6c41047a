/**
 * The end of consent records: what may go because its time is over under every law and nobody may mail the person any
 * more, what must stay and why. Deletes nothing that a law wants kept; memory does not grow with the store.
 */
import {consentVerdicts} from '../core/consent/judge-consent.ts'
import type {LawKeep, PurgeVerdict} from '../core/consent/purge-verdict.ts'
import {keepByLaw, mayStillBeMailed, PURGE_VERDICTS, purgeVerdict} from '../core/consent/purge-verdict.ts'
import {buildCase} from '../core/contacts/build-case.ts'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import {readMoment} from '../core/contacts/read-moment.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import type {Day} from '../core/lint/duty.ts'
import {startContactJudge} from '../core/lint/judge-contact.ts'
import {AppError} from '../errors.ts'
import type {ConsentRecord, PurgeOrder} from '../ports/consent-store.ts'
import type {LockedCounts} from '../ports/person-store.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {listRules} from '../rules/list-rules.ts'
import {requireList} from './require-list.ts'

export interface PurgeAsk {
  /** Null = everybody in the store. */
  readonly list: string | null
  readonly isDryRun: boolean
  readonly by: string
  readonly day: Day
  readonly choice: LawChoice
  readonly setting: CaseSetting
  readonly audience: string | null
  readonly offsetMinutes: number
  readonly command: string
  readonly stop: AbortSignal
  /** Told before anything is deleted; what it throws ends it. Not called when nothing may go. */
  readonly onPreview: (preview: PurgeCounts) => Promise<void>
  readonly onProgress: (people: number) => void
}

/** People under one retention of one law. */
export interface LawCount {
  readonly law: string
  readonly of: string
  readonly people: number
  /** The first last day among them, e.g. 2026-02-28; null = as long as they may be mailed. */
  readonly earliest: Day | null
  /** Article and text behind it. */
  readonly source: string
}

export interface PurgeCounts {
  readonly people: number
  /** They sum to people. */
  readonly verdicts: Readonly<Record<PurgeVerdict, number>>
  /** What keeps those that are kept, most people first. */
  readonly keptBy: readonly LawCount[]
  /** Under which laws the time of the deletable ones is over. */
  readonly goneBy: readonly LawCount[]
}

export interface PurgeResult extends PurgeCounts {
  readonly day: Day
  readonly dryRun: boolean
  /** Events deleted now. */
  readonly deleted: number
  /** Proof of erased people that was locked away: over = deleted now (or due, in a dry run); kept until its day. */
  readonly locked: LockedCounts
}

interface Needs {
  readonly store: Store
  readonly clock: Clock
}

/** Throws LIST_UNKNOWN, STORE_*, INTERRUPTED (what is deleted stays so; again goes on), and what onPreview throws. */
export async function purgeConsents(ask: PurgeAsk, {store, clock}: Needs): Promise<PurgeResult> {
  const asOf = clock.now()
  const listId = ask.list === null ? null : await requireList(ask.list, store)
  const setting = {...ask.setting, wordings: await store.consents.wordings()}
  const judgeRecord = recordJudge({...ask, setting}, asOf)
  const preview = tally()
  for await (const {verdicts} of judged(ask, store, listId, asOf, judgeRecord))
    for (const judgement of verdicts) preview.add(judgement)
  const counts = preview.counts()
  const locked = await endOfLocked(ask, store, asOf)
  const told = {...counts, day: ask.day, dryRun: ask.isDryRun, locked}
  if (ask.isDryRun || counts.verdicts.deletable === 0) return {...told, deleted: 0}
  await ask.onPreview(counts)
  let deleted = 0
  for await (const {records, verdicts} of judged(ask, store, listId, asOf, judgeRecord)) {
    const orders = records.flatMap((record, i) =>
      verdicts[i]!.verdict === 'deletable' ? [orderOf(record, verdicts[i]!)] : [],
    )
    if (orders.length > 0) deleted += await store.consents.purge(orders, ask.by, asOf)
  }
  await store.consents.sweep()
  return {...told, deleted}
}

/** Said with its date when the person was erased, so nobody is asked again. */
async function endOfLocked({isDryRun}: PurgeAsk, store: Store, now: number): Promise<LockedCounts> {
  const counts = await store.people.lockedProofs(now)
  if (isDryRun) return counts
  await store.people.deleteOverdueProofs(now)
  if (await store.people.needsWipe()) await store.people.wipe()
  return counts
}

interface JudgedRecord {
  readonly verdict: PurgeVerdict
  readonly keeps: readonly LawKeep[]
}

async function* judged(
  ask: PurgeAsk,
  store: Store,
  listId: number | null,
  asOf: number,
  judgeRecord: (record: ConsentRecord, isSuppressed: boolean) => JudgedRecord,
) {
  let seen = 0
  for await (const records of store.consents.records(listId)) {
    const held = await store.suppressions.strongestFor(
      records.map(({contact}) => contact),
      asOf,
    )
    const verdicts = records.map((record) => judgeRecord(record, held.get(record.contact.id)?.scope === 'all'))
    yield {records, verdicts}
    seen += records.length
    ask.onProgress(seen)
    if (ask.stop.aborted) throw new AppError('INTERRUPTED', {command: ask.command})
  }
}

function recordJudge({choice, day, setting, audience, offsetMinutes}: PurgeAsk, asOf: number) {
  const judge = startContactJudge({choice, day, facts: setting.facts}, listRules)
  const momentIn = (text: string) => readMoment(text, offsetMinutes)
  return ({contact, lists, recordedAt, perhapsMailedAt}: ConsentRecord, isSuppressed: boolean): JudgedRecord => {
    const built = buildCase(contact, {audience, asOf, setting})
    const {worst} = consentVerdicts(judge, built.case)
    const mayBeMailed = mayStillBeMailed({lists, isSuppressed, worst})
    const {consents} = contact
    const of = {consents, lastMailedAt: perhapsMailedAt, recordedAt, mayBeMailed, asOf, readMoment: momentIn}
    const keeps = keepByLaw(judge.lawsFor(built.case.country, built.case.alsoIn), setting.facts, of)
    return {verdict: purgeVerdict(keeps, mayBeMailed), keeps}
  }
}

function orderOf({contact, eventIds}: ConsentRecord, {keeps}: JudgedRecord): PurgeOrder {
  return {
    contactId: contact.id,
    eventIds,
    laws: keeps.map(({law, until, retention}) => ({law, of: retention.of, until: until!, source: sourceOf(retention)})),
  }
}

function sourceOf({sources}: LawKeep['retention']): string {
  return sources.map(({title}) => title).join(' / ')
}

function tally() {
  const verdicts = Object.fromEntries(PURGE_VERDICTS.map((verdict) => [verdict, 0])) as Record<PurgeVerdict, number>
  const by = {kept: new Map<string, LawCount>(), deletable: new Map<string, LawCount>()}
  let people = 0
  return {
    add({verdict, keeps}: JudgedRecord) {
      people += 1
      verdicts[verdict] += 1
      if (verdict !== 'kept' && verdict !== 'deletable') return
      for (const {law, until, retention, isOver} of keeps) {
        if (verdict === 'kept' && isOver) continue
        const {of} = retention
        const known = by[verdict].get(`${law} ${of}`)
        by[verdict].set(`${law} ${of}`, {
          ...{law, of, people: (known?.people ?? 0) + 1, source: sourceOf(retention)},
          earliest: earlier(known?.earliest ?? null, until),
        })
      }
    },
    counts: (): PurgeCounts => ({people, verdicts, keptBy: inOrder(by.kept), goneBy: inOrder(by.deletable)}),
  }
}

function earlier(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b
}

function inOrder(counts: ReadonlyMap<string, LawCount>): readonly LawCount[] {
  return [...counts.values()].sort((a, b) => b.people - a.people || (a.of < b.of ? -1 : 1))
}
