/** Items in a row on as many lines as they need, never broken inside. */
import {textWidth} from './text-width.ts'

/** items: on one line each, colours allowed. gap: between two of a line. Lines that one item fills may be wider. */
export function flowItems(items: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const joined = last === undefined ? item : last + gap + item
    if (last === undefined || textWidth(joined) > width) lines.push(item)
    else lines[lines.length - 1] = joined
  }
  return lines
}
