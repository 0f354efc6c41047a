/**
 * Whether bytes that were written keep to the standard of their encoding. EUC-JP and ISO-2022-JP have places that only
 * some makers fill (髙 ① ㈱, and half-width kana in mail): other programs read something else there, or nothing.
 */
import type {TextEncoding} from '../../../core/text-encodings.ts'

/** bytes: as encodeText gives them. Every encoding whose name is that of its maker's table keeps to it. */
export function keepsToStandard(bytes: Buffer, encoding: TextEncoding): boolean {
  if (encoding === 'euc-jp') return !hasVendorRow(bytes)
  return encoding !== 'iso-2022-jp' || !hasVendorMode(bytes)
}

/** Rows of JIS X 0208 that hold characters are 1 to 8 and 16 to 84. */
function isVendorRow(row: number): boolean {
  return (row > 8 && row < 16) || row > 84
}

const HALF_KANA = 0x8e
const JIS_X_0212 = 0x8f
/** Rows of JIS X 0212 end here; IBM's kanji stand behind. */
const LAST_ROW_0212 = 77

/** Source: JIS X 0208:1997, JIS X 0212:1990, eucJP-ms. */
function hasVendorRow(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) at += 1
    else if (lead === HALF_KANA) at += 2
    else if (lead === JIS_X_0212) {
      if (bytes[at + 1]! - 0xa0 > LAST_ROW_0212) return true
      at += 3
    } else {
      if (isVendorRow(lead - 0xa0)) return true
      at += 2
    }
  }
  return false
}

const ESC = 0x1b

/** Half-width kana have no escape sequence there. Source: RFC 1468. */
function hasVendorMode(bytes: Buffer): boolean {
  let isKanji = false
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === ESC) {
      if (bytes[at + 1] === 0x28 && bytes[at + 2] === 0x49) return true
      isKanji = bytes[at + 1] === 0x24
      at += 3
    } else if (isKanji) {
      if (isVendorRow(bytes[at]! - 0x20)) return true
      at += 2
    } else at += 1
  }
  return false
}
