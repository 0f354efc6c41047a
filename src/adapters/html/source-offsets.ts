/**
 * Finds for the decoded text of a text node where each character stands in the source: entities are shorter when
 * decoded, CR LF becomes one character, and the parser may join text from both sides of a misplaced tag.
 */
import {parseFragment} from 'parse5'

/** A stretch of decoded text; exact: its characters stand one to one in the source from offset on. */
export interface Stretch {
  readonly text: string
  readonly offset: number
  readonly isExact: boolean
}

const REFERENCE = /&(?:#x?[\da-f]{1,8}|[a-z][a-z\d]{0,40});?/iy

/** value: decoded text. slice: the source it came from, beginning at offset. Linear; never throws. */
export function stretchesOf(value: string, slice: string, offset: number): readonly Stretch[] {
  if (value === slice) return [{text: value, offset, isExact: true}]
  const stretches: Stretch[] = []
  let seen = 0
  let at = 0
  let runStart = 0
  const endRun = () => {
    if (seen > runStart)
      stretches.push({text: value.slice(runStart, seen), offset: offset + at - (seen - runStart), isExact: true})
  }
  while (seen < value.length && at < slice.length) {
    const reference = slice[at] === '&' ? referenceAt(slice, at, value, seen) : null
    if (reference === null && slice[at] === value[seen]) {
      seen += 1
      at += 1
      continue
    }
    endRun()
    if (reference !== null) {
      stretches.push({text: reference.text, offset: offset + at, isExact: false})
      seen += reference.text.length
      at += reference.length
    } else if (slice[at] === '\r' && value[seen] === '\n') {
      stretches.push({text: '\n', offset: offset + at, isExact: false})
      seen += 1
      at += slice[at + 1] === '\n' ? 2 : 1
    } else at = pastMisplaced(slice, at)
    runStart = seen
  }
  endRun()
  if (seen < value.length) stretches.push({text: value.slice(seen), offset: offset + at, isExact: false})
  return stretches
}

/** What the parser skipped: a tag or comment inside joined text, or a single character it drops (NUL). */
function pastMisplaced(slice: string, at: number): number {
  const closer = slice[at] !== '<' ? null : slice.startsWith('<!--', at) ? '-->' : '>'
  const end = closer === null ? -1 : slice.indexOf(closer, at)
  return closer === null || end < 0 ? at + 1 : end + closer.length
}

function referenceAt(slice: string, at: number, value: string, seen: number): {text: string; length: number} | null {
  REFERENCE.lastIndex = at
  const written = REFERENCE.exec(slice)?.[0]
  if (written === undefined) return null
  const text = decode(written)
  return text !== written && value.startsWith(text, seen) ? {text, length: written.length} : null
}

function decode(written: string): string {
  const [node] = parseFragment(written).childNodes
  return node !== undefined && 'value' in node ? node.value : written
}
