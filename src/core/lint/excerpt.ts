/** The line around a spot, for showing where a finding is. */
import type {Finding} from './finding.ts'

const BEFORE = 40
const AFTER = 60

/** Cut on both sides, without the blanks it begins with, tabs as blanks. Linear in the line's beginning at most. */
export function excerptOf(source: string, offset: number): NonNullable<Finding['excerpt']> {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  const from = Math.max(offset === 0 ? 0 : lineStart, offset - BEFORE)
  const line = /^[^\r\n]*/.exec(source.slice(from, offset + AFTER))?.[0] ?? ''
  const shown = line.trimStart()
  return {text: shown.replaceAll('\t', ' ').trimEnd(), at: Math.max(0, offset - from - (line.length - shown.length))}
}
