/** Reads a file for an audit and looks at it: everything about its rows but their judgement. In place, or in a thread. */
import type {FlagCount} from '../../core/contacts/address-census.ts'
import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {AuditBatch} from '../../core/contacts/audit-batch.ts'
import {CONTACTS_AT_ONCE} from '../../core/contacts/audit-batch.ts'
import {labelOf} from '../../core/contacts/audited-contact.ts'
import {bornAt} from '../../core/contacts/birth-date.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import {startDateForms} from '../../core/contacts/date-forms.ts'
import type {SeenContact} from '../../core/contacts/pack-contacts.ts'
import {contactPacker} from '../../core/contacts/pack-contacts.ts'
import type {ContactDraft} from '../../core/contacts/read-contact.ts'
import {placeContact} from '../../core/laws/place-contact.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import type {SegmentContact} from '../../core/segments/fields.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import type {ColumnJudgement} from '../../core/sensitive/column-judgement.ts'
import {fateOf} from '../../core/sensitive/column-judgement.ts'
import {startHitPlaces, withPlaces} from '../../core/sensitive/hit-places.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import type {ListFilePlan} from '../../ports/list-files.ts'
import {lineOf} from './read-chunk.ts'
import {readDrafts} from './read-list.ts'

/** Values alone, so that it can be handed to a thread. */
export interface FileLookAsk {
  readonly plan: ListFilePlan
  /** A segment that was compiled before; null = all contacts. */
  readonly where: string | null
  readonly offsetMinutes: number
  readonly audience: string | null
  readonly asOf: number
  /** Whether a store is to be asked for opt-outs of these people. */
  readonly wantsSuppressKeys: boolean
}

/** Throws what readDrafts throws. */
export async function* lookThroughFile(ask: FileLookAsk): AsyncGenerator<AuditBatch> {
  const {plan, where, offsetMinutes, audience, asOf, wantsSuppressKeys} = ask
  const {mapping} = plan
  const segment = where === null ? null : compileSegment(where, {...namesOfColumns(mapping), offsetMinutes})
  const columns = startColumnJudge(
    mapping.map((column) => column.header),
    asOf,
  )
  const addresses = startAddressJudge()
  const dates = startDateForms(mapping.filter(({field}) => field.endsWith('_at')))
  const hits = startHitPlaces()
  const pack = contactPacker()
  const placeOf = ({country, locale, attributes}: SegmentContact, domain: string) =>
    placeContact({country, locale, domain, attributes}, audience)
  let flags: readonly FlagCount[] = []
  let outside = 0
  const reading = {plan, basis: null, purpose: null, offsetMinutes, rejectsFile: null}
  for await (const {drafts, records, chunk, flags: found, ...read} of readDrafts(reading)) {
    if (found.length > 0) flags = found
    let unread: AuditBatch['unread'] = read.unread
    let batch: SeenContact[] = []
    for (let i = 0; i < drafts.length; i += 1) {
      const draft = drafts[i]!
      const {address} = draft
      const person = asContact(draft)
      if (segment !== null && !segment.test(person)) {
        outside += 1
        continue
      }
      const fields = chunk.records[records[i]!]!
      const row = lineOf(chunk, records[i]!)
      dates.see(fields)
      hits.add(columns.see(fields), () => row)
      addresses.see(address, () => labelOf({row, publicId: null, address: address.address}))
      batch.push({
        at: row,
        address: address.address,
        suppressKey: wantsSuppressKeys ? address.suppressKey : null,
        cameWith: 0,
        placed: placeOf(person, address.domain),
        bornAt: bornAt(person.attributes),
        lastMailedAt: null,
        consents: person.consents,
        optOut: draft.optOut === null ? null : {reason: draft.optOut.reason, scope: 'all'},
      })
      if (batch.length < CONTACTS_AT_ONCE) continue
      yield {block: pack(batch), unread, looked: null}
      unread = []
      batch = []
    }
    yield {block: pack(batch), unread, looked: null}
  }
  const judged = columns.result().map(asAttribute(mapping.map((column) => column.field)))
  const looked = {
    columns: judged.map((column) => withPlaces(column, hits)),
    patterns: addresses.result(),
    ...{flags, dateForms: dates.result(), outside, hits: hits.all()},
  }
  yield {block: pack([]), unread: [], looked}
}

/** A row as a segment sees a contact; it has joined no list yet. */
function asContact(draft: ContactDraft): SegmentContact {
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
