/** Encodings that are known but not read: named when met, since read as anything else they would be garbage. */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {textDecoder} from './decode-text.ts'
import {JAPANESE, KOREAN, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE} from './words.ts'

/** What follows ESC in ISO-2022-JP as it is read: half-width kana, two years of kanji. */
const JAPANESE_ESCAPES = ['(I', '$@', '$B']
const OTHER_ESCAPES: readonly (readonly [string, string])[] = [
  ['$)C', 'ISO-2022-KR'],
  ['$)A', 'ISO-2022-CN'],
  ['$)G', 'ISO-2022-CN'],
  ['$A', 'ISO-2022-JP-2'],
  ['$(D', 'ISO-2022-JP-1'],
  ['$(C', 'ISO-2022-JP-2'],
  ['$(O', 'ISO-2022-JP-3'],
  ['$(P', 'ISO-2022-JP-3'],
  ['$(Q', 'ISO-2022-JP-2004'],
]

/** The encoding that switches its characters with this escape sequence (what follows ESC); null when none does. */
export function encodingOfEscape(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 3)
  const other = OTHER_ESCAPES.find(([sequence]) => start.startsWith(sequence))
  if (other) return other[1]
  return JAPANESE_ESCAPES.some((sequence) => start.startsWith(sequence)) ? 'ISO-2022-JP' : null
}

/** For text that is all ASCII: whether its letters stand for others. */
export function foreignAscii(bytes: Buffer): 'HZ-GB-2312' | 'UTF-7' | null {
  const text = bytes.toString('latin1')
  if (/~\{(?:[!-w][!-~])+~\}/.test(text)) return 'HZ-GB-2312'
  return isUtf7(text) ? 'UTF-7' : null
}

/**
 * UTF-7 writes other characters as base64 of UTF-16 behind a +, up to a - or to what is no base64. A tag of an address
 * looks alike, so cells with @ are no proof, all others have to hold, and one word alone is none when it may be chance.
 */
function isUtf7(text: string): boolean {
  let letters = 0
  let likely = 0
  let rare = 0
  for (const cell of text.split(/[,;\t\r\n"]/)) {
    if (cell.includes('@')) continue
    for (const [, base64] of cell.matchAll(/\+([A-Za-z0-9+/]*)/g)) {
      if (/^\d*$/.test(base64!)) continue
      const bytes = Buffer.from(base64!, 'base64')
      const isWhole = (base64!.length * 6) % 16 < 6 && bytes.toString('base64').startsWith(base64!)
      const text16 = bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le')
      if (!isWhole || text16 === '' || /[\0-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/.test(text16) || !text16.isWellFormed())
        return false
      letters += text16.length
      for (const char of text16) {
        if (LIKELY.test(char) || COMMON.has(char)) likely += 1
        if ((LIKELY.test(char) && !HANGUL.test(char)) || COMMON.has(char)) rare += 1
      }
    }
  }
  // Any three letters are some hanzi, but few of those are in lists.
  if (letters <= FEW_LETTERS) return letters > 0 && rare === letters
  return likely * 2 > letters
}

const FEW_LETTERS = 2
/** A sixth of all there is. */
const HANGUL = /[\uac00-\ud7a3]/

/** ASCII that need not be encoded, letters with accents, Greek, Cyrillic, dashes and quotes, kana and full-width forms. */
const LIKELY =
  /[!-~\u00a0-\u017f\u0391-\u03ce\u0410-\u045f\u2010-\u2026\u3000-\u3002\u3041-\u30fc\uac00-\ud7a3\uff01-\uff9f]/
const COMMON: ReadonlySet<string> = new Set(
  [JAPANESE, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, KOREAN].flatMap(({common}) => [...common]),
)

/**
 * Shift_JIS and EUC-JP of 2004 put kanji where the older ones have nothing. Characters that are well formed but not
 * assigned are a newer code; damage shows as bytes that form no character.
 */
export function isJisX0213(sample: Buffer, encoding: TextEncoding): boolean {
  if (encoding !== 'cp932' && encoding !== 'euc-jp') return false
  const decode = textDecoder(encoding)
  const unassigned = new Set<string>()
  let pairs = 0
  let missing = 0
  for (let at = 0; at < sample.length; ) {
    const length = lengthAt(sample, at, encoding)
    if (length > 1) {
      pairs += 1
      const bytes = sample.subarray(at, at + length)
      if (decode(bytes).includes('\ufffd')) {
        missing += 1
        unassigned.add(bytes.toString('hex'))
      }
    }
    at += length
  }
  return unassigned.size >= 2 && missing * 200 > pairs
}

/** Bytes of the character that is well formed at this place; 1 when none is. */
function lengthAt(bytes: Buffer, at: number, encoding: 'cp932' | 'euc-jp'): 1 | 2 | 3 {
  const [lead, trail, last] = [bytes[at]!, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
  if (encoding === 'cp932') {
    const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)
    return isLead && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc ? 2 : 1
  }
  const isRow = (byte: number) => byte >= 0xa1 && byte <= 0xfe
  if (lead === 0x8f) return isRow(trail) && isRow(last) ? 3 : 1
  if (lead === 0x8e) return isRow(trail) ? 2 : 1
  return isRow(lead) && isRow(trail) ? 2 : 1
}
