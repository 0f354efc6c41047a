/** How likely a text is a list of western names, read as Windows-1252: letters with accents stand inside words. */
import {NO_TEXT} from './characters.ts'

/** Bits of the letters and signs that such lists hold; the rest is rare. */
const BITS: ReadonlyMap<number, number> = new Map([
  ...costs('é', 3),
  ...costs('èàüöäáíóñç', 3.5),
  ...costs('ßåøæ', 5),
  ...costs('êãúôëïîìâùò', 6),
  ...costs('ÉÖÜÄÅØ', 5.5),
  ...costs('ÇÁÓÑÀÍÈÚ', 7),
  ...costs('ÊÔÂÎÆÃŠšŽžœŒõûý', 8.5),
  ...costs('ÿðþÝÞÐËÏÙÛÌÒÕ', 11),
  ...costs('’', 6),
  ...costs('€–“”‘—…£°§©®«»¿¡ºª·´\u00a0', 9),
])
const RARE = 13

function costs(letters: string, bits: number): [number, number][] {
  return [...letters].map((letter) => [letter.charCodeAt(0), bits])
}

const SHIFTED = 8
const RUN = 5
const ALONE = 6
const INSIDE_WORD = 6
const BESIDE_WORD = 3
/** Signs that stand beside letters. */
const QUOTES = '’‘“”«»¿¡–—…ªº\u00a0'

export function westernSurprise(text: string): {bits: number; ascii: number} {
  let bits = 0
  let ascii = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      ascii += 1
      continue
    }
    if (code === 0xfffd || code < 0xa0) {
      bits += NO_TEXT
      continue
    }
    bits += BITS.get(code) ?? RARE
    const before = at === 0 ? ' ' : text[at - 1]!
    const after = text[at + 1] ?? ' '
    const letter = text[at]!
    if (isAccented(letter)) {
      if (isUpper(letter) && isLower(before)) bits += SHIFTED
      if (!isUpper(letter) && isUpper(before) && isUpper(after)) bits += SHIFTED
      // ção and ções are the one run that is common.
      if (isAccented(before) && !(before === 'ç' && /[ãõ]/.test(letter))) bits += RUN
      if (!isLetter(before) && !isLetter(after)) bits += ALONE
    } else if (!QUOTES.includes(letter) && (isLetter(before) || isLetter(after)))
      bits += isLetter(before) && isLetter(after) ? INSIDE_WORD : BESIDE_WORD
  }
  return {bits, ascii}
}

function isAccented(char: string): boolean {
  return char >= '\u00c0' && char <= '\u017e' && char !== '×' && char !== '÷'
}

function isLetter(char: string): boolean {
  return (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z') || isAccented(char)
}

function isUpper(char: string): boolean {
  return isLetter(char) && char === char.toUpperCase() && char !== 'ß'
}

function isLower(char: string): boolean {
  return isLetter(char) && !isUpper(char)
}
