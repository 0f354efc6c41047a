/** A list of the store as an audit sees it: contacts by public id, columns from the imports, closed when read. */
import {startAddressJudge} from '../../core/contacts/address-judge.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import type {CompiledSegment, SegmentSettings} from '../../core/segments/compile.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {maskAddress} from '../../core/sensitive/mask.ts'
import type {Store} from '../../ports/store.ts'

/** where: only contacts in this segment are looked at, columns included. Throws SEGMENT_INVALID. */
export async function listAuditSource(
  store: Store,
  listId: number,
  ask: {
    readonly audienceCountry: string
    readonly asOf: number
    readonly where: string | null
    readonly offsetMinutes: number
  },
) {
  const {audienceCountry, asOf, where, offsetMinutes} = ask
  const imports = await store.lists.imports(listId)
  const mapped = imports.flatMap((each) => each.mapping)
  const headers = [
    ...new Set(
      mapped.filter((column) => column.field === 'attribute' && column.fate === 'store').map((column) => column.header),
    ),
  ]
  const segment = where === null ? null : await segmentOf(store, where, {...namesOfColumns(mapped), offsetMinutes})
  let outside = 0
  const judge = startColumnJudge(headers)
  const addresses = startAddressJudge()
  const leftOut = new Map<string, SensitiveCategory>()
  for (const column of mapped)
    if (column.fate !== 'store' && column.category !== null) leftOut.set(column.header, column.category)
  let rejected = 0
  for (const {counts} of imports) rejected += counts?.rejected ?? 0

  async function* contacts(): AsyncGenerator<readonly {label: string; case: ContactCase}[]> {
    try {
      for await (const all of store.lists.read(listId)) {
        const batch = segment === null ? all : all.filter(segment.test)
        outside += all.length - batch.length
        yield batch.map((contact) => {
          judge.see(
            headers.map((header) => (Object.hasOwn(contact.attributes, header) ? contact.attributes[header]! : '')),
          )
          const label = `${contact.publicId.slice(0, 8)}: ${maskAddress(contact.address)}`
          addresses.see(keyAndDomain(contact.address), () => label)
          return {
            label,
            case: {country: contact.country ?? audienceCountry, consents: contact.consents, asOf},
          }
        })
      }
    } finally {
      await store.close()
    }
  }
  return {
    where,
    contacts: contacts(),
    outside: () => outside,
    columns: (): readonly ColumnJudgement[] => judge.result(),
    patterns: () => addresses.result(),
    leftOut: () => ({columns: [...leftOut].map(([name, category]) => ({name, category})), rows: rejected}),
  }
}

/** Nobody reads the contacts of a segment that cannot be understood, so the store is closed here. */
async function segmentOf(store: Store, where: string, settings: SegmentSettings): Promise<CompiledSegment> {
  try {
    return compileSegment(where, settings)
  } catch (error) {
    await store.close()
    throw error
  }
}

function keyAndDomain(address: string): {readonly key: string; readonly domain: string} {
  return {key: address.toLowerCase(), domain: address.slice(address.lastIndexOf('@') + 1)}
}
