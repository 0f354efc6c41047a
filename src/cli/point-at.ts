/** A line of text with a mark under one place of it; wide characters and long lines keep the mark where it belongs. */
import {visibleControls} from '../core/visible-controls.ts'
import {cut, plain} from './table.ts'
import {textWidth} from './text-width.ts'

/** How much of the line stands before the mark when not all of it fits, in parts of the line. */
const SHARE_BEFORE = 0.6

/** at: index of the character meant, or the length of the text for its end. cells: width of both lines. */
export function pointAt(text: string, at: number, cells: number): readonly [line: string, mark: string] {
  const before = plain(visibleControls(text.slice(0, at)))
  const after = plain(visibleControls(text.slice(at)))
  const fits = textWidth(before) + textWidth(after) <= cells
  const start = fits ? before : cutStart(before, Math.floor(cells * SHARE_BEFORE))
  const width = textWidth(start)
  return [start + cut(after, cells - width), `${' '.repeat(width)}^`]
}

/** Keeps the end of the text, with an ellipsis for what was cut. */
function cutStart(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text
  const kept: string[] = []
  let width = 1
  for (const char of [...text].reverse()) {
    width += textWidth(char)
    if (width > cells) break
    kept.push(char)
  }
  return `…${kept.reverse().join('')}`
}
