/**
 * Which encoding some bytes are in, by what they say: each reading is tried strictly, and the one that makes the best
 * list wins by as much as it is better than the next, and than no reading at all.
 */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {textDecoder} from './decode-text.ts'
import {surpriseIn} from './score-text.ts'

export interface Reading {
  readonly encoding: TextEncoding
  /** Bits; comparable between readings of the same bytes. */
  readonly surprise: number
  /** Places that are no characters, of the characters that are not ASCII. */
  readonly faults: number
  readonly characters: number
}

const CANDIDATES = ['utf-8', 'cp932', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'windows-1252'] as const

/** sample: some lines that are not all ASCII. Best first. */
export function readingsOf(sample: Buffer): readonly Reading[] {
  return CANDIDATES.map((encoding) => readingAs(sample, encoding)).sort((a, b) => a.surprise - b.surprise)
}

export function readingAs(sample: Buffer, encoding: TextEncoding): Reading {
  const text = textDecoder(encoding)(sample)
  let ascii = 0
  for (const byte of sample) if (byte < 0x80) ascii += 1
  let faults = 0
  let characters = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    characters += 1
    if (code === 0xfffd || code < 0xa0) faults += 1
  }
  return {encoding, surprise: surpriseIn(text, encoding, ascii), faults, characters}
}

/**
 * Bits per byte at which a reading makes no more sense than noise. Noise costs more where every byte is a letter of
 * its own, since hardly any of those are common.
 */
function noiseBits(encoding: TextEncoding): number {
  // Any two bytes are some hanzi or kana, but not any two are hangul.
  return encoding === 'cp932' || encoding === 'euc-jp' || encoding === 'gb18030' || encoding === 'big5' ? 6.9 : 8
}

/** Surprise above which a reading of the sample is no better than noise. */
export function noiseOf(sample: Buffer, encoding: TextEncoding): number {
  let bytes = 0
  for (const byte of sample) if (byte > 0x7f) bytes += 1
  return bytes * noiseBits(encoding)
}

/** Characters are no independent witnesses of each other: so many bits count as one. */
const DEPENDENCE = 2.5

/** 0 to 100: how sure the first of the readings is against the others and against noise. */
export function confidenceIn(readings: readonly Reading[], sample: Buffer): number {
  const best = readings[0]!
  const rivals = [...readings.slice(1).map((each) => each.surprise), noiseOf(sample, best.encoding)]
  const odds = rivals.reduce((sum, surprise) => sum + 2 ** ((best.surprise - surprise) / DEPENDENCE), 0)
  return Math.round(100 / (1 + odds))
}
