/** What is left to do of a block whose first rows stand in the store already: an import that goes on meets them again. */
import type {RowBlock} from '../../ports/list-import.ts'

/** done: rows that stand, up to all of them. Details keep their numbers, so all of the block's are handed on. */
export function restOfBlock(block: RowBlock, done: number): RowBlock {
  const isWhole = done >= block.count
  const rest = (lines: string | null) => (isWhole ? '' : linesFrom(lines, done))
  return {
    count: Math.max(0, block.count - done),
    keys: rest(block.keys)!,
    keyHashes: block.keyHashes.subarray(done),
    addresses: rest(block.addresses),
    suppressKeys: rest(block.suppressKeys),
    countries: rest(block.countries),
    locales: rest(block.locales),
    timeZones: rest(block.timeZones),
    attributes: rest(block.attributes)!,
    details: block.details.subarray(done),
    newDetails: block.newDetails,
    consentAt: block.consentAt.subarray(done),
    optOuts: block.optOuts.filter(({row}) => row >= done).map((each) => ({...each, row: each.row - done})),
    // Of which row a stop came is not told; one that is known is not added twice.
    stops: isWhole ? [] : block.stops,
  }
}

function linesFrom(lines: string | null, skip: number): string | null {
  if (lines === null) return null
  let from = 0
  for (let line = 0; line < skip; line += 1) from = lines.indexOf('\n', from) + 1
  return lines.slice(from)
}
