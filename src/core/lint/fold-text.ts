/**
 * Brings text into the one form that phrases are matched on: NFKC, blanks single, lines of a paragraph joined (without
 * a blank between Japanese or Chinese characters), paragraphs apart; every place leads back to the text as seen.
 */

export interface Folded {
  readonly text: string
  /** Index into the text as seen, for an index into the folded text; the end for the end. */
  seenIndex(index: number): number
}

const WIDE = '[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\u3001\\u3002]'
/** Half-width kana marks join the character before them, as NFKC composes both. */
const PIECE = /[\s\u00a0\u3000]+|[^\s][\u3099\u309a\uff9e\uff9f\p{M}]*/gu
const ENDS_WIDE = new RegExp(`${WIDE}$`, 'u')
const STARTS_WIDE = new RegExp(`^${WIDE}`, 'u')

/** Linear in the text; never throws. */
export function fold(seen: string): Folded {
  const pieces: string[] = []
  const from: number[] = []
  for (const found of seen.matchAll(PIECE)) {
    const piece = found[0]
    const folded = /^\s/.test(piece) ? foldBlanks(piece, seen, found.index) : piece.normalize('NFKC')
    for (let i = 0; i < folded.length; i += 1) from.push(found.index)
    pieces.push(folded)
  }
  return {text: pieces.join(''), seenIndex: (index) => from[index] ?? seen.length}
}

function foldBlanks(blanks: string, seen: string, at: number): string {
  const breaks = blanks.match(/\r\n|\n|\r/g)?.length ?? 0
  if (breaks > 1) return '\n'
  const next = seen.slice(at + blanks.length, at + blanks.length + 2)
  return breaks === 1 && ENDS_WIDE.test(seen.slice(Math.max(0, at - 1), at)) && STARTS_WIDE.test(next) ? '' : ' '
}

/** For comparing names and addresses: NFKC, lower case, no blanks, one kind of hyphen. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[‐‑‒–—―−ー－]/gu, '-')
}
