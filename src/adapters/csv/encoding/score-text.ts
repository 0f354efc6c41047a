/**
 * How well a reading of some bytes makes sense as a list, in bits of surprise: the fewer, the likelier. Only what is
 * not ASCII counts, and an ASCII byte that a reading has swallowed as half of a character.
 */
import {fieldOfHeader} from '../../../core/contacts/field-of-header.ts'
import type {TextEncoding} from '../../../core/text-encodings.ts'
import type {ModelledEncoding} from './characters.ts'
import {NO_TEXT, surpriseOf} from './characters.ts'
import {westernSurprise} from './western.ts'
import {JAPANESE, KOREAN, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE} from './words.ts'

/** Bits of an ASCII character, which every reading shares. */
const ASCII = 5
/** A character between Latin letters, and one alone among ASCII: real text comes in runs. */
const BETWEEN_LATIN = 5
const ALONE = 1
/** What finding a word of the language is worth, and a word that names a column. */
const WORD = 5
const COLUMN_WORD = 10

const WORDS: Readonly<Record<ModelledEncoding, readonly string[]>> = {
  cp932: JAPANESE.words,
  'euc-jp': JAPANESE.words,
  gb18030: SIMPLIFIED_CHINESE.words,
  big5: TRADITIONAL_CHINESE.words,
  'euc-kr': KOREAN.words,
}

/** text: the sample as this encoding reads it. asciiBytes: how many bytes of the sample are ASCII. */
export function surpriseIn(text: string, encoding: TextEncoding, asciiBytes: number): number {
  const {bits, ascii} =
    encoding === 'utf-8' ? unicodeSurprise(text) : isModelled(encoding) ? runs(text, encoding) : westernSurprise(text)
  // ASCII bytes that have gone into a character no longer count as ASCII: the others pay for them.
  const swallowed = asciiBytes - ascii
  return bits - ASCII * swallowed - wordBonus(text, encoding)
}

function isModelled(encoding: TextEncoding): encoding is ModelledEncoding {
  return encoding in WORDS
}

function runs(text: string, encoding: ModelledEncoding): {bits: number; ascii: number} {
  const surprise = surpriseOf(encoding)
  let bits = 0
  let ascii = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      ascii += 1
      continue
    }
    const before = at === 0 ? 0 : text.charCodeAt(at - 1)
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
    bits += surprise[code]!
    if (code >= 0xff66 && code <= 0xff9f) bits += kanaSurprise(code, before)
    if (before < 0x80 && after < 0x80) bits += ALONE + (isLatin(before) && isLatin(after) ? BETWEEN_LATIN : 0)
  }
  return {bits, ascii}
}

const VOICED = 0xff9e
const HALF_VOICED = 0xff9f

/** Half-width kana are what half of all bytes look like in CP932; as words they obey rules. */
function kanaSurprise(code: number, before: number): number {
  const isKana = before >= 0xff66 && before <= 0xff9f
  if (code === VOICED)
    return (before >= 0xff76 && before <= 0xff84) || (before >= 0xff8a && before <= 0xff8e) || before === 0xff73
      ? 0
      : 10
  if (code === HALF_VOICED) return before >= 0xff8a && before <= 0xff8e ? 0 : 10
  // ｰ and small kana begin no word; the small ya, yu, yo stand behind the i of a row.
  if (code === 0xff70 || (code >= 0xff67 && code <= 0xff6f)) return isKana ? 0 : 8
  if (code === 0xff66) return 6
  // Behind a letter of another kind a half-width kana is no word.
  return isKana ? 0 : isLatin(before) ? 5 : before < 0x80 ? 0 : 3
}

/** How much likelier UTF-8 is than the others before a byte of the text is seen. */
const PRIOR = 8

/** UTF-8 that is valid is hardly ever anything else: a little for each character, much for what is none. */
function unicodeSurprise(text: string): {bits: number; ascii: number} {
  let bits = -PRIOR
  let ascii = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      ascii += 1
      continue
    }
    const isAlone = (text.charCodeAt(at - 1) || 0) < 0x80 && (text.charCodeAt(at + 1) || 0) < 0x80
    if (code === 0xfffd || code < 0xa0) bits += NO_TEXT
    else if (code >= 0xe000 && code < 0xf900) bits += 20
    else bits += code < 0x180 || (code >= 0x2010 && code < 0x2030) ? 4 : isAlone ? 14 : 10
  }
  return {bits, ascii}
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function wordBonus(text: string, encoding: TextEncoding): number {
  if (!isModelled(encoding)) return 0
  let found = 0
  for (const word of WORDS[encoding]) if (text.includes(word)) found += WORD
  const end = text.search(/[\r\n]/)
  const cells = text.slice(0, end < 0 ? 500 : Math.min(end, 500)).split(/[,;\t|"]/)
  for (const cell of cells)
    if (/[^\x00-\x7f]/.test(cell) && fieldOfHeader(cell.trim()) !== 'attribute') found += COLUMN_WORD
  return found
}
