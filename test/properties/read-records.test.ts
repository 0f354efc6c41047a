import {stringify} from 'csv-stringify/sync'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {AppError} from '../../src/errors.ts'
import {readAll} from '../adapters/csv/read-all.ts'
import {put, tempFolder} from '../support/files.ts'

const folder = tempFolder('read-records-any')

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '"',
      '"',
      ',',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '""',
      '",',
      ',"',
      '"\n',
      ' ',
      '\0',
      'a',
      'bc',
      '漢',
      ';',
      '\t',
    ),
    fc.uint8Array({maxLength: 3}),
  ),
  {maxLength: 60},
)
const anyBytes = pieces.map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))))

describe('any bytes at all', () => {
  it('are read without a crash, and records and broken lines account for every line that is not blank', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.constantFrom('utf-8' as const, 'cp932' as const), async (bytes, encoding) => {
        const path = put(folder, 'any.csv', bytes)
        const whole = await readAll(path, {encoding}).catch((error) => {
          if (error instanceof AppError && /^(FILE_(EMPTY|BINARY)|ENCODING_\w+|ARCHIVE_\w+)$/.test(error.code))
            return null
          throw error
        })
        if (whole === null) return
        expect(whole.spans).toHaveLength(whole.records.length)
        const seen = [...whole.spans, ...whole.broken].sort((a, b) => a.line - b.line)
        const end = bytes.includes(10) ? '\n' : '\r'
        const body = bytes.subarray(bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0).toString('latin1')
        const lines = body.split(end).map((line, i, all) => (i < all.length - 1 ? line + end : line))
        // Walk the file: each span stands where it says it does; what lies between is blank.
        let line = 1
        for (const span of seen) {
          for (; line < span.line; line += 1) expect(lines[line - 1]).toMatch(/^\r?\n$|^\r$/)
          const text = span.bytes.toString('latin1')
          const count = text.split(end).length - (text.endsWith(end) ? 1 : 0)
          expect(lines.slice(line - 1, line - 1 + count).join('')).toBe(text)
          line += count
        }
        for (; line <= lines.length; line += 1) expect(lines[line - 1]).toMatch(/^\r?\n?$/)
      }),
      {numRuns: 600},
    )
  })
})

describe('rows written by csv-stringify', () => {
  // What may be a letter of UTF-7 is refused before it is read.
  const cell = fc.oneof(
    fc.string({maxLength: 8}).filter((text) => !/\+[A-Za-z0-9+/]{3}/.test(text)),
    fc
      .array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', '漢', ' ', '\t', ';'), {maxLength: 8})
      .map((parts) => parts.join('')),
  )
  const table = fc
    .integer({min: 2, max: 5})
    .chain((width) => fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 30}))

  // A CR ends lines only in a file without LF.
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  const delimiters = fc.constantFrom(',', '\t', ';', '|', ':')

  async function expectSame(rows: string[][], end: string, delimiter: string, quoted: boolean) {
    const clean = rows.map((row, i) =>
      row.map((text, j) => (i === 0 && j === 0 ? `h${text}` : text).replace(end === '\r' ? /\n/g : /$^/, '')),
    )
    const text = stringify(clean, {record_delimiter: end, delimiter, quoted, quoted_match: /[\r\n]/})
    const whole = await readAll(put(folder, 'written.csv', text), {delimiter, encoding: 'utf-8'})
    expect(whole.broken).toEqual([])
    expect(whole.records).toEqual(clean)
    expect(Buffer.concat(whole.spans.map((span) => span.bytes)).toString()).toBe(text)
  }

  it('are read as they were', async () => {
    await fc.assert(fc.asyncProperty(table, ends, delimiters, fc.boolean(), expectSame), {numRuns: 300})
  })

  it('are read as they were when a block of the file ends among them', async () => {
    const block = 1 << 16
    await fc.assert(
      fc.asyncProperty(table, ends, delimiters, fc.integer({min: 8, max: 400}), async (rows, end, delimiter, back) => {
        const width = rows[0]!.length
        const filler = ['x'.repeat(block - back), ...Array<string>(width - 1).fill('y')]
        await expectSame([filler, ...rows, ...rows], end, delimiter, false)
      }),
      {numRuns: 150},
    )
  })
})
