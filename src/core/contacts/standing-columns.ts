/** The columns a list has: those of its imports, without the ones that were taken back. */
import {mayComeIn} from '../sensitive/column-judgement.ts'
import type {OfferedNames} from '../templates/offered-names.ts'
import type {MappedColumn} from './mapping.ts'

/** In the order of the imports; one of several imports comes several times. */
export function standingColumns(
  imports: readonly {readonly mapping: readonly MappedColumn[]; readonly undoneAt: number | null}[],
): readonly MappedColumn[] {
  return imports.filter(({undoneAt}) => undoneAt === null).flatMap(({mapping}) => mapping)
}

/** What columns offer to templates. A header that one import keeps as it is can be named, whatever another made of it. */
export function namesForTemplates(columns: readonly MappedColumn[]): OfferedNames {
  const offered = new Set<string>()
  const taken = new Map<string, MappedColumn['field'] | 'left-out'>()
  for (const {header, field, fate} of columns) {
    const name = header.normalize('NFC')
    if (!mayComeIn(fate)) taken.set(name, 'left-out')
    else if (field === 'attribute' || field === 'name') offered.add(name)
    else taken.set(name, field)
  }
  return {columns: offered, taken}
}
