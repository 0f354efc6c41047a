/** A block of an import without the rows of erased people, and without what it says of them. */
import type {RowBlock} from '../../ports/list-import.ts'
import type {Tombstones} from './tombstones.ts'

/** In the transaction that writes the block: somebody may just have been erased. erased: rows that were held back. */
export function withoutErased(
  block: RowBlock,
  graves: Tombstones,
): {readonly block: RowBlock; readonly erased: number} {
  if (!graves.any()) return {block, erased: 0}
  const keys = block.keys.split('\n')
  const subjects = block.suppressKeys?.split('\n') ?? null
  const places: number[] = []
  for (let row = 0; row < block.count; row += 1)
    if (graves.find(subjects?.[row] || keys[row]!) === null) places.push(row)
  const stops = block.stops.filter(({subject}) => graves.find(subject) === null)
  if (places.length === block.count) return {block: {...block, stops}, erased: 0}
  const pick = (lines: string | null) => {
    if (lines === null) return null
    const cells = lines.split('\n')
    return places.map((row) => `${cells[row]!}\n`).join('')
  }
  const newPlace = new Map(places.map((row, i) => [row, i]))
  return {
    erased: block.count - places.length,
    block: {
      count: places.length,
      keys: pick(block.keys)!,
      keyHashes: Float64Array.from(places, (row) => block.keyHashes[row]!),
      addresses: pick(block.addresses),
      suppressKeys: pick(block.suppressKeys),
      countries: pick(block.countries),
      locales: pick(block.locales),
      timeZones: pick(block.timeZones),
      attributes: pick(block.attributes)!,
      details: Uint32Array.from(places, (row) => block.details[row]!),
      // Numbered over the whole file: all are handed on.
      newDetails: block.newDetails,
      consentAt: Float64Array.from(places, (row) => block.consentAt[row]!),
      optOuts: block.optOuts.flatMap((each) => {
        const row = newPlace.get(each.row)
        return row === undefined ? [] : [{...each, row}]
      }),
      stops,
    },
  }
}
