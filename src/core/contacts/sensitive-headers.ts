/** Which columns of a list hold special-care data or identifying numbers that came in: with a consent, or on a ground. */
import {mayComeIn} from '../sensitive/column-judgement.ts'
import type {MappedColumn} from './mapping.ts'

/** mapped: columns of one import or of several. A header counts when one of them brought such data under it. */
export function sensitiveHeaders(
  mapped: readonly Pick<MappedColumn, 'header' | 'field' | 'fate' | 'kept'>[],
): ReadonlySet<string> {
  const isSensitive = ({field, fate, kept}: Pick<MappedColumn, 'field' | 'fate' | 'kept'>) =>
    (field === 'attribute' || field === 'name') && mayComeIn(fate) && (fate !== 'store' || kept !== undefined)
  return new Set(mapped.filter(isSensitive).map(({header}) => header))
}
