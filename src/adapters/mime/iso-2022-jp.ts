/** Writes ISO-2022-JP (RFC 1468) for old Japanese phones. What JIS X 0208 lacks (①, ㈱, emoji) is refused, never a guess. */
import type EncodingJapanese from 'encoding-japanese'
import type {CharsetWriter} from '../../core/sending/charset.ts'
import {UTF_8} from '../../core/sending/charset.ts'
import type {Charset} from '../../core/sending/send-content.ts'

const ASCII = /^[\x00-\x7f]*$/
/** Half-width kana have no place in the set and are written in full width, as Japanese mail programs do. */
const HALF_WIDTH_KANA = /[\uff61-\uff9f]+/g
const READER = new TextDecoder('iso-2022-jp')
/** The same signs under the code points that Windows gives them. */
const TWINS: Readonly<Record<string, string>> = {
  '\uff5e': '\u301c',
  '\u2225': '\u2016',
  '\uff0d': '\u2212',
  '\u2015': '\u2014',
}
const TWIN_LETTERS = /[\uff5e\u2225\uff0d\u2015]/g
/** NEC's and IBM's additions, rows 9 to 15 and from 85 on, which a strict reader of the set has not. */
const ROWS_BEYOND = /\x1b\$B(?:(?!\x1b)[\s\S]{2})*?(?:[\x29-\x2f]|[\x75-\x7e])[\x21-\x7e]/

const writerWith = (Encoding: typeof EncodingJapanese): CharsetWriter => ({
  name: 'iso-2022-jp',
  write(text) {
    if (ASCII.test(text)) return text.includes('\x1b') ? null : text
    const wide = text.replace(HALF_WIDTH_KANA, (kana) => Encoding.toZenkanaCase(kana))
    const codes = Encoding.convert(Encoding.stringToCode(wide), {from: 'UNICODE', to: 'JIS'})
    const written = Encoding.codeToString(codes)
    // ESC $( opens the supplementary set, which RFC 1468 does not have.
    if (!ASCII.test(written) || written.includes('\x1b$(') || ROWS_BEYOND.test(written)) return null
    return sameSigns(READER.decode(Buffer.from(written, 'latin1'))) === sameSigns(wide) ? written : null
  },
})

function sameSigns(text: string): string {
  return text.replace(TWIN_LETTERS, (char) => TWINS[char]!)
}

/** The tables are loaded only when they are needed. */
export async function charsetWriter(charset: Charset): Promise<CharsetWriter> {
  return charset === 'utf-8' ? UTF_8 : writerWith((await import('encoding-japanese')).default)
}
