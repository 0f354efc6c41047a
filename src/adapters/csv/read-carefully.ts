/**
 * Reads the records of a stretch of CSV that holds stray quotes, line by line: a line that cannot be a record, alone or
 * with the next ones, is broken, and the next line starts anew.
 */
import type {FileLimits} from '../../core/contacts/file-limits.ts'
import {readCells} from './record-cells.ts'
import type {Span} from './record-lines.ts'
import {splitLines} from './record-lines.ts'

export interface HowToRead {
  readonly lineEnd: number
  readonly decode: (bytes: Buffer) => string
  readonly delimiter: string
  /** Cells of the file's first record; 0 = not read yet. */
  readonly width: number
  readonly limits: FileLimits
}

export type Broken = Span & {readonly why: 'quote' | 'too-long'}

interface Careful {
  readonly records: readonly (readonly string[])[]
  /** Of each record. */
  readonly places: readonly Span[]
  readonly broken: readonly Broken[]
}

export function readCarefully(bytes: Buffer, firstLine: number, how: HowToRead): Careful {
  const records: string[][] = []
  const places: Span[] = []
  const broken: Broken[] = []
  const lines = splitLines(bytes, how.lineEnd)
  let {width} = how
  for (let at = 0; at < lines.length; ) {
    const found = recordAt(bytes, lines, at, {...how, width})
    const span = {line: firstLine + at, bytes: bytes.subarray(lines[at]!.start, lines[at + found.lines - 1]!.end)}
    if (found.why !== null) broken.push({...span, why: found.why})
    else if (found.record !== null) {
      if (width === 0) width = found.record.length
      records.push(found.record)
      places.push(span)
    }
    at += found.lines
  }
  return {records, places, broken}
}

/** How many lines a quoted cell may span when its record has to be pieced together. */
const MAX_JOINED_LINES = 100

/**
 * The record that begins on a line: with the lines after it while a quote is open. record null: a blank line. A joined
 * record of another width than the file's is taken for a stray quote that met another one.
 */
function recordAt(
  bytes: Buffer,
  lines: readonly {start: number; end: number}[],
  at: number,
  how: HowToRead,
): {record: string[] | null; lines: number; why: null} | {lines: 1; why: Broken['why']} {
  const {start} = lines[at]!
  let text = ''
  for (let count = 1; count <= MAX_JOINED_LINES && at + count <= lines.length; count += 1) {
    const {start: from, end} = lines[at + count - 1]!
    if (end - start > how.limits.recordBytes) return {lines: 1, why: count === 1 ? 'too-long' : 'quote'}
    const line = how.decode(bytes.subarray(from, end))
    text += line
    // Only a line with a quote can close one.
    if (count > 1 && !line.includes('"')) continue
    const own = withoutEnd(text, how.lineEnd)
    if (own === '') return {record: null, lines: count, why: null}
    const cells = readCells(own, how.delimiter)
    if (cells === 'open') continue
    const isWhole = cells !== 'misplaced' && (count === 1 || how.width === 0 || cells.length === how.width)
    return isWhole ? {record: cells, lines: count, why: null} : {lines: 1, why: 'quote'}
  }
  return {lines: 1, why: 'quote'}
}

function withoutEnd(text: string, lineEnd: number): string {
  if (text.charCodeAt(text.length - 1) !== lineEnd) return text
  return text.slice(0, text.endsWith('\r\n') ? -2 : -1)
}
