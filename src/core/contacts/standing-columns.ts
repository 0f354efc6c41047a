/** The columns a list has: those of its imports, without the ones that were taken back. */
import type {MappedColumn} from './mapping.ts'

/** In the order of the imports; one of several imports comes several times. */
export function standingColumns(
  imports: readonly {readonly mapping: readonly MappedColumn[]; readonly undoneAt: number | null}[],
): readonly MappedColumn[] {
  return imports.filter(({undoneAt}) => undoneAt === null).flatMap(({mapping}) => mapping)
}
