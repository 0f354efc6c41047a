/** Remembers what was read from a cell's text: lists repeat few words, and a row must not pay for reading them again. */

/** Of at most that many texts; when full it starts afresh, so a column of distinct values costs no memory. */
const DISTINCT = 4096
/** What repeats is short; a page in a cell is read each time. */
const LONGEST = 256

/** read must depend on its text alone. */
export function remember<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = read(text)
    if (text.length > LONGEST) return fresh
    if (known.size >= DISTINCT) known.clear()
    known.set(ownCopy(text), fresh)
    return fresh
  }
}

/** A cell is a view into the stretch of the file it came from, and would keep all of that in memory. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}
