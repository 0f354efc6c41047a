import {stringify} from 'csv-stringify/sync'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {encodeText} from '../../src/adapters/csv/encoding/encode-text.ts'
import {readRecords} from '../../src/adapters/csv/read-records.ts'
import {surveyFile} from '../../src/adapters/csv/survey-file.ts'
import {TEXT_ENCODINGS} from '../../src/core/text-encodings.ts'
import {AppError} from '../../src/errors.ts'
import {put, tempFolder} from '../support/files.ts'
import {placeOf} from '../support/place.ts'

const folder = tempFolder('encodings-any')
const REFUSALS = ['FILE_EMPTY', 'FILE_BINARY', 'ENCODING_UNSURE', 'ENCODING_RIVAL', 'ENCODING_UNREAD', 'ENCODING_WRONG']

/** Bytes in which every encoding finds halves of its characters, escapes and line ends. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r\n',
        '\r',
        '\0',
        '\x1b$B',
        '\x1b(B',
        '\x1b(I',
        '\x1b',
        '\ufeff',
        'a@example.jp',
      ),
      fc.constantFrom(...TEXT_ENCODINGS).map((encoding) => encodeText('漢字ｶﾅéü가한,"\n', encoding)),
      fc.uint8Array({maxLength: 4}),
    ),
    {maxLength: 40},
  )
  .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))))

/** Line ends in one byte or two, and escapes with nothing behind them. */
const BLANK = /^(?:[\r\n\0]|\x1b[$(][@BIJ])*$/

/** Each piece is found in the file behind the one before, and what lies between are blank lines; a short one may be found too early. */
function standInOrder([piece, ...rest]: readonly Buffer[], file: Buffer, at: number): boolean {
  if (piece === undefined) return BLANK.test(file.toString('latin1', at))
  for (let found = file.indexOf(piece, at); found >= 0; found = file.indexOf(piece, found + 1)) {
    if (!BLANK.test(file.toString('latin1', at, found))) return false
    if (standInOrder(rest, file, found + piece.length)) return true
  }
  return false
}

describe('any bytes at all', () => {
  it('are given an encoding or refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.option(fc.constantFrom(...TEXT_ENCODINGS)), async (bytes, said) => {
        const place = await placeOf(put(folder, 'told.csv', bytes))
        try {
          const {confidence, encoding} = await surveyFile(place, said)
          expect(TEXT_ENCODINGS).toContain(encoding)
          expect(confidence).toBeGreaterThanOrEqual(75)
          expect(confidence).toBeLessThanOrEqual(100)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(REFUSALS).toContain(error.code)
          expect(error.details.join()).not.toContain('a@example')
        }
      }),
      {numRuns: 400},
    )
  })

  it('are read in every encoding without a crash, and each byte stands in one line at most', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.constantFrom(...TEXT_ENCODINGS), async (bytes, encoding) => {
        const place = await placeOf(put(folder, 'read.csv', Buffer.concat([Buffer.from('x'), bytes])))
        const pieces: {line: number; bytes: Buffer}[] = []
        for await (const chunk of readRecords({place}, {encoding, hasBom: false, delimiter: ','})) {
          expect(chunk.spans()).toHaveLength(chunk.records.length)
          pieces.push(...chunk.spans(), ...chunk.broken)
        }
        pieces.sort((a, b) => a.line - b.line)
        expect(new Set(pieces.map((piece) => piece.line)).size).toBe(pieces.length)
        const file = Buffer.concat([Buffer.from('x'), bytes])
        expect(
          standInOrder(
            pieces.map((piece) => piece.bytes),
            file,
            0,
          ),
        ).toBe(true)
      }),
      {numRuns: 600},
    )
  })
})

describe('rows written in any encoding', () => {
  const cells = {
    'utf-8': 'aé漢😀',
    'utf-16le': 'aé漢∢Ⱒ😀',
    'utf-16be': 'aé漢∢Ⱒ😀',
    cp932: 'a漢髙ﾔ表ポ',
    'euc-jp': 'a漢髙ﾔ表ポ',
    'iso-2022-jp': 'a漢髙ﾔ表ポ',
    'windows-1252': 'aé“€',
    'iso-8859-1': 'aé¤',
    gb18030: 'a汉髙㐀',
    big5: 'a漢功許',
    'euc-kr': 'a한똠九',
  } as const

  it('are read as they were, with the bytes of each row', async () => {
    const tables = fc.constantFrom(...TEXT_ENCODINGS).chain((encoding) => {
      const letter = fc.constantFrom(...cells[encoding], '"', ',', '\n', ' ', '|')
      const cell = fc.array(letter, {maxLength: 6}).map((letters) => letters.join(''))
      const rows = fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 20})
      return fc.record({encoding: fc.constant(encoding), rows, delimiter: fc.constantFrom(',', '|')})
    })
    await fc.assert(
      fc.asyncProperty(tables, async ({encoding, rows, delimiter}) => {
        const table = rows.map(([a, b]) => [`x${a}`, b])
        const bytes = encodeText(stringify(table, {delimiter, quoted_match: /[\r\n]/}), encoding)
        const place = await placeOf(put(folder, 'written.csv', bytes))
        const records: (readonly string[])[] = []
        const spans: Buffer[] = []
        for await (const chunk of readRecords({place}, {encoding, hasBom: false, delimiter})) {
          expect(chunk.broken).toEqual([])
          records.push(...chunk.records)
          spans.push(...chunk.spans().map((span) => span.bytes))
        }
        expect(records).toEqual(table)
        expect(Buffer.concat(spans)).toEqual(bytes)
      }),
      {numRuns: 300},
    )
  })
})
