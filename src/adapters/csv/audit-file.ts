/** A CSV file as an audit sees it, without a workspace: contacts by row number, columns judged over every row. */

import {basename} from 'node:path'
import type {FlagCount} from '../../core/contacts/address-census.ts'
import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {AuditedContact, HeldOptOut} from '../../core/contacts/audited-contact.ts'
import {labelOf} from '../../core/contacts/audited-contact.ts'
import type {CaseAsk, CasePerson} from '../../core/contacts/build-case.ts'
import {buildCase} from '../../core/contacts/build-case.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {startDateForms} from '../../core/contacts/date-forms.ts'
import {refuseUnreadable} from '../../core/contacts/doubts.ts'
import type {ContactDraft} from '../../core/contacts/read-contact.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import {sensitiveHeaders} from '../../core/contacts/sensitive-headers.ts'
import type {Placed} from '../../core/laws/place-contact.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import type {SegmentContact} from '../../core/segments/fields.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import {shownSegment} from '../../core/segments/shown-segment.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {fateOf} from '../../core/sensitive/column-judgement.ts'
import {startHitPlaces, withPlaces} from '../../core/sensitive/hit-places.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import type {TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import type {ListFilePlan} from '../../ports/list-files.ts'
import {planList} from './plan-list.ts'
import {readDrafts} from './read-list.ts'
import type {RecordChunk} from './read-records.ts'
import type {SpoolRoom} from './source/spool-room.ts'

export interface AuditFileAsk extends CaseAsk {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly map: readonly string[]
  /** Line of the header, from 1; none: every line is a row; null = found. */
  readonly header: number | 'none' | null
  /** How dates are read that may mean two days; null = only those that mean one. */
  readonly dates: DateReading | null
  /** Opt-outs that a store knows of these people, by id; null where there is no store. */
  readonly optOutsOf: ((people: readonly HeldPerson[]) => Promise<ReadonlyMap<number, HeldOptOut>>) | null
  readonly offsetMinutes: number
  /** Only contacts in this segment are looked at, columns included; null = all. */
  readonly where: string | null
}

/** id: what the answer calls the person. */
interface HeldPerson {
  readonly id: number
  readonly suppressKey: string
}

/** columns and leftOut are complete once contacts has ended. Throws what planList throws, HEADER_MISSING, ADDRESS_COLUMN_UNSURE, MAPPING_INVALID, SEGMENT_INVALID. */
export async function auditFile(ask: AuditFileAsk, room: SpoolRoom) {
  const {file, sheet, encoding, map, header, dates} = ask
  const plan = await planList({file, sheet, encoding, delimiter: null, map, header, dates}, room)
  const release = () => room.remove(plan.place.spooled)
  try {
    return auditPlan(ask, plan, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** release: called when all contacts are read. */
function auditPlan(ask: AuditFileAsk, plan: ListFilePlan, release: () => Promise<void>) {
  refuseUnreadable(plan)
  const [fault] = plan.mappingFaults
  if (fault)
    throw new AppError('MAPPING_INVALID', {
      given: fault.given,
      what: fault.what,
      columns: plan.mapping.map((column) => column.header).join(', '),
      fields: '',
    })
  const {where, offsetMinutes} = ask
  const segment = where === null ? null : compileSegment(where, {...namesOfColumns(plan.mapping), offsetMinutes})
  let outside = 0
  const judge = startColumnJudge(
    plan.mapping.map((column) => column.header),
    ask.asOf,
  )
  const addresses = startAddressJudge()
  const dates = startDateForms(plan.mapping.filter(({field}) => field.endsWith('_at')))
  let flags: readonly FlagCount[] = []
  let unread = 0
  let waiting: {readonly line: number; readonly why: string}[] = []
  const hits = startHitPlaces()

  async function* contacts(): AsyncGenerator<readonly AuditedContact[]> {
    try {
      for await (const {drafts, records, chunk, unread: rows, flags: found} of readDrafts({
        plan,
        basis: null,
        purpose: null,
        offsetMinutes,
        rejectsFile: null,
      })) {
        unread += rows.length
        waiting.push(...rows)
        if (found.length > 0) flags = found
        let batch: RowContact[] = []
        for (let i = 0; i < drafts.length; i += 1) {
          const draft = drafts[i]!
          const person = asContact(draft)
          if (segment !== null && !segment.test(person)) {
            outside += 1
            continue
          }
          const fields = chunk.records[records[i]!]!
          const found = judge.see(fields)
          dates.see(fields)
          const contact = new RowContact(chunk, records[i]!, draft, buildCase(person, ask))
          if (found.length > 0) hits.add(found, () => contact.row)
          addresses.see(draft.address, () => labelOf(contact))
          batch.push(contact)
          if (batch.length < BATCH) continue
          await markHeld(batch, ask)
          yield batch
          batch = []
        }
        await markHeld(batch, ask)
        yield batch
      }
    } finally {
      await release()
    }
  }

  return {
    kind: 'file' as const,
    where: where === null || segment === null ? null : shownSegment(where, segment, sensitiveHeaders(plan.mapping)),
    imports: [{name: basename(ask.file), at: null}],
    contacts: contacts(),
    outside: () => outside,
    knowsOptOuts: ask.optOutsOf !== null,
    takeUnread() {
      const rows = waiting
      waiting = []
      return rows
    },
    cells: hits.of,
    columns: (): readonly ColumnJudgement[] =>
      judge
        .result()
        .map(asAttribute(plan.mapping.map((column) => column.field)))
        .map((column) => withPlaces(column, hits)),
    patterns: () => addresses.result(),
    flags: () => flags,
    dateForms: () => dates.result(),
    leftOut: () => ({columns: [] as {name: string; category: SensitiveCategory}[], rows: unread}),
  }
}

/** Where a row stands is worked out only for the few of which it is told. */
class RowContact implements AuditedContact {
  readonly publicId = null
  readonly cameWith = 0
  readonly address: string
  readonly case: ContactCase
  readonly placed: Placed
  readonly suppressKey: string
  optOut: HeldOptOut | null
  readonly #chunk: RecordChunk
  readonly #record: number

  constructor(
    chunk: RecordChunk,
    record: number,
    {address, optOut}: ContactDraft,
    built: {readonly case: ContactCase; readonly placed: Placed},
  ) {
    this.#chunk = chunk
    this.#record = record
    this.address = address.address
    this.suppressKey = address.suppressKey
    this.case = built.case
    this.placed = built.placed
    this.optOut = optOut === null ? null : {reason: optOut.reason, scope: 'all'}
  }

  get row(): number {
    return this.#chunk.spans()[this.#record]!.line
  }
}

/** Gives people the opt-outs that the store knows; one of all mail in the file itself is not made less by them. */
async function markHeld(batch: readonly RowContact[], {optOutsOf}: AuditFileAsk): Promise<void> {
  if (optOutsOf === null || batch.length === 0) return
  const held = await optOutsOf(batch.map(({suppressKey}, id) => ({id, suppressKey})))
  for (const [id, optOut] of held) {
    const contact = batch[id]!
    if (contact.optOut?.scope !== 'all') contact.optOut = optOut
  }
}

/** So few are garbage before the collector has looked at them twice. */
const BATCH = 500

/** A row as a segment sees a contact; it has joined no list yet. */
function asContact(draft: ContactDraft): SegmentContact & CasePerson {
  const {address, country, locale, timeZone, consent} = draft
  const attributes: Record<string, string> = {}
  for (const [header, value] of draft.attributes) setOwn(attributes, header, value)
  return {
    address: address.address,
    country,
    locale,
    timeZone,
    addedAt: null,
    attributes,
    consents: consent === null ? NO_CONSENTS : [consent],
    lastMailedAt: null,
  }
}

const NO_CONSENTS: readonly ConsentFact[] = Object.freeze([])

/** Headers are foreign words: one called __proto__ must be a key like any other. */
function setOwn(attributes: Record<string, string>, header: string, value: string): void {
  if (header === '__proto__') Object.defineProperty(attributes, header, {value, enumerable: true})
  else attributes[header] = value
}

/** A column with a meaning of its own (an address, a date of consent) is not judged as sensitive data. */
function asAttribute(fields: readonly string[]) {
  return (column: ColumnJudgement): ColumnJudgement =>
    fields[column.index] === 'attribute' || fateOf(column) !== 'store' ? column : nothing(column)
}

function nothing({index, name, filled}: ColumnJudgement): ColumnJudgement {
  return {index, name, category: null, strength: null, by: null, filled, matched: 0}
}
