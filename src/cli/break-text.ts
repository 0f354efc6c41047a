/** Text in pieces that a line may be broken between, by the habits of Japanese typesetting (kinsoku). */
import {textWidth} from './text-width.ts'

export interface Piece {
  readonly text: string
  /** In terminal cells. */
  readonly width: number
  readonly isBlank: boolean
  /** It must not begin a line. */
  readonly isGlued: boolean
}

/** Runs of blanks, of narrow characters, of wide ones. */
const RUNS = /\s+|[!-\u024f]+|[^!-\u024f\s]+/gu
const CLOSING =
  /^(?:[”’—–、。，．・：；？！…‥ー々）］｝」』】〉》〕％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]|[,.;:!?)\]}%](?!\w))/u
/** A currency sign belongs to the amount behind it. */
const OPENING = /[“‘（［｛「『【〈《〔([{\p{Sc}]$/u
const STOP = /[、。，．：；？！…]$/u
/** Particles and endings are written in it, also 「に従い」; a word of its own is rarely worth a break, but 「ご覧」. */
const KANA_FIRST = /^(?![おご]\p{Script=Han})[ぁ-ゖ]/u
/** The first half of a verb such as 「取り込む」, and what goes on with it. */
const HALF_VERB = /^\p{Script=Han}[いきぎしちにびみりえけげせてねべめれ]$/u
const OTHER_HALF = /^\p{Script=Han}(?:[ぁ-ゖ]|$)/u
const COUNTER = /^[行件人列個回年月日時分秒通字種割％%]/u

/** text: without line feeds. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let last = ''
  let isAfterBlank = false
  for (const [run] of text.matchAll(RUNS))
    for (const word of wordsOf(run)) {
      const isBlank = word.trim() === ''
      const isGlued = last !== '' && !isBlank && clings(word, last, isAfterBlank)
      pieces.push({text: word, width: textWidth(word), isBlank, isGlued})
      if (!isBlank) last = word
      isAfterBlank = isBlank
    }
  return pieces
}

/** Made when first needed: it takes long to load. */
let words: Intl.Segmenter | undefined

function wordsOf(run: string): readonly string[] {
  if (/^[\s!-\u024f]/u.test(run)) return [run]
  words ??= new Intl.Segmenter('ja', {granularity: 'word'})
  return [...words.segment(run)].map(({segment}) => segment)
}

function clings(word: string, last: string, isAfterBlank: boolean): boolean {
  // Japanese sets a blank between a foreign word or a number and the particle or counter behind it.
  if (isAfterBlank)
    return /[!-\u024f]$/u.test(last) && (KANA_FIRST.test(word) || (/\d$/.test(last) && COUNTER.test(word)))
  if (CLOSING.test(word) || OPENING.test(last)) return true
  if (HALF_VERB.test(last) && OTHER_HALF.test(word)) return true
  return KANA_FIRST.test(word) && !STOP.test(last)
}
