/** Text to bytes, for every encoding that is read. What an encoding has no character for becomes a question mark. */
import iconv from 'iconv-lite'
import type {TextEncoding} from '../../../core/text-encodings.ts'

/** Whole text: what comes out begins and ends in the state in which a line of the encoding begins. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  if (encoding === 'iso-2022-jp') return toIso2022Jp(iconv.encode(asCp932(text), 'cp932'))
  if (encoding === 'cp932' || encoding === 'euc-jp') return iconv.encode(asCp932(text), encoding)
  return iconv.encode(text, encoding === 'euc-kr' ? 'cp949' : encoding)
}

/** The dashes and signs that Japanese encodings know by another code point than the one most programs write. */
const AS_CP932: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2016': '\u2225',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
}

/** The text as it comes back when it is read again and nothing of it was lost. */
export function asWritten(text: string, encoding: TextEncoding): string {
  return encoding === 'cp932' || encoding === 'euc-jp' || encoding === 'iso-2022-jp' ? asCp932(text) : text
}

function asCp932(text: string): string {
  return text.replace(/[\u301c\u2212\u2016\u00a2\u00a3\u00ac]/g, (sign) => AS_CP932[sign]!)
}

const TO_ASCII = [0x1b, 0x28, 0x42]
const TO_KANA = [0x1b, 0x28, 0x49]
const TO_KANJI = [0x1b, 0x24, 0x42]

/**
 * Shift_JIS is JIS X 0208 folded: two rows of 94 cells lie behind one lead byte. The kanji of IBM (髙 﨑) lie past the
 * 94 rows, but NEC's copy of them does not.
 */
function toIso2022Jp(bytes: Buffer): Buffer {
  const out: number[] = []
  let state = TO_ASCII
  const switchTo = (wanted: readonly number[]) => {
    if (state !== wanted) out.push(...wanted)
    state = wanted as number[]
  }
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at]!
    let trail = bytes[at + 1] ?? 0
    const copy = byte < 0xfa ? undefined : necCopies().get(bytes.readUInt16BE(at))
    if (copy !== undefined) [byte, trail] = [copy >> 8, copy & 0xff]
    const row = (byte - (byte < 0xa0 ? 0x81 : 0xc1)) * 2 + 0x21
    if (byte < 0x80) {
      switchTo(TO_ASCII)
      out.push(byte)
    } else if (byte > 0xa0 && byte < 0xe0) {
      switchTo(TO_KANA)
      out.push(byte - 0x80)
    } else if (row <= 0x7d) {
      at += 1
      switchTo(TO_KANJI)
      if (trail >= 0x9f) out.push(row + 1, trail - 0x7e)
      else out.push(row, trail - (trail > 0x7f ? 0x20 : 0x1f))
    } else {
      at += 1
      switchTo(TO_ASCII)
      out.push(0x3f)
    }
  }
  switchTo(TO_ASCII)
  return Buffer.from(out)
}

let copies: Map<number, number> | null = null

/** From IBM's code of a character to NEC's, both in CP932. */
function necCopies(): ReadonlyMap<number, number> {
  if (copies !== null) return copies
  copies = new Map()
  for (const lead of [0xed, 0xee])
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const ibm = iconv.encode(iconv.decode(Buffer.from([lead, trail]), 'cp932'), 'cp932')
      if (ibm.length === 2 && ibm[0]! >= 0xfa) copies.set(ibm.readUInt16BE(0), (lead << 8) | trail)
    }
  return copies
}
