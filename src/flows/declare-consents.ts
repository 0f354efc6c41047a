/**
 * One statement for many people: under which form text, on which basis and how their consent came. Whoever said no is
 * left alone. Read twice, so that the number is known before anything is written; memory does not grow with the list.
 */

import type {DeclareFate} from '../core/consent/declare-fate.ts'
import {DECLARE_FATES, declareFate} from '../core/consent/declare-fate.ts'
import {recordedDay} from '../core/consent/recorded-day.ts'
import type {Basis} from '../core/contacts/consent.ts'
import type {MappedColumn} from '../core/contacts/mapping.ts'
import type {DateReading} from '../core/contacts/read-moment.ts'
import {makeMomentReader} from '../core/contacts/read-moment.ts'
import {standingColumns} from '../core/contacts/standing-columns.ts'
import type {Origin} from '../core/laws/declared-facts.ts'
import {compileSegment} from '../core/segments/compile.ts'
import {namesOfColumns} from '../core/segments/fields.ts'
import {AppError} from '../errors.ts'
import type {ConsentStatement} from '../ports/consent-store.ts'
import type {Store, StoredContact} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {requireList} from './require-list.ts'

export interface DeclareAsk {
  readonly list: string
  readonly where: string | null
  /** Of the list, as the settings declare it; null = not declared. */
  readonly origin: Origin | null
  readonly basis: Basis
  readonly wording: string
  readonly purpose: string | null
  readonly method: string | null
  readonly source: string | null
  readonly by: string
  /** UTC milliseconds; null = not said: of atColumn, else as each one's record tells it. */
  readonly at: number | null
  readonly atColumn: string | null
  readonly dates: DateReading
  readonly offsetMinutes: number
  /** The command as it was typed. */
  readonly command: string
  readonly stop: AbortSignal
  /** Told before anything is written; what it throws ends it. Not called when there is nobody to declare for. */
  readonly onPreview: (preview: DeclarePreview) => Promise<void>
  readonly onProgress: (contacts: number) => void
}

/** People of the segment by what becomes of them; they sum to matched. */
export interface DeclareCounts extends Readonly<Record<DeclareFate, number>> {
  readonly matched: number
  /** Of those declared, people whose day is not known. */
  readonly undated: number
}

export interface DeclarePreview extends DeclareCounts {
  readonly list: string
  /** Whether a form text of that name is kept. */
  readonly hasWording: boolean
}

export interface DeclareResult extends DeclarePreview {
  /** Null when nothing was declared. */
  readonly declaration: string | null
}

interface Needs {
  readonly store: Store
  readonly clock: Clock
}

/** Throws LIST_UNKNOWN, SEGMENT_INVALID, FLAG_INVALID, STORE_*, INTERRUPTED (again goes on), and what onPreview throws. */
export async function declareConsents(ask: DeclareAsk, {store, clock}: Needs): Promise<DeclareResult> {
  const now = clock.now()
  const listId = await requireList(ask.list, store)
  const mapped = standingColumns(await store.lists.imports(listId))
  const segment =
    ask.where === null ? null : compileSegment(ask.where, {...namesOfColumns(mapped), offsetMinutes: ask.offsetMinutes})
  const headers = mapped.map(({header}) => header)
  if (ask.atColumn !== null && !headers.includes(ask.atColumn))
    throw new AppError('FLAG_INVALID', {
      ...{flag: '--at-column', given: ask.atColumn, expected: headers.join(', ').slice(0, 300)},
      command: 'consent declare',
    })
  const {basis, wording, purpose, method, source, by, at, atColumn} = ask
  const statement: ConsentStatement = {
    ...{listId, segment: ask.where, basis, wording, purpose, method, source, by, at, atColumn},
  }
  const job: Job = {
    now,
    listId,
    test: segment?.test ?? null,
    same: new Set(await store.consents.sameDeclarations(statement)),
    basis,
    momentOf: momentReader(ask, now, mapped),
  }
  const preview: DeclarePreview = {
    list: ask.list,
    hasWording: (await store.consents.wordings()).named(wording).length > 0,
    ...(await passOver(ask, job, store, null)),
  }
  if (preview.declare === 0) return {...preview, declaration: null}
  await ask.onPreview(preview)
  const session = await store.consents.startDeclaration(statement, now)
  const counts = await passOver(ask, job, store, (people) => session.write(people))
  await session.finish({...counts}, clock.now())
  return {...preview, ...counts, declaration: session.uuid}
}

interface Job {
  readonly now: number
  readonly listId: number
  readonly test: ((contact: StoredContact) => boolean) | null
  /** UUIDs of declarations that say the same. */
  readonly same: ReadonlySet<string>
  readonly basis: Basis
  readonly momentOf: (contact: StoredContact) => number | null
}

type Person = {readonly contactId: number; readonly at: number | null}

async function passOver(
  ask: DeclareAsk,
  {now, listId, test, same, basis, momentOf}: Job,
  store: Store,
  write: ((people: readonly Person[]) => Promise<void>) | null,
): Promise<DeclareCounts> {
  const fates = Object.fromEntries(DECLARE_FATES.map((fate) => [fate, 0])) as Record<DeclareFate, number>
  const counts = {matched: 0, ...fates, undated: 0}
  let seen = 0
  for await (const all of store.lists.read(listId)) {
    const batch = test === null ? all : all.filter(test)
    const optOuts = await store.suppressions.holdingFor(batch, 'all', now)
    const people: Person[] = []
    for (const contact of batch) {
      const fate = declareFate(contact.consents, {
        now,
        basis,
        same,
        origin: ask.origin,
        isSuppressed: optOuts.has(contact.id),
      })
      counts.matched += 1
      counts[fate] += 1
      if (fate !== 'declare') continue
      const at = momentOf(contact)
      if (at === null) counts.undated += 1
      people.push({contactId: contact.id, at})
    }
    if (write !== null && people.length > 0) await write(people)
    seen += all.length
    ask.onProgress(seen)
    if (ask.stop.aborted) throw new AppError('INTERRUPTED', {command: ask.command})
  }
  return counts
}

/**
 * What was said, else the column that was named, else the day the person's own record tells. A column that was read as
 * the day of consent lies in that record. A day to come is a mistake of the list, and no consent was given on it: not
 * known.
 */
function momentReader(
  {basis, at, atColumn, offsetMinutes, dates}: DeclareAsk,
  now: number,
  mapped: readonly MappedColumn[],
): Job['momentOf'] {
  if (at !== null) return () => at
  if (atColumn === null) return ({consents}) => recordedDay(consents, now, basis)
  const isOfConsent = mapped.some(({header, field}) => header === atColumn && field === 'consent_at')
  const read = makeMomentReader(offsetMinutes, dates)
  return ({attributes, consents}) => {
    const moment = Object.hasOwn(attributes, atColumn) ? read(attributes[atColumn]!) : null
    if (moment === null) return isOfConsent ? recordedDay(consents, now, null) : null
    return moment > now ? null : moment
  }
}
