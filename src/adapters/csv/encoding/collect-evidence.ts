/**
 * What a pass over a file's blocks keeps to tell its encoding by: its beginning, a bounded sample of what is not
 * ASCII from all over it, escape sequences, and whether it is UTF-8 throughout. No block is decoded.
 */
import {isAscii, isUtf8} from 'node:buffer'
import {BEGINNING_BYTES} from './beginning.ts'
import {encodingOfEscape} from './foreign.ts'

export interface Evidence {
  readonly beginning: Buffer
  /** Whole lines where possible, from the first line that is not all ASCII on. Empty for ASCII. */
  readonly sample: Buffer
  /** Encodings whose escape sequences occur. */
  readonly escapes: ReadonlySet<string>
  /** Blocks that are no UTF-8; damage of a few bytes spoils a few. */
  readonly utf8Faults: number
}

/** From where the text stops being ASCII: a list may begin with pages of addresses and no name. */
const FIRST_SAMPLE_BYTES = 1 << 13
/** From then on a little of every so much, since what comes later may be something else. */
const LATER_SAMPLE_BYTES = 256
const SAMPLE_EVERY_BYTES = 1 << 20
const MOST_SAMPLE_BYTES = 1 << 15
const ESC = 0x1b

export function collectEvidence() {
  let beginning: Buffer = Buffer.alloc(0)
  const samples: Buffer[] = []
  let sampled = 0
  let nextSampleAt = 0
  const escapes = new Set<string>()
  let utf8Faults = 0
  let seen = 0
  // A character may straddle two blocks; its bytes wait here for the next one.
  let tail: Buffer = Buffer.alloc(0)

  function takeSample(bytes: Buffer) {
    const limit = sampled < FIRST_SAMPLE_BYTES ? FIRST_SAMPLE_BYTES - sampled : LATER_SAMPLE_BYTES
    const sample = Buffer.from(fromNonAscii(bytes, limit))
    samples.push(sample)
    sampled += sample.length
    if (sampled >= FIRST_SAMPLE_BYTES) nextSampleAt = seen + SAMPLE_EVERY_BYTES
  }

  return {
    /** Blocks in file order. */
    see(bytes: Buffer): void {
      if (beginning.length < BEGINNING_BYTES)
        beginning = Buffer.concat([beginning, bytes.subarray(0, BEGINNING_BYTES - beginning.length)])
      for (let at = bytes.indexOf(ESC); at >= 0 && escapes.size < 8; at = bytes.indexOf(ESC, at + 1)) {
        const encoding = encodingOfEscape(bytes.subarray(at + 1, at + 4))
        if (encoding !== null) escapes.add(encoding)
      }
      const isPlain = isAscii(bytes)
      if (!isPlain && seen >= nextSampleAt && sampled < MOST_SAMPLE_BYTES) takeSample(bytes)
      seen += bytes.length
      if (isPlain && tail.length === 0) return
      const joined = tail.length === 0 ? bytes : Buffer.concat([tail, bytes])
      const end = wholeUtf8(joined)
      tail = Buffer.from(joined.subarray(end))
      if (!isUtf8(joined.subarray(0, end))) utf8Faults += 1
    },
    result(): Evidence {
      const faults = utf8Faults + (tail.length > 0 ? 1 : 0)
      return {beginning, sample: Buffer.concat(samples), escapes, utf8Faults: faults}
    },
  }
}

/** Where the last character that UTF-8 has not finished begins; the length when there is none. */
function wholeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) return back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** From the line on in which the first byte over 0x7f stands. */
function fromNonAscii(bytes: Buffer, limit: number): Buffer {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  const before = bytes.subarray(0, at)
  const line = Math.max(before.lastIndexOf(10), before.lastIndexOf(13)) + 1
  // Of a line without end only what stands around the place.
  const part = bytes.subarray(Math.max(line, at - 200)).subarray(0, limit)
  // Cut in the middle of a character, the sample would show a fault that is none.
  const end = part.length === limit ? Math.max(part.lastIndexOf(10), part.lastIndexOf(13)) : -1
  return end > at - line ? part.subarray(0, end + 1) : part
}
