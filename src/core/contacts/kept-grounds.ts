/** On which grounds a column of sensitive data was taken in, as the imports recorded it: never a value. */
import type {KeptOn} from '../sensitive/kept-on.ts'
import type {MappedColumn} from './mapping.ts'

/** mapped: columns of one import or of several. Each ground once, in the order of the imports. */
export function groundsOf(mapped: readonly Pick<MappedColumn, 'header' | 'kept'>[], header: string): readonly KeptOn[] {
  const grounds = new Map<string, KeptOn>()
  for (const {header: name, kept} of mapped)
    if (name === header && kept !== undefined) grounds.set(`${kept.basis} ${kept.evidence}`, kept)
  return [...grounds.values()]
}
