/** A CSV file as an audit sees it, without a workspace: contacts by row number, columns judged over every row. */

import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {refuseDoubts} from '../../core/contacts/doubts.ts'
import type {ContactDraft} from '../../core/contacts/read-contact.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import type {SegmentContact} from '../../core/segments/fields.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {fateOf} from '../../core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {maskAddress} from '../../core/sensitive/mask.ts'
import type {TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import type {ListFilePlan} from '../../ports/list-files.ts'
import {planList} from './plan-list.ts'
import {readDrafts} from './read-list.ts'
import type {SpoolRoom} from './source/spool-room.ts'

export interface AuditFileAsk {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly map: readonly string[]
  readonly audienceCountry: string
  readonly offsetMinutes: number
  readonly asOf: number
  /** Only contacts in this segment are looked at, columns included; null = all. */
  readonly where: string | null
}

/** columns and leftOut are complete once contacts has ended. Throws what planList throws, HEADER_MISSING, ADDRESS_COLUMN_UNSURE, MAPPING_INVALID, SEGMENT_INVALID. */
export async function auditFile(ask: AuditFileAsk, room: SpoolRoom) {
  const {file, sheet, encoding, map} = ask
  const plan = await planList({file, sheet, encoding, delimiter: null, map}, room)
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
  refuseDoubts(plan)
  const [fault] = plan.mappingFaults
  if (fault)
    throw new AppError('MAPPING_INVALID', {
      given: fault.given,
      what: fault.what,
      columns: plan.mapping.map((column) => column.header).join(', '),
      fields: '',
    })
  const {where, offsetMinutes} = ask
  const segment = where === null ? null : compileSegment(where, {...namesOfColumns(plan.mapping), offsetMinutes}).test
  let outside = 0
  const judge = startColumnJudge(plan.mapping.map((column) => column.header))
  const addresses = startAddressJudge()
  let unread = 0

  async function* contacts(): AsyncGenerator<readonly {label: string; case: ContactCase}[]> {
    try {
      for await (const {drafts, records, chunk, rejected} of readDrafts({
        plan,
        basis: null,
        purpose: null,
        offsetMinutes,
        rejectsFile: null,
      })) {
        for (const {count} of Object.values(rejected)) unread += count
        const spans = chunk.spans()
        const inside = drafts.flatMap((draft, i) =>
          segment === null || segment(asContact(draft)) ? [{draft, record: records[i]!}] : [],
        )
        outside += drafts.length - inside.length
        yield inside.map(({draft, record}) => {
          judge.see(chunk.records[record]!)
          const label = `row ${spans[record]!.line}: ${maskAddress(draft.address.address)}`
          addresses.see(draft.address, () => label)
          return {
            label,
            case: {
              country: draft.country ?? ask.audienceCountry,
              consents: draft.consent === null ? [] : [draft.consent],
              asOf: ask.asOf,
            },
          }
        })
      }
    } finally {
      await release()
    }
  }

  return {
    where,
    contacts: contacts(),
    outside: () => outside,
    columns: (): readonly ColumnJudgement[] =>
      judge.result().map(asAttribute(plan.mapping.map((column) => column.field))),
    patterns: () => addresses.result(),
    leftOut: () => ({columns: [] as {name: string; category: SensitiveCategory}[], rows: unread}),
  }
}

/** A row as a segment sees a contact; it has joined no list yet. */
function asContact(draft: ContactDraft): SegmentContact {
  const {address, country, locale, timeZone, attributes, consent} = draft
  return {
    address: address.address,
    ...{country, locale, timeZone, addedAt: null},
    attributes: Object.fromEntries(attributes),
    consents: consent === null ? [] : [consent],
  }
}

/** A column with a meaning of its own (an address, a date of consent) is not judged as sensitive data. */
function asAttribute(fields: readonly string[]) {
  return (column: ColumnJudgement): ColumnJudgement =>
    fields[column.index] === 'attribute' || fateOf(column) !== 'store'
      ? column
      : {...column, category: null, strength: null, by: null}
}
