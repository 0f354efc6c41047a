/** The line around a spot, for showing where a finding is. */
import type {Finding} from './finding.ts'

const BEFORE = 40
const AFTER = 60

/** Tabs as blanks; an ellipsis stands for what was cut on either side. */
export function excerptOf(source: string, offset: number): NonNullable<Finding['excerpt']> {
  const lineStart = offset === 0 ? 0 : startOfLine(source, offset)
  const from = wholeFrom(source, Math.max(lineStart, offset - BEFORE))
  const rest = /^[^\r\n]*/.exec(source.slice(offset, offset + AFTER))?.[0] ?? ''
  const to = offset + rest.length
  const before = source.slice(from, offset).trimStart()
  const after = source.slice(offset, wholeFrom(source, to)).trimEnd()
  const start = from > lineStart ? '…' : ''
  const end = rest.length === AFTER && /[^\r\n]/.test(source[to] ?? '') ? '…' : ''
  return {text: `${start}${before}${after}${end}`.replaceAll('\t', ' '), at: start.length + before.length}
}

/** The same place, or the one before it where it would halve a character of two units. */
function wholeFrom(source: string, at: number): number {
  return at > 0 && /[\ud800-\udbff]/.test(source[at - 1]!) && /[\udc00-\udfff]/.test(source[at] ?? '') ? at - 1 : at
}

/**
 * What is missing is told at the end of a part: at the beginning of the last line that holds something, since code hosts
 * show nothing at a line behind the last line end.
 */
export function seenOffset(source: string, offset: number): number {
  if (offset < source.length) return offset
  const end = source.trimEnd().length
  return end === 0 ? 0 : startOfLine(source, end)
}

function startOfLine(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}
