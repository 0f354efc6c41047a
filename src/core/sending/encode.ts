/** Base64 bodies and encoded words, fast and within the line limits of RFC 2045 and RFC 2047. */

/** 57 bytes make a line of 76 characters. */
const LINE_BYTES = 57

/** UTF-8 text as base64 lines of 76 characters, joined by CRLF, without a final line end. */
export function base64Lines(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  let lines = ''
  for (let at = 0; at < bytes.length; at += LINE_BYTES) {
    if (at > 0) lines += '\r\n'
    lines += bytes.toString('base64', at, at + LINE_BYTES)
  }
  return lines
}

/** An encoded word is at most 75 characters: `=?UTF-8?B?` and `?=` leave 60 for base64, which is 45 bytes. */
const WORD_BYTES = 45

/**
 * An unstructured header value: ASCII stays as it is where it is safe and short, else UTF-8 B words, folded, never
 * splitting a character. used: characters that stand before it on the first line.
 */
export function encodeWords(text: string, used: number): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length + used <= 76) return text
  const words: string[] = []
  let word = ''
  let bytes = 0
  // The first word shares its line with the header's name.
  let room = Math.min(WORD_BYTES, Math.floor((76 - used - 12) / 4) * 3)
  for (const char of text) {
    const length = Buffer.byteLength(char)
    if (bytes + length > room) {
      words.push(word)
      word = ''
      bytes = 0
      room = WORD_BYTES
    }
    word += char
    bytes += length
  }
  words.push(word)
  return words.map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ')
}
