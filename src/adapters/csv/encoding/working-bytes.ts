/**
 * Encodings in which a quote or a line end cannot be found in the bytes themselves are read through working bytes of
 * another encoding, in which they can. Line for line both are the same, so a row still has its original bytes.
 */
import type {TextEncoding} from '../../../core/text-encodings.ts'
import {jisToCp932} from './jis.ts'
import {markOf} from './marks.ts'
import {wideToUtf8} from './wide.ts'

export interface WorkingBytes {
  /** What the working bytes are written in. */
  readonly encoding: 'utf-8' | 'cp932'
  /** The next block of the file, undefined at its end; gives the working bytes that are whole by now. */
  add(block: Buffer | undefined): Buffer
  /** Original bytes of so many lines (Infinity: all that is there) from a line on. They and what precedes them are forgotten. */
  take(line: number, count: number, lineEnd: number): Buffer
  /** At most so many bytes of a line that has no end yet; then all that was added is forgotten. */
  giveUp(line: number, lineEnd: number, most: number): Buffer
  /** The lines of bytes that were taken, each with its end. */
  lines(bytes: Buffer, lineEnd: number): readonly Buffer[]
}

/** Null where the bytes of the file can be cut as they are. hasBom: the mark is in none of the lines. */
export function workingBytes(encoding: TextEncoding, hasBom: boolean): WorkingBytes | null {
  if (encoding === 'iso-2022-jp') return recoded('cp932', jisToCp932(), {markLength: 0, unit: 1, findEnd: endInBytes})
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return null
  const markLength = hasBom ? markOf(encoding).length : 0
  const findEnd = encoding === 'utf-16le' ? endInLittle : endInBig
  return recoded('utf-8', wideToUtf8(encoding), {markLength, unit: 2, findEnd})
}

/** The place behind the next line end, from a place on that begins a character; the length when there is none. */
type FindEnd = (bytes: Buffer, from: number, lineEnd: number) => number

const endInBytes: FindEnd = (bytes, from, lineEnd) => {
  const at = bytes.indexOf(lineEnd, from)
  return at < 0 ? bytes.length : at + 1
}

const endInLittle: FindEnd = (bytes, from, lineEnd) => {
  for (let at = bytes.indexOf(lineEnd, from); at >= 0; at = bytes.indexOf(lineEnd, at + 1))
    if (at % 2 === 0 && bytes[at + 1] === 0) return at + 2
  return bytes.length
}

const endInBig: FindEnd = (bytes, from, lineEnd) => {
  for (let at = bytes.indexOf(lineEnd, from); at >= 0; at = bytes.indexOf(lineEnd, at + 1))
    if (at % 2 === 1 && bytes[at - 1] === 0) return at + 1
  return bytes.length
}

function recoded(
  encoding: WorkingBytes['encoding'],
  recode: (block: Buffer, isLast: boolean) => Buffer,
  {markLength, unit, findEnd}: {readonly markLength: number; readonly unit: 1 | 2; readonly findEnd: FindEnd},
): WorkingBytes {
  let kept: Buffer = Buffer.alloc(0)
  // Joined when they are asked for: a long line comes in many blocks.
  let added: Buffer[] = []
  // The line that kept begins with, or in.
  let keptLine = 1
  let toDrop = markLength

  /** Where a line begins in all that is kept. */
  function startOf(line: number, lineEnd: number): number {
    if (added.length > 0) kept = kept.length === 0 && added.length === 1 ? added[0]! : Buffer.concat([kept, ...added])
    added = []
    let start = 0
    for (; keptLine < line; keptLine += 1) start = findEnd(kept, start, lineEnd)
    return start
  }

  return {
    encoding,
    add(block) {
      if (block === undefined) return recode(Buffer.alloc(0), true)
      const drop = Math.min(toDrop, block.length)
      toDrop -= drop
      const bytes = block.subarray(drop)
      added.push(bytes)
      return recode(bytes, false)
    },
    take(line, count, lineEnd) {
      const start = startOf(line, lineEnd)
      let end = start
      let lines = 0
      for (; lines < count && end < kept.length; lines += 1) end = findEnd(kept, end, lineEnd)
      const taken = kept.subarray(start, end)
      kept = Buffer.from(kept.subarray(end))
      keptLine += lines
      return taken
    },
    giveUp(line, lineEnd, most) {
      const start = startOf(line, lineEnd)
      const taken = Buffer.from(kept.subarray(start, start + most))
      // Half a character stays, or the places of the next ones would be off.
      kept = Buffer.from(kept.subarray(kept.length - (kept.length % unit)))
      return taken
    },
    lines(bytes, lineEnd) {
      const lines: Buffer[] = []
      for (let start = 0; start < bytes.length; ) {
        const end = findEnd(bytes, start, lineEnd)
        lines.push(bytes.subarray(start, end))
        start = end
      }
      return lines
    },
  }
}
