/**
 * Bytes to text, for every encoding that is read. The built-in decoder is the fastest where it is right; it is not
 * for Windows-1252 (0x80 to 0x9F), for the Korean syllables past KS X 1001, for Big5 as it is written today, and it
 * fails on ISO-2022-JP that is damaged.
 */
import iconv from 'iconv-lite'
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {jisToCp932} from './jis.ts'
import {wideText} from './wide.ts'

const BUILT_IN: Readonly<Partial<Record<TextEncoding, string>>> = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  gb18030: 'gb18030',
}

const CP932 = new TextDecoder('shift_jis', {ignoreBOM: true})

/**
 * A reader of whole stretches of text, each by itself. What is no character of the encoding comes out as U+FFFD. A
 * byte order mark stays in the text.
 */
export function textDecoder(encoding: TextEncoding): (bytes: Buffer) => string {
  const label = BUILT_IN[encoding]
  if (label !== undefined) {
    const decoder = new TextDecoder(label, {ignoreBOM: true})
    return encoding === 'euc-jp' ? (bytes) => withoutControls(decoder.decode(bytes)) : (bytes) => decoder.decode(bytes)
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (bytes) => wideText(bytes, encoding)
  if (encoding === 'iso-2022-jp') return (bytes) => CP932.decode(jisToCp932()(bytes, true))
  if (encoding === 'iso-8859-1') return (bytes) => withoutControls(bytes.toString('latin1'))
  if (encoding === 'euc-kr') return (bytes) => composeSyllables(iconv.decode(bytes, 'cp949'))
  return (bytes) => iconv.decode(bytes, encoding, {stripBOM: false})
}

/** Some encodings know 0x80 to 0x9F as control characters that no text holds: there it is damage. */
function withoutControls(text: string): string {
  return /[\x80-\x9f]/.test(text) ? text.replace(/[\x80-\x9f]/g, '\ufffd') : text
}

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const FINALS = 'ㅤㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
const FIRST_MEDIAL = 0x314f
const FIRST_SYLLABLE = 0xac00

/** EUC-KR spells a syllable it has no code for as a filler, its initial, its medial and its final (KS X 1001, annex 3). */
function composeSyllables(text: string): string {
  if (!text.includes('\u3164')) return text
  return text.replace(/\u3164([ㄱ-ㅎ])([ㅏ-ㅣ])([ㄱ-ㅎ\u3164])/g, (spelled, initial, medial, final) => {
    const [first, last] = [INITIALS.indexOf(initial), FINALS.indexOf(final)]
    if (first < 0 || last < 0) return spelled
    return String.fromCharCode(FIRST_SYLLABLE + (first * 21 + medial.charCodeAt(0) - FIRST_MEDIAL) * 28 + last)
  })
}
