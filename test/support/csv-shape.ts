/** Opens a CSV file as an import does, reads it whole, and holds the reader to account for every line of it. */
import {readFileSync} from 'node:fs'
import {expect} from 'vitest'
import {textDecoder} from '../../src/adapters/csv/encoding/decode-text.ts'
import type {CsvFile} from '../../src/adapters/csv/open-csv.ts'
import {openCsv} from '../../src/adapters/csv/open-csv.ts'
import {readRecords} from '../../src/adapters/csv/read-records.ts'
import type {Span} from '../../src/adapters/csv/record-lines.ts'
import {placeOf} from './place.ts'

export interface ShapedFile {
  readonly csv: CsvFile
  /** Without the header. */
  readonly rows: readonly (readonly string[])[]
  readonly broken: number
}

/** Fails when a line of a plain file is neither skipped, nor blank, nor in exactly one record or broken line. */
export async function readShaped(path: string): Promise<ShapedFile> {
  const csv = await openCsv(await placeOf(path))
  const records: (readonly string[])[] = []
  const spans: Span[] = []
  let broken = 0
  for await (const chunk of readRecords(csv.survey, csv.dialect)) {
    expect(chunk.spans()).toHaveLength(chunk.records.length)
    records.push(...chunk.records)
    spans.push(...chunk.spans(), ...chunk.broken)
    broken += chunk.broken.length
  }
  expectAllLines(readFileSync(path), csv, spans)
  return {csv, rows: records.slice(csv.headerLine === null ? 0 : 1), broken}
}

function expectAllLines(bytes: Buffer, {survey, dialect}: CsvFile, spans: readonly Span[]): void {
  const decode = textDecoder(survey.encoding)
  const text = decode(bytes).replace(/^\ufeff/, '')
  const end = text.includes('\n') ? '\n' : '\r'
  const lines = text.split(end)
  let next = dialect.skipLines + 1
  for (const span of [...spans].sort((a, b) => a.line - b.line)) {
    expect(lines.slice(next - 1, span.line - 1).filter((line) => line !== '' && line !== '\r')).toEqual([])
    const own = decode(span.bytes).split(end)
    next = span.line + own.length - (own.at(-1) === '' ? 1 : 0)
    expect(lines.slice(span.line - 1, next - 1).join(end)).toBe(
      own.join(end).replace(/[\r\n]$/, (last) => (last === end ? '' : last)),
    )
  }
  expect(lines.slice(next - 1).filter((line) => line !== '' && line !== '\r')).toEqual([])
}
