/** A segment as it may be shown or kept in a report: addresses starred out, values of sensitive columns masked. */
import {MASK} from '../sensitive/mask.ts'
import type {CompiledSegment} from './compile.ts'
import {starred} from './fault.ts'

/** source: as typed, from which `compared` came. sensitive: headers whose values nobody may read. */
export function shownSegment(
  source: string,
  {compared}: Pick<CompiledSegment, 'compared'>,
  sensitive: ReadonlySet<string>,
): string {
  const hidden = compared
    .filter(({headers}) => headers.some((header) => sensitive.has(header)))
    .flatMap(({values}) => values)
    .sort((a, b) => a.at - b.at)
  let shown = ''
  let from = 0
  for (const {at, end} of hidden) {
    // Not even its length or kind is told.
    shown += `${source.slice(from, at)}${MASK}`
    from = end
  }
  return starred(shown + source.slice(from))
}
