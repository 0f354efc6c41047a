/** How deep elements are nested, told from their tags alone, before anything is built from them. */

/** Elements that hold nothing, and those that the next of their kind closes. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][a-z\d:-]{0,40})/gi

/** Offset of the tag that goes deeper than most; null where none does. Linear. */
export function deeperThan(html: string, most: number): number | null {
  let depth = 0
  for (const {1: slash, 2: name, index} of html.matchAll(TAG)) {
    if (FLAT.has(name!.toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '' ? 1 : -1))
    if (depth > most) return index
  }
  return null
}
