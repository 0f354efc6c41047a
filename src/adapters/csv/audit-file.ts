/** A CSV file as an audit sees it, without a workspace: contacts by row number, columns judged over every row. */

import {basename} from 'node:path'
import type {AuditBatch} from '../../core/contacts/audit-batch.ts'
import {openAuditBatches} from '../../core/contacts/audit-batch.ts'
import type {HeldOptOut} from '../../core/contacts/audited-contact.ts'
import type {CaseAsk} from '../../core/contacts/build-case.ts'
import {refuseUnreadable} from '../../core/contacts/doubts.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import {sensitiveHeaders} from '../../core/contacts/sensitive-headers.ts'
import type {UnpackedContact} from '../../core/contacts/unpack-contacts.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import {shownSegment} from '../../core/segments/shown-segment.ts'
import type {SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import type {TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import type {ListFilePlan} from '../../ports/list-files.ts'
import type {FileLookAsk} from './look-through-file.ts'
import {lookThroughFile} from './look-through-file.ts'
import {planList} from './plan-list.ts'
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
  /** Whether a store is at hand that could know opt-outs beside those of the file itself. */
  readonly knowsOptOuts: boolean
  /** Opt-outs that the store knows of these people, by id; null where it knows none. */
  readonly optOutsOf: ((people: readonly HeldPerson[]) => Promise<ReadonlyMap<number, HeldOptOut>>) | null
  readonly offsetMinutes: number
  /** Only contacts in this segment are looked at, columns included; null = all. */
  readonly where: string | null
}

/** id: what the answer calls the person. */
interface HeldPerson {
  readonly id: number
  readonly address: string
  readonly suppressKey: string
}

type ReadFile = (look: FileLookAsk) => AsyncIterable<AuditBatch>

/**
 * columns and leftOut are complete once contacts has ended. read: where the file is looked through, in place if not
 * said. Throws what planList throws, HEADER_MISSING, ADDRESS_COLUMN_UNSURE, MAPPING_INVALID, SEGMENT_INVALID.
 */
export async function auditFile(ask: AuditFileAsk, room: SpoolRoom, read: ReadFile = lookThroughFile) {
  const {file, sheet, encoding, map, header, dates} = ask
  const plan = await planList({file, sheet, encoding, delimiter: null, map, header, dates}, room)
  const release = () => room.remove(plan.place.spooled)
  try {
    return auditPlan(ask, plan, read, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** release: called when all contacts are read. */
function auditPlan(ask: AuditFileAsk, plan: ListFilePlan, read: ReadFile, release: () => Promise<void>) {
  refuseUnreadable(plan)
  const [fault] = plan.mappingFaults
  if (fault)
    throw new AppError('MAPPING_INVALID', {
      given: fault.given,
      what: fault.what,
      columns: plan.mapping.map((column) => column.header).join(', '),
      fields: '',
    })
  const {where, offsetMinutes, audience, asOf, setting, optOutsOf} = ask
  const segment = where === null ? null : compileSegment(where, {...namesOfColumns(plan.mapping), offsetMinutes})

  async function* batches(): AsyncGenerator<AuditBatch> {
    try {
      yield* read({plan, where, offsetMinutes, audience, asOf, wantsSuppressKeys: optOutsOf !== null})
    } finally {
      await release()
    }
  }
  const {unreadRows, ...opened} = openAuditBatches(
    batches(),
    {asOf, setting},
    optOutsOf === null ? null : (contacts) => markHeld(contacts, optOutsOf),
  )
  return {
    ...opened,
    kind: 'file' as const,
    where: where === null || segment === null ? null : shownSegment(where, segment, sensitiveHeaders(plan.mapping)),
    imports: [{name: basename(ask.file), at: null}],
    knowsOptOuts: ask.knowsOptOuts,
    leftOut: () => ({columns: [] as {name: string; category: SensitiveCategory}[], rows: unreadRows()}),
  }
}

/** Gives people the opt-outs that the store knows; one of all mail in the file itself is not made less by them. */
async function markHeld(
  contacts: readonly UnpackedContact[],
  optOutsOf: NonNullable<AuditFileAsk['optOutsOf']>,
): Promise<void> {
  if (contacts.length === 0) return
  const held = await optOutsOf(contacts.map(({address, suppressKey}, id) => ({id, address, suppressKey: suppressKey!})))
  for (const [id, optOut] of held) {
    const contact = contacts[id]!
    if (contact.optOut?.scope !== 'all') contact.optOut = optOut
  }
}
