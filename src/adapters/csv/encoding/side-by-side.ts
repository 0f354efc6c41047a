/** The same line of a file read in several encodings, for people to see which one is right. */
import {maskAddress} from '../../../core/sensitive/mask.ts'
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {ENCODING_LABELS} from '../../../core/text-encodings.ts'
import {textDecoder} from './decode-text.ts'

export interface Reader {
  readonly name: string
  readonly decode: (bytes: Buffer) => string
}

const MOST_CHARACTERS = 60

export function readerOf(encoding: TextEncoding): Reader {
  return {name: ENCODING_LABELS[encoding], decode: textDecoder(encoding)}
}

/** One line of text per reader: its name and the first line of the sample that they read differently, addresses masked. */
export function sideBySide(sample: Buffer, readers: readonly Reader[]): string[] {
  const widest = Math.max(...readers.map(({name}) => name.length))
  const differing = linesOf(sample).find((line) => new Set(readers.map(({decode}) => decode(line))).size > 1)
  if (differing === undefined) return []
  return readers.map(({name, decode}) => `${name.padEnd(widest)}  ${presentable(decode(differing))}`)
}

function linesOf(sample: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < sample.length; ) {
    const end = sample.subarray(start).findIndex((byte) => byte === 10 || byte === 13)
    const line = end < 0 ? sample.subarray(start) : sample.subarray(start, start + end)
    if (line.length > 0) lines.push(line)
    start += line.length + 1
  }
  return lines
}

/** Nothing that steers a terminal, no address; around the first character that is not ASCII when the line is long. */
function presentable(text: string): string {
  const masked = text
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '·')
    .replace(/[^\s,;|"<>]+@[^\s,;|"<>]+/g, maskAddress)
  const characters = [...masked]
  const at = characters.findIndex((char) => char > '\x7f')
  const start = at > MOST_CHARACTERS - 20 ? at - 20 : 0
  const cut = characters.slice(start, start + MOST_CHARACTERS).join('')
  return `${start > 0 ? '…' : ''}${cut}${start + MOST_CHARACTERS < characters.length ? '…' : ''}`
}
