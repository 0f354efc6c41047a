/** Base64 bodies and encoded words, fast and within the line limits of RFC 2045 and RFC 2047. */
import type {CharsetWriter} from './charset.ts'
import {UTF_8} from './charset.ts'

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

/** An encoded word is at most 75 characters (RFC 2047 section 2). */
const WORD_CHARS = 75

/**
 * An unstructured header value: ASCII stays as it is where it is safe and short, else B words, folded, never
 * splitting a character. used: characters that stand before it on the first line. Null when the set lacks a character.
 */
export function encodeWords(text: string, used: number, charset: CharsetWriter = UTF_8): string | null {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length + used <= 76) return text
  const start = `=?${charset.name.toUpperCase()}?B?`
  const roomIn = (chars: number) => Math.floor((chars - start.length - 2) / 4) * 3
  const words: string[] = []
  let word = ''
  let bytes = 0
  // The first word shares its line with the header's name.
  let room = roomIn(Math.min(WORD_CHARS, 76 - used))
  const end = () => words.push(`${start}${Buffer.from(charset.write(word) ?? '').toString('base64')}?=`)
  for (const char of text) {
    const size = sizeOf(char, charset)
    if (size === null) return null
    if (bytes + size > room) {
      end()
      word = ''
      bytes = 0
      room = roomIn(WORD_CHARS)
    }
    word += char
    bytes += size
  }
  end()
  return words.join('\r\n ')
}

/** Bytes that one character adds at most; in iso-2022-jp each is counted with its own escapes. */
function sizeOf(char: string, charset: CharsetWriter): number | null {
  const written = charset.write(char)
  if (written === null) return null
  return charset.name === 'utf-8' ? Buffer.byteLength(char) : written.length
}
