/** Reads a list for an audit and looks at it: everything about its contacts but their judgement. In place, or in a thread. */
import {startAddressCensus} from '../../core/contacts/address-census.ts'
import {makeAddressFlagger} from '../../core/contacts/address-flags.ts'
import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {AuditBatch, AuditLook} from '../../core/contacts/audit-batch.ts'
import {CONTACTS_AT_ONCE} from '../../core/contacts/audit-batch.ts'
import {labelOf} from '../../core/contacts/audited-contact.ts'
import {bornAt} from '../../core/contacts/birth-date.ts'
import {placePerson} from '../../core/contacts/build-case.ts'
import type {SeenContact} from '../../core/contacts/pack-contacts.ts'
import {contactPacker} from '../../core/contacts/pack-contacts.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import type {KnownNames} from '../../core/segments/fields.ts'
import {startHitPlaces, withPlaces} from '../../core/sensitive/hit-places.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import type {SuppressionHit} from '../../core/suppression/entry.ts'
import type {Store, StoredContact} from '../../ports/store.ts'
import {disposableDomains} from '../files/disposable-domains.ts'

/** Values alone, so that it can be handed to a thread. */
export interface ListLookAsk {
  readonly listId: number
  /** Ids of the list's imports, in order. */
  readonly imports: readonly number[]
  /** Of the columns that are looked at. */
  readonly headers: readonly string[]
  /** A segment that was compiled before, and the names it may use; null = all contacts. */
  readonly where: {readonly expression: string; readonly names: KnownNames} | null
  readonly offsetMinutes: number
  readonly audience: string | null
  readonly asOf: number
}

export async function* lookThroughList(store: Store, ask: ListLookAsk): AsyncGenerator<AuditBatch> {
  const {listId, headers, where, offsetMinutes, audience, asOf} = ask
  const segment = where === null ? null : compileSegment(where.expression, {...where.names, offsetMinutes})
  const place = new Map(ask.imports.map((id, index) => [id, index]))
  const hasSuppressions = (await store.suppressions.count()) > 0
  const look = startLooking(headers, asOf)
  const pack = contactPacker()
  let outside = 0
  for await (const all of store.lists.read(listId, CONTACTS_AT_ONCE)) {
    const batch = segment === null ? all : all.filter(segment.test)
    outside += all.length - batch.length
    const optOuts = hasSuppressions ? await store.suppressions.strongestFor(batch, asOf) : NO_OPT_OUTS
    const seen = batch.map((contact): SeenContact => {
      look.see(contact)
      return {
        at: contact.publicId,
        address: contact.address,
        suppressKey: null,
        cameWith: place.get(contact.importId) ?? 0,
        placed: placePerson(contact, audience),
        bornAt: bornAt(contact.attributes),
        lastMailedAt: contact.lastMailedAt,
        consents: contact.consents,
        optOut: optOuts.get(contact.id) ?? null,
      }
    })
    yield {block: pack(seen), unread: [], looked: null}
  }
  yield {block: pack([]), unread: [], looked: {...look.result(), outside}}
}

const NO_OPT_OUTS: ReadonlyMap<number, SuppressionHit> = new Map()

/** What cells and addresses look like, one contact at a time. */
function startLooking(headers: readonly string[], asOf: number) {
  const columns = startColumnJudge(headers, asOf)
  const addresses = startAddressJudge()
  const census = startAddressCensus(makeAddressFlagger(disposableDomains()))
  const cells: string[] = headers.map(() => '')
  const hits = startHitPlaces()
  return {
    see({attributes, address, publicId}: StoredContact): void {
      for (let i = 0; i < headers.length; i += 1) {
        const header = headers[i]!
        cells[i] = Object.hasOwn(attributes, header) ? attributes[header]! : ''
      }
      hits.add(columns.see(cells), () => publicId)
      const key = address.toLowerCase()
      const domain = key.slice(key.lastIndexOf('@') + 1)
      addresses.see({key, domain}, () => labelOf({row: null, publicId, address}))
      census.see({address, key, suppressKey: key, domain, wasFolded: false, needsSmtpUtf8: !ASCII.test(key)}, NO_LINE)
    },
    result: (): Omit<AuditLook, 'outside'> => ({
      columns: columns.result().map((column) => withPlaces(column, hits)),
      patterns: addresses.result(),
      flags: census.result(),
      dateForms: [],
      hits: hits.all(),
    }),
  }
}

const ASCII = /^[\x00-\x7f]*$/
/** Contacts of the store have no line. */
const NO_LINE = () => 0
