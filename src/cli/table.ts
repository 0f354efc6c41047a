/** Borderless tables whose columns line up with wide characters too, cut to the screen's width. */
import Table from 'cli-table3'
import type {Piece} from './break-text.ts'
import {piecesOf} from './break-text.ts'
import {textWidth} from './text-width.ts'

export type Align = 'left' | 'right'

/** rows: cells as text, colours allowed. align: per column, left where not said. indent: blanks before each line. */
export function table(rows: readonly (readonly string[])[], align: readonly Align[] = [], indent = 2): string {
  if (rows.length === 0) return ''
  const made = new Table({
    chars: NO_LINES,
    style: {'padding-left': 0, 'padding-right': 2, head: [], border: []},
    colAligns: [...align],
  })
  made.push(...rows.map((cells) => [...cells]))
  const pad = ' '.repeat(indent)
  return made
    .toString()
    .split('\n')
    .map((line) => (pad + line).trimEnd())
    .join('\n')
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

/** Cuts text to a width in terminal cells, with an ellipsis when something was cut. */
export function cut(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text
  let kept = ''
  let width = 0
  for (const char of text) {
    const next = textWidth(char)
    if (width + next > cells - 1) break
    kept += char
    width += next
  }
  return `${kept}…`
}

/**
 * Breaks text into lines of at most that many cells: at blanks, and in Japanese between words, but never so that a
 * line begins with a closing mark or a particle, or ends with an opening mark.
 */
export function wrap(text: string, cells: number, indent = 0): string {
  const pad = ' '.repeat(indent)
  return text
    .split('\n')
    .flatMap((paragraph) => linesOf(piecesOf(paragraph), cells - indent))
    .map((line) => pad + line)
    .join('\n')
}

function linesOf(pieces: readonly Piece[], cells: number): readonly string[] {
  const lines: string[] = []
  let start = 0
  let width = 0
  const end = (at: number) => {
    lines.push(
      pieces
        .slice(start, at)
        .map((piece) => piece.text)
        .join('')
        .trimEnd(),
    )
    start = at
    while (pieces[start]?.isBlank) start += 1
  }
  for (let i = 0; i < pieces.length; i += 1) {
    if (i < start) continue
    width += pieces[i]!.width
    if (width <= cells || pieces[i]!.isBlank || i === start) continue
    end(lastBreak(pieces, start, i))
    width = pieces.slice(start, i + 1).reduce((sum, piece) => sum + piece.width, 0)
  }
  if (start < pieces.length || lines.length === 0) end(pieces.length)
  return lines
}

/** Where the line that began at start ends, at place i at the latest; there, when nothing before it can begin a line. */
function lastBreak(pieces: readonly Piece[], start: number, i: number): number {
  for (let at = i; at > start; at -= 1) if (!pieces[at]!.isGlued && !pieces[at]!.isBlank) return at
  return i
}

/** Foreign text, such as a column's header, without the control characters that would steer a terminal. */
export function plain(text: string): string {
  return text.replace(/\p{C}+/gu, ' ')
}
