/**
 * One pass over a file's bytes before anything is parsed: size, hash, and what encoding they can be. Memory is one
 * read block, whatever the size.
 */
import {isAscii, isUtf8} from 'node:buffer'
import {createHash} from 'node:crypto'
import {open} from 'node:fs/promises'
import {AppError} from '../../errors.ts'
import {openError} from '../files/open-error.ts'

export type TextEncoding = 'utf-8' | 'cp932'

export interface FileSurvey {
  readonly path: string
  readonly sizeBytes: number
  /** When the file was last written to, milliseconds. */
  readonly modifiedMs: number
  /** Hex. Says whether two imports read the same bytes. */
  readonly sha256: string
  readonly hasBom: boolean
  readonly encoding: TextEncoding
  /** 0 to 100. */
  readonly confidence: number
}

const BLOCK_BYTES = 1 << 20

/** Throws FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE, FILE_EMPTY, FILE_BINARY, ENCODING_UNSURE, ENCODING_UNREAD. */
export async function surveyFile(path: string, said: TextEncoding | null): Promise<FileSurvey> {
  const file = await open(path, 'r').catch((error) => Promise.reject(openError(path, error)))
  try {
    const stat = await file.stat()
    if (stat.isDirectory()) throw new AppError('FILE_IS_FOLDER', {file: path})
    if (!stat.isFile()) throw new AppError('FILE_UNREADABLE', {file: path, why: 'not a regular file'})
    const hash = createHash('sha256')
    const block = Buffer.allocUnsafe(BLOCK_BYTES)
    const guess = startGuess(path)
    let size = 0
    for (;;) {
      const {bytesRead} = await file.read(block, 0, BLOCK_BYTES)
      if (bytesRead === 0) break
      const bytes = block.subarray(0, bytesRead)
      hash.update(bytes)
      guess.see(bytes, size)
      size += bytesRead
    }
    if (size === 0 || (size === 3 && guess.hasBom())) throw new AppError('FILE_EMPTY', {file: path})
    return {
      path,
      sizeBytes: size,
      modifiedMs: stat.mtimeMs,
      sha256: hash.digest('hex'),
      hasBom: guess.hasBom(),
      ...guess.decide(said),
    }
  } finally {
    await file.close()
  }
}

/** First bytes of things that are not text, by name. */
const MAGIC: readonly (readonly [string, Buffer])[] = [
  ['PK', Buffer.from('PK\x03\x04', 'latin1')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PDF', Buffer.from('%PDF')],
  ['OLE', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['SQLite', Buffer.from('SQLite format 3\0')],
]

function startGuess(path: string) {
  let first: Buffer = Buffer.alloc(0)
  // Where the text stops being ASCII: a list may begin with pages of addresses and no name.
  let sample: Buffer = Buffer.alloc(0)
  let hasJisEscape = false
  let controls = 0
  let firstControl = -1
  let sawNonAscii = false
  let utf8Faults = 0
  let cp932Faults = 0
  // A character may straddle two blocks; its bytes wait here for the next one.
  let tail: Buffer = Buffer.alloc(0)
  const cp932 = new TextDecoder('shift_jis')

  return {
    hasBom: () => first.length >= 3 && first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf,
    see(bytes: Buffer, offset: number) {
      if (offset === 0) {
        first = Buffer.from(bytes.subarray(0, 8192))
        const magic = MAGIC.find(([, start]) => first.subarray(0, start.length).equals(start))
        if (magic) throw new AppError('FILE_BINARY', {file: path, offset: 0, byte: `0x${hex(first[0]!)} (${magic[0]})`})
        for (const [at, byte] of first.entries())
          if (
            byte < 0x20 &&
            byte !== 9 &&
            byte !== 10 &&
            byte !== 13 &&
            byte !== 0x1b &&
            byte !== 0x1a &&
            byte !== 0x0c
          ) {
            controls += 1
            if (firstControl < 0) firstControl = at
          }
      }
      if (!hasJisEscape && JIS_ESCAPES.some((start) => bytes.includes(start))) hasJisEscape = true
      const isPlain = isAscii(bytes)
      if (isPlain && tail.length === 0) return
      sawNonAscii = true
      if (!isPlain && sample.length < SAMPLE_BYTES)
        sample = Buffer.concat([sample, fromNonAscii(bytes, SAMPLE_BYTES - sample.length)])
      const joined = tail.length === 0 ? bytes : Buffer.concat([tail, bytes])
      const end = lastLineEnd(joined)
      const cut = end === 0 && joined.length > 4 * BLOCK_BYTES ? joined.length : end
      tail = Buffer.from(joined.subarray(cut))
      const whole = joined.subarray(0, cut)
      if (!isUtf8(whole)) utf8Faults += 1
      if (utf8Faults > 0) cp932Faults += replacements(cp932.decode(whole))
    },
    decide(said: TextEncoding | null): {encoding: TextEncoding; confidence: number} {
      const looksWide =
        first.length >= 2 && ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff))
      if (looksWide || controls > first.length / 5) {
        if (looksWide || evenNuls(first))
          throw new AppError('ENCODING_UNREAD', {file: path, guess: 'UTF-16', confidence: 95})
      }
      // A stray control character or two spoil a row, not a file.
      if (controls > 2 && controls * 50 > first.length)
        throw new AppError('FILE_BINARY', {file: path, offset: firstControl, byte: `0x${hex(first[firstControl]!)}`})
      if (said !== null) return {encoding: said, confidence: 100}
      if (this.hasBom()) return {encoding: 'utf-8', confidence: 100}
      if (hasJisEscape) throw new AppError('ENCODING_UNREAD', {file: path, guess: 'ISO-2022-JP', confidence: 99})
      if (tail.length > 0) {
        if (!isUtf8(tail)) utf8Faults += 1
        if (utf8Faults > 0) cp932Faults += replacements(new TextDecoder('shift_jis').decode(tail))
      }
      if (!sawNonAscii) return {encoding: 'utf-8', confidence: 100}
      if (utf8Faults === 0) return {encoding: 'utf-8', confidence: 99}
      return judgeLegacy(path, sample, cp932Faults)
    },
  }
}

const SAMPLE_BYTES = 8192
/** ESC $ @ and ESC $ B, which switch ISO-2022-JP to kanji. */
const JIS_ESCAPES = [Buffer.from('\x1b$@'), Buffer.from('\x1b$B')]

/** From the line on in which the first byte over 0x7f stands. */
function fromNonAscii(bytes: Buffer, limit: number): Buffer {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  const start = lastLineEnd(bytes.subarray(0, at))
  return bytes.subarray(start, start + limit)
}

/**
 * Not UTF-8: CP932 when it reads as Japanese text. A few bad bytes are left to the row that holds them. Other
 * encodings are refused, never garbled.
 */
function judgeLegacy(path: string, sample: Buffer, faults: number): {encoding: TextEncoding; confidence: number} {
  // Damaged UTF-8 still holds whole characters of several bytes; other encodings hardly ever look like one.
  const utf8 = sample.toString('utf8')
  const whole = utf8.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0
  if (whole > 4 * replacements(utf8)) return {encoding: 'utf-8', confidence: 80}
  const asCp932 = new TextDecoder('shift_jis').decode(sample)
  const asEuc = new TextDecoder('euc-jp').decode(sample)
  const eucScore = japaneseShare(asEuc, 1)
  const looksEuc = eucScore > japaneseShare(asCp932, 0.5) && replacements(asEuc) <= replacements(asCp932)
  if (looksEuc && eucScore > 0.5 && !isHalfWidthKana(asCp932))
    throw new AppError('ENCODING_UNREAD', {file: path, guess: 'EUC-JP', confidence: Math.round(eucScore * 100)})
  const cp932Score = japaneseShare(asCp932, 1)
  const confidence = Math.round(Math.max(0, Math.min(1, cp932Score) - Math.min(0.3, faults / 100)) * 100)
  // Korean and Chinese encodings read as CP932 too, but as words no Japanese list holds.
  if (confidence < 60 || cp932Score < 0.75)
    throw new AppError('ENCODING_UNSURE', {file: path, guess: cp932Score > 0.3 ? 'CP932' : 'Windows-1252', confidence})
  return {encoding: 'cp932', confidence}
}

/**
 * Share of non-ASCII characters that Japanese lists are made of. kanaWeight: what half-width kana count, as EUC-JP
 * shows up as them. One such character alone behind a Latin letter hardly counts: it is an accented letter of
 * another encoding (Ren\xe9e).
 */
function japaneseShare(text: string, kanaWeight: number): number {
  let all = 0
  let good = 0
  for (const [run] of text.matchAll(/[A-Za-z]?[^\x00-\x7f]+/g)) {
    const isBehindLatin = run.charCodeAt(0) < 0x80
    const chars = isBehindLatin ? run.slice(1) : run
    const weight = isBehindLatin && chars.length === 1 ? 0.2 : 1
    for (let i = 0; i < chars.length; i += 1) {
      const code = chars.charCodeAt(i)
      all += 1
      if (isJapanese(code)) good += weight
      else if (code >= 0xff61 && code <= 0xff9f) good += weight * kanaWeight
    }
  }
  return all === 0 ? 0 : good / all
}

/** Kana, kanji, punctuation and signs (※ → ■ ① ℡), full-width letters and the squared words of CP932 (㈱ ㎝). */
function isJapanese(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x266f) ||
    (code >= 0x3231 && code <= 0x33cd) ||
    (code >= 0xf900 && code <= 0xfa2d)
  )
}

function isHalfWidthKana(text: string): boolean {
  return /^[\x00-\x7f\uff66-\uff9f]*$/.test(text)
}

function replacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

function evenNuls(bytes: Buffer): boolean {
  let nuls = 0
  for (const byte of bytes) if (byte === 0) nuls += 1
  return nuls * 4 > bytes.length
}

/** Line ends are single bytes in every encoding read here, so cutting after one never splits a character. */
function lastLineEnd(bytes: Buffer): number {
  const at = bytes.lastIndexOf(10)
  return at < 0 ? 0 : at + 1
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
