/** A line of text with a mark under one place of it; wide characters and long lines keep the mark where it belongs. */
import stringWidth from 'string-width'
import {cut, plain} from './table.ts'

/** How much of the line stands before the mark when not all of it fits, in parts of the line. */
const SHARE_BEFORE = 0.6

/** at: index of the character meant, or the length of the text for its end. cells: width of both lines. */
export function pointAt(text: string, at: number, cells: number): readonly [line: string, mark: string] {
  const before = plain(text.slice(0, at))
  const after = plain(text.slice(at))
  const fits = stringWidth(before) + stringWidth(after) <= cells
  const start = fits ? before : cutStart(before, Math.floor(cells * SHARE_BEFORE))
  const width = stringWidth(start)
  return [start + cut(after, cells - width), `${' '.repeat(width)}^`]
}

/** Keeps the end of the text, with an ellipsis for what was cut. */
function cutStart(text: string, cells: number): string {
  if (stringWidth(text) <= cells) return text
  const kept: string[] = []
  let width = 1
  for (const char of [...text].reverse()) {
    width += stringWidth(char)
    if (width > cells) break
    kept.push(char)
  }
  return `…${kept.reverse().join('')}`
}
