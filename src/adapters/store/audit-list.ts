/** A list of the store as an audit sees it: contacts by public id, columns from the imports, closed when read. */
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../core/sensitive/judge-columns.ts'
import {maskAddress} from '../../core/sensitive/mask.ts'
import type {Store} from '../../ports/store.ts'

export async function listAuditSource(store: Store, listId: number, audienceCountry: string, asOf: number) {
  const imports = await store.lists.imports(listId)
  const mapped = imports.flatMap((each) => each.mapping)
  const headers = [
    ...new Set(
      mapped.filter((column) => column.field === 'attribute' && column.fate === 'store').map((column) => column.header),
    ),
  ]
  const judge = startColumnJudge(headers)
  const leftOut = new Map<string, SensitiveCategory>()
  for (const column of mapped)
    if (column.fate !== 'store' && column.category !== null) leftOut.set(column.header, column.category)
  let rejected = 0
  for (const {counts} of imports) rejected += counts?.rejected ?? 0

  async function* contacts(): AsyncGenerator<readonly {label: string; case: ContactCase}[]> {
    try {
      for await (const batch of store.lists.read(listId))
        yield batch.map((contact) => {
          judge.see(
            headers.map((header) => (Object.hasOwn(contact.attributes, header) ? contact.attributes[header]! : '')),
          )
          return {
            label: `${contact.publicId.slice(0, 8)}: ${maskAddress(contact.address)}`,
            case: {country: contact.country ?? audienceCountry, consents: contact.consents, asOf},
          }
        })
    } finally {
      await store.close()
    }
  }
  return {
    contacts: contacts(),
    columns: (): readonly ColumnJudgement[] => judge.result(),
    leftOut: () => ({columns: [...leftOut].map(([name, category]) => ({name, category})), rows: rejected}),
  }
}
