/**
 * The cells of one record, read by the same rules as a whole chunk (RFC 4180, csv-parse without relaxations) but without
 * what starting a parser costs: a file may have a stray quote in each of its rows.
 */

/**
 * text: one line or several, without the end of the last. 'open': its last quote wants more lines. 'misplaced': a quote
 * stands where none may, whatever follows. Never throws.
 */
export function readCells(text: string, delimiter: string): string[] | 'open' | 'misplaced' {
  const cells: string[] = []
  for (let at = 0; ; at += delimiter.length) {
    if (text[at] === '"') {
      const cell = quotedCell(text, at)
      if (cell === null) return 'open'
      cells.push(cell.value)
      at = cell.end
      if (at < text.length && !text.startsWith(delimiter, at)) return 'misplaced'
    } else {
      const end = text.indexOf(delimiter, at)
      const cell = text.slice(at, end < 0 ? text.length : end)
      if (cell.includes('"')) return 'misplaced'
      cells.push(cell)
      at = end < 0 ? text.length : end
    }
    if (at === text.length) return cells
  }
}

/** start: of the quote that opens it; end: behind the one that closes it. Null when none does. */
function quotedCell(text: string, start: number): {readonly value: string; readonly end: number} | null {
  let value = ''
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return {value, end: quote + 1}
    value += '"'
    from = quote + 2
  }
}
