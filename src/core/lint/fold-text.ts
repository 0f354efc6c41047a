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
/**
 * Blanks; a run of characters that NFKC leaves as they are (what stands before a mark is none of it); any other character
 * with its marks. Half-width kana marks join the character before them, as NFKC composes both.
 */
const PIECE =
  /[\s\u00a0\u3000]+|([!-~\u3041-\u3096\u30a1-\u30fa\u30fc\u3001\u3002\u4e00-\u9fff]+)(?![\u3099\u309a\uff9e\uff9f\p{M}])|[^\s][\u3099\u309a\uff9e\uff9f\p{M}]*/gu
const ENDS_WIDE = new RegExp(`${WIDE}$`, 'u')
const STARTS_WIDE = new RegExp(`^${WIDE}`, 'u')

/** Soft hyphens and blanks without width: nobody sees them. */
const SILENT = /^[\u00ad\u200b-\u200d\u2060]/

/** What folding changes: any other character, and blanks that are not alone. */
const CHANGES = /[^ !-~\u3041-\u3096\u30a1-\u30fa\u30fc\u3001\u3002\u4e00-\u9fff]| {2}/

/** Several rules ask the same whole text. */
const LONG = 1000
let last: {readonly seen: string; readonly folded: Folded} | null = null

/** Linear in the text; never throws. */
export function fold(seen: string): Folded {
  if (seen.length < LONG) return foldPieces(seen)
  if (last?.seen !== seen) last = {seen, folded: foldPieces(seen)}
  return last.folded
}

function foldPieces(seen: string): Folded {
  if (!CHANGES.test(seen))
    return {text: seen, seenIndex: (index) => (index < 0 ? seen.length : Math.min(index, seen.length))}
  const pieces: string[] = []
  // Of each piece: where it begins in the folded text and in the text as seen, and whether it stands there one to one.
  const starts: number[] = []
  const places: number[] = []
  const plain: boolean[] = []
  let length = 0
  for (const found of seen.matchAll(PIECE)) {
    const [piece, run] = found
    const folded =
      run ??
      (SILENT.test(piece) ? '' : /^\s/.test(piece) ? foldBlanks(piece, seen, found.index) : piece.normalize('NFKC'))
    if (folded === '') continue
    pieces.push(folded)
    starts.push(length)
    places.push(found.index)
    plain.push(run !== undefined)
    length += folded.length
  }
  return {
    text: pieces.join(''),
    seenIndex(index) {
      if (index < 0 || index >= length) return seen.length
      let low = 0
      let high = starts.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (starts[middle]! <= index) low = middle
        else high = middle
      }
      return places[low]! + (plain[low]! ? index - starts[low]! : 0)
    },
  }
}

function foldBlanks(blanks: string, seen: string, at: number): string {
  const breaks = blanks.match(/\r\n|\n|\r/g)?.length ?? 0
  if (breaks > 1) return '\n'
  const next = seen.slice(at + blanks.length, at + blanks.length + 2)
  return breaks === 1 && ENDS_WIDE.test(seen.slice(Math.max(0, at - 1), at)) && STARTS_WIDE.test(next) ? '' : ' '
}

let lastSquashed = {text: '', squashed: ''}

/** For comparing names and addresses: NFKC, lower case, no blanks, one kind of hyphen. */
export function squash(text: string): string {
  if (text.length < LONG) return squashAnew(text)
  if (lastSquashed.text !== text) lastSquashed = {text, squashed: squashAnew(text)}
  return lastSquashed.squashed
}

function squashAnew(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200d\u2060]+/gu, '')
    .replace(/[‐‑‒–—―−ー－]/gu, '-')
}
