/** Borderless tables whose columns line up with wide characters too, cut to the screen's width. */
import Table from 'cli-table3'
import stringWidth from 'string-width'

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
  if (stringWidth(text) <= cells) return text
  let kept = ''
  let width = 0
  for (const char of text) {
    const next = stringWidth(char)
    if (width + next > cells - 1) break
    kept += char
    width += next
  }
  return `${kept}…`
}

/** Blanks, words, single wide characters; no piece begins with a closing mark or ends with an opening one. */
const PIECES = /\s+|[「『（［【]*(?:[\u0021-\u024f]+|[^\u0021-\u024f\s])[、。，．・：）］」』】]*/gu

/** Breaks text into lines of at most that many cells, at blanks where there are some, anywhere in Japanese. */
export function wrap(text: string, cells: number, indent = 0): string {
  const pad = ' '.repeat(indent)
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let width = 0
    for (const piece of paragraph.match(PIECES) ?? []) {
      const next = stringWidth(piece)
      if (width + next > cells - indent && line.trim() !== '') {
        lines.push(line.trimEnd())
        line = ''
        width = 0
        if (piece.trim() === '') continue
      }
      line += piece
      width += next
    }
    lines.push(line.trimEnd())
  }
  return lines.map((line) => pad + line).join('\n')
}

/** Foreign text, such as a column's header, without the control characters that would steer a terminal. */
export function plain(text: string): string {
  return text.replace(/\p{C}+/gu, ' ')
}
