/** The columns a list has: those of its imports, without the ones that were taken back. */
import type {MappedColumn} from './mapping.ts'

/** In the order of the imports; one of several imports comes several times. */
export function standingColumns(
  imports: readonly {readonly mapping: readonly MappedColumn[]; readonly undoneAt: number | null}[],
): readonly MappedColumn[] {
  return imports.filter(({undoneAt}) => undoneAt === null).flatMap(({mapping}) => mapping)
}

/** What columns offer to templates: their headers in NFC, without those that became a field of ours. */
export function namesForTemplates(columns: readonly MappedColumn[]): ReadonlySet<string> {
  return new Set(
    columns
      .filter((column) => column.field === 'attribute' || column.field === 'name')
      .map((column) => column.header.normalize('NFC')),
  )
}
