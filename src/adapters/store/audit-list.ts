/** A list of the store as an audit sees it: contacts by public id with their opt-outs, columns from the imports. */
import type {AuditBatch} from '../../core/contacts/audit-batch.ts'
import {openAuditBatches} from '../../core/contacts/audit-batch.ts'
import type {CaseAsk} from '../../core/contacts/build-case.ts'
import type {MappedColumn} from '../../core/contacts/mapping.ts'
import {sensitiveHeaders} from '../../core/contacts/sensitive-headers.ts'
import {standingColumns} from '../../core/contacts/standing-columns.ts'
import {compileSegment} from '../../core/segments/compile.ts'
import {namesOfColumns} from '../../core/segments/fields.ts'
import {shownSegment} from '../../core/segments/shown-segment.ts'
import type {ColumnJudgement, SensitiveCategory} from '../../core/sensitive/column-judgement.ts'
import type {ImportRecord} from '../../ports/list-import.ts'
import type {Store} from '../../ports/store.ts'
import type {ListLookAsk} from './look-through-list.ts'
import {lookThroughList} from './look-through-list.ts'

export interface AuditListAsk extends CaseAsk {
  /** Only contacts in this segment are looked at, columns included; null = all. */
  readonly where: string | null
  readonly offsetMinutes: number
}

/** read: where the list is looked through, in place if not said. Throws SEGMENT_INVALID. */
export async function listAuditSource(
  store: Store,
  listId: number,
  {where: expression, offsetMinutes, audience, asOf, setting}: AuditListAsk,
  read: (look: ListLookAsk) => AsyncIterable<AuditBatch> = (look) => lookThroughList(store, look),
) {
  const imports = await store.lists.imports(listId)
  const mapped = standingColumns(imports)
  const headers = [
    ...new Set(
      mapped.filter((column) => column.field === 'attribute' && column.fate === 'store').map((column) => column.header),
    ),
  ]
  const names = namesOfColumns(mapped)
  const segment = expression === null ? null : compileSegment(expression, {...names, offsetMinutes})
  const where = expression === null ? null : {expression, names}
  const {
    columns,
    unreadRows: _,
    ...batches
  } = openAuditBatches(
    read({listId, imports: imports.map(({id}) => id), headers, where, offsetMinutes, audience, asOf}),
    {asOf, setting},
  )
  return {
    ...batches,
    kind: 'list' as const,
    where: expression === null || segment === null ? null : shownSegment(expression, segment, sensitiveHeaders(mapped)),
    imports: imports.map(({fileName, at}) => ({name: fileName, at})),
    knowsOptOuts: true,
    columns: () => columns().map(withGround(mapped)),
    leftOut: () => leftOutOf(imports),
  }
}

/** A column is kept on a ground when every import that brought it said so. */
function withGround(mapped: readonly MappedColumn[]): (column: ColumnJudgement) => ColumnJudgement {
  return (column) => {
    const brought = mapped.filter(({header, fate}) => header === column.name && fate === 'store')
    const kept = brought.at(-1)?.kept
    return kept === undefined || brought.some((each) => each.kept === undefined) ? column : {...column, kept}
  }
}

function leftOutOf(imports: readonly ImportRecord[]) {
  const columns = new Map<string, SensitiveCategory>()
  for (const {header, fate, category} of standingColumns(imports))
    if (fate !== 'store' && category !== null) columns.set(header, category)
  let rows = 0
  for (const {counts, undoneAt} of imports) if (undoneAt === null) rows += counts?.rejected ?? 0
  return {columns: [...columns].map(([name, category]) => ({name, category})), rows}
}
