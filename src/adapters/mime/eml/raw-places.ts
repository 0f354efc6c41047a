/** Line, column and surroundings of a byte of a mail, as an editor that reads UTF-8 shows them. */
import type {Spot} from '../../../core/lint/spot.ts'
import {placesIn} from '../../../core/templates/parse-template.ts'

const BEFORE = 40
const AFTER = 60

/** raw: one character for each byte. */
export function rawPlaces(raw: string, file: string): (offset: number) => Spot {
  let places: ReturnType<typeof placesIn> | null = null
  return (given) => {
    places ??= placesIn(raw)
    const offset = Math.min(Math.max(given, 0), raw.length)
    const {line, column} = places(offset)
    const start = offset - column + 1
    const from = Math.max(start, offset - BEFORE)
    const after = /^[^\r\n]*/.exec(raw.slice(offset, offset + AFTER))![0]
    const before = asText(raw.slice(from, offset))
    const shown = before + asText(after)
    return {
      ...{file, line, column: asText(raw.slice(start, offset)).length + 1},
      ...(shown.trim() !== '' && {excerpt: {text: shown.replaceAll('\t', ' '), at: before.length}}),
    }
  }
}

/** What is no UTF-8, or cut in two, is shown byte by byte. */
function asText(bytes: string): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return bytes.replace(/[\x80-\xff]/g, '\ufffd')
  }
}
