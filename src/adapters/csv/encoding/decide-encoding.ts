/**
 * From what was seen of a file to the encoding it is read in. What is not sure is refused with the readings it could
 * be; what somebody says is believed as long as the bytes allow it.
 */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {ENCODING_LABELS} from '../../../core/text-encodings.ts'
import {AppError} from '../../../errors.ts'
import {refuseControls, refuseMagic, wideEncoding} from './beginning.ts'
import type {Evidence} from './collect-evidence.ts'
import type {Reading} from './detect.ts'
import {confidenceIn, noiseOf, readingAs, readingsOf} from './detect.ts'
import {foreignAscii, isJisX0213} from './foreign.ts'
import {markedEncoding} from './marks.ts'
import {rivalOfWestern} from './rivals.ts'
import {readerOf, sideBySide} from './side-by-side.ts'

export interface EncodingChoice {
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  /** 0 to 100. */
  readonly confidence: number
}

/** Confidence from which on a file is read without asking. */
const SURE = 75
/** So few bytes may be UTF-8 by chance. */
const BY_CHANCE_BYTES = 32
/** Bits by which a reading must be worse, or better, than noise to speak against, or for, itself. */
const CLEARLY = 20

/** file: as errors name it. Throws FILE_BINARY, ENCODING_UNSURE, ENCODING_RIVAL, ENCODING_UNREAD, ENCODING_WRONG. */
export function decideEncoding(file: string, evidence: Evidence, said: TextEncoding | null): EncodingChoice {
  const {beginning, sample} = evidence
  refuseMagic(file, beginning)
  const wide = wideEncoding(file, beginning)
  if (wide !== null) return agreed(file, wide.hasBom ? 100 : 95, wide, said)
  if (said === 'utf-16le' || said === 'utf-16be') return believeWide(file, evidence, said)
  refuseControls(file, beginning)
  if (sample.length === 0) return decideAscii(file, evidence, said)
  const marked = markedEncoding(beginning)
  if (marked !== null && betterThan(marked, sample) === null)
    return agreed(file, 100, {encoding: marked, hasBom: true}, said)
  if (said !== null) return believe(file, sample, said)
  if (evidence.utf8Faults === 0 && nonAscii(sample) > BY_CHANCE_BYTES)
    return {encoding: 'utf-8', hasBom: false, confidence: 99}
  return mostLikely(file, sample)
}

/** The bytes are proof; another word on them is a mistake that would garble the list. */
function agreed(
  file: string,
  confidence: number,
  found: Omit<EncodingChoice, 'confidence'>,
  said: TextEncoding | null,
): EncodingChoice {
  if (said === null || said === found.encoding) return {...found, confidence}
  // People say UTF-16 and leave the order of the bytes to the mark.
  if (isWide(said) && isWide(found.encoding) && found.hasBom) return {...found, confidence}
  throw wrong(file, said, found.encoding, confidence, [])
}

function isWide(encoding: TextEncoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}

/** Not even a line end or a comma: letters of UTF-16 that are in ASCII have a zero byte each. */
function believeWide(file: string, {beginning, sample}: Evidence, said: TextEncoding): EncodingChoice {
  if (beginning.includes(0)) return {encoding: said, hasBom: false, confidence: 100}
  const best = sample.length === 0 ? 'utf-8' : readingsOf(sample)[0]!.encoding
  throw wrong(file, said, best, 99, [])
}

function decideAscii(file: string, {beginning, escapes}: Evidence, said: TextEncoding | null): EncodingChoice {
  const foreign = [...escapes].find((each) => each !== 'ISO-2022-JP') ?? foreignAscii(beginning)
  if (foreign !== null) throw new AppError('ENCODING_UNREAD', {file, guess: foreign, confidence: 95})
  if (escapes.has('ISO-2022-JP')) return agreed(file, 99, {encoding: 'iso-2022-jp', hasBom: false}, said)
  return {encoding: said ?? 'utf-8', hasBom: false, confidence: 100}
}

function mostLikely(file: string, sample: Buffer): EncodingChoice {
  const readings = readingsOf(sample)
  const [best, next] = readings as readonly [Reading, Reading]
  const confidence = confidenceIn(readings, sample)
  if (isJisX0213(sample, best.encoding))
    throw new AppError('ENCODING_UNREAD', {file, guess: 'JIS X 0213', confidence: 95})
  // A few bad bytes are left to the rows that hold them.
  const isDamaged = best.faults > 2 && best.faults * 10 > best.characters
  if (confidence >= SURE && !isDamaged) {
    if (best.encoding === 'windows-1252') refuseRival(file, sample)
    return {encoding: best.encoding, hasBom: false, confidence}
  }
  throw new AppError(
    'ENCODING_UNSURE',
    {
      file,
      guess: ENCODING_LABELS[best.encoding],
      confidence: Math.min(confidence, SURE - 1),
      best: best.encoding,
      next: next.encoding,
    },
    {details: sideBySide(sample, [readerOf(best.encoding), readerOf(next.encoding)])},
  )
}

/** Throws ENCODING_RIVAL. */
function refuseRival(file: string, sample: Buffer): void {
  const found = rivalOfWestern(sample)
  if (found === null) return
  const own = readerOf('windows-1252')
  const values = {file, guess: found.rival.name, confidence: found.confidence, read: own.name, encoding: 'windows-1252'}
  throw new AppError('ENCODING_RIVAL', values, {details: sideBySide(sample, [found.rival, own])})
}

/** A few bad bytes are left to the rows that hold them. */
function believe(file: string, sample: Buffer, said: TextEncoding): EncodingChoice {
  const better = betterThan(said, sample)
  if (better === null) return {encoding: said, hasBom: false, confidence: 100}
  throw wrong(
    file,
    said,
    better.encoding,
    better.confidence,
    sideBySide(sample, [readerOf(said), readerOf(better.encoding)]),
  )
}

/** The likeliest other when in this encoding most is no text, or makes no sense and clearly does in the other; else null. */
function betterThan(said: TextEncoding, sample: Buffer): {encoding: TextEncoding; confidence: number} | null {
  const reading = readingAs(sample, said)
  const others = readingsOf(sample).filter((each) => each.encoding !== said)
  const best = others[0]!
  // One or two bad bytes in a file without any other such byte are damage.
  const isNoText = reading.faults > 2 && reading.faults * 2 > reading.characters
  const isNoise = reading.surprise > noiseOf(sample, said) + CLEARLY
  const isOther = best.surprise < noiseOf(sample, best.encoding) - CLEARLY
  if (!isNoText && !(isNoise && isOther)) return null
  return {encoding: best.encoding, confidence: confidenceIn(others, sample)}
}

function wrong(
  file: string,
  said: TextEncoding,
  guess: TextEncoding,
  confidence: number,
  details: readonly string[],
): AppError {
  const values = {file, said: ENCODING_LABELS[said], guess: ENCODING_LABELS[guess], encoding: guess, confidence}
  return new AppError('ENCODING_WRONG', values, {details})
}

function nonAscii(sample: Buffer): number {
  let count = 0
  for (const byte of sample) if (byte > 0x7f) count += 1
  return count
}
