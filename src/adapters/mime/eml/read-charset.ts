/** Bytes of a part to text by the character set it declares; every character still knows its byte. */
import type {TextReading} from '../../../core/lint/template-view.ts'

export interface CharsetText extends Pick<TextReading, 'charset' | 'fault'> {
  readonly text: string
  /** Index of the first byte that does not fit; null where that is not known. */
  readonly faultAt: number | null
  /** Index of the byte with which the character at that index of text begins. */
  byteIndex(index: number): number
}

interface Decoder {
  write(bytes: Uint8Array): string
  end(): string
}
type StartDecoder = () => Decoder

/** Names that mail programs write and the standard of the web does not know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'cp-850': 'cp850',
  eucjp: 'euc-jp',
  'eucjp-win': 'euc-jp',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp936: 'gbk',
  cp950: 'big5',
}
const ASCII_NAMES: ReadonlySet<string> = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968', '7bit'])
/** Every sequence of bytes is text in them: only what the bytes would be as UTF-8 tells that they are not meant. */
const TAKES_ALL = /^(?:windows-125\d|iso-8859-\d{1,2}|us-ascii)$/

/** declared: as written; null = nothing. Never throws. */
export async function readCharset(bytes: Uint8Array, declared: string | null): Promise<CharsetText> {
  const name =
    declared
      ?.trim()
      .toLowerCase()
      .replace(/^["']|["']$/g, '') ?? ''
  const highAt = bytes.findIndex((byte) => byte > 0x7f)
  const isJis = highAt < 0 && hasEscapes(bytes)
  if (name === '' || ASCII_NAMES.has(name)) {
    const fault = name === '' ? 'undeclared' : 'wrong'
    if (isJis) return decoded(bytes, 'iso-2022-jp', web('iso-2022-jp')!, fault, bytes.indexOf(0x1b))
    if (highAt < 0) return decoded(bytes, 'us-ascii', web('utf-8')!, null, null)
    return guessed(bytes, fault, highAt)
  }
  const start = await decoderOf(OTHER_NAMES[name] ?? name)
  if (start === null) return guessed(bytes, 'unknown', Math.max(highAt, 0))
  const utf8 = highAt < 0 || name === 'utf-8' ? 0 : utf8Letters(bytes)
  if (TAKES_ALL.test(name) && utf8 >= 2) return decoded(bytes, name, start, 'wrong', highAt)
  const read = decoded(bytes, name, start, null, null)
  const lost = firstLost(read, bytes)
  if (lost === null) return read
  return utf8 > 0 ? guessed(bytes, 'wrong', lost) : {...read, fault: 'wrong', faultAt: lost}
}

/** True for a name under which text can be read; for encoded words too. */
export async function decoderOf(name: string): Promise<StartDecoder | null> {
  const known = web(name)
  if (known !== null) return known
  const {default: iconv} = await import('iconv-lite')
  if (!/^[\w.:-]{1,40}$/.test(name) || !iconv.encodingExists(name)) return null
  return () => {
    const decoder = iconv.getDecoder(name)
    return {write: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? ''}
  }
}

function web(name: string): StartDecoder | null {
  try {
    new TextDecoder(name)
  } catch {
    return null
  }
  return () => {
    const decoder = new TextDecoder(name, {ignoreBOM: true})
    return {write: (bytes) => decoder.decode(bytes, {stream: true}), end: () => decoder.decode()}
  }
}

function guessed(bytes: Uint8Array, fault: TextReading['fault'], faultAt: number): CharsetText {
  const name = utf8Letters(bytes) >= 0 ? 'utf-8' : 'windows-1252'
  return decoded(bytes, name, web(name)!, fault, faultAt)
}

/** How many letters beyond ASCII these bytes are as UTF-8; -1 where they are none. */
function utf8Letters(bytes: Uint8Array): number {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
    let count = 0
    for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) count += 1
    return count
  } catch {
    return -1
  }
}

/** The escapes with which ISO-2022-JP changes its sets (RFC 1468). */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true
  return false
}

/** The byte of the first sign of replacement that nobody wrote. */
function firstLost({text, byteIndex}: CharsetText, bytes: Uint8Array): number | null {
  let looked = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    // Whoever writes the sign itself so often has a text that was spoilt before.
    if (looked === MOST_LOOKED) return null
    looked += 1
    const byte = byteIndex(at)
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return byte
  }
  return null
}

const MOST_LOOKED = 100

/** Bytes between two places that are remembered; a character is looked for among so many at most. */
const STRIDE = 4096

function decoded(
  bytes: Uint8Array,
  charset: string,
  start: StartDecoder,
  fault: TextReading['fault'],
  faultAt: number | null,
): CharsetText {
  const decoder = start()
  const pieces: string[] = []
  /** Where a stretch begins in the bytes and in the text. */
  const marks: {readonly byte: number; readonly index: number}[] = []
  let index = 0
  for (let byte = 0; byte < bytes.length; ) {
    marks.push({byte, index})
    const feed = bytes.indexOf(0x0a, byte)
    const lineEnd = feed < 0 ? bytes.length : feed + 1
    const end = lineEnd - byte <= STRIDE ? lineEnd : betweenCharacters(bytes, byte + STRIDE)
    const piece = decoder.write(bytes.subarray(byte, end))
    pieces.push(piece)
    index += piece.length
    byte = end
  }
  pieces.push(decoder.end())
  const text = pieces.join('')
  const byteIndex = (wanted: number): number => {
    if (wanted >= text.length) return bytes.length
    let low = 0
    let high = marks.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (marks[middle]!.index <= wanted) low = middle
      else high = middle
    }
    const mark = marks[low]
    if (mark === undefined) return 0
    const next = marks[low + 1]?.byte ?? bytes.length
    return mark.byte + bytesBefore(bytes.subarray(mark.byte, next), wanted - mark.index, start)
  }
  return {text, charset, fault, faultAt, byteIndex}
}

/** Behind a blank or a sign that is no part of a longer character in any set but ISO-2022-JP, whose lines are short. */
function betweenCharacters(bytes: Uint8Array, end: number): number {
  for (let at = end; at > end - STRIDE / 2; at -= 1) if (bytes[at - 1]! <= 0x2f) return at
  return end
}

/** How many of these bytes the first characters take. */
function bytesBefore(bytes: Uint8Array, characters: number, start: StartDecoder): number {
  const lengthOf = (count: number) => start().write(bytes.subarray(0, count)).length
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lengthOf(middle) >= characters) high = middle
    else low = middle + 1
  }
  return low
}
