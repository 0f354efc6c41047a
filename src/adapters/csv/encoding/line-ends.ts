/** The line end that stands behind a line, in whatever encoding the line is. */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {encodeText} from './encode-text.ts'

/** Of a line's bytes; null when it has none, as the last line of a file may. */
export function lineEndOf(line: Buffer, encoding: TextEncoding): '\r\n' | '\n' | '\r' | null {
  const endsWith = (end: string) => {
    const bytes = encodeText(end, encoding)
    return line.subarray(-bytes.length).equals(bytes)
  }
  return (['\r\n', '\n', '\r'] as const).find(endsWith) ?? null
}
