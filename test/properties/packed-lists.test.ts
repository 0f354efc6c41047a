/** A packed list or a workbook that was altered in any place is read as it was written or refused, never read as another. */
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readSource} from '../../src/adapters/csv/source/read-source.ts'
import {AppError} from '../../src/errors.ts'
import {put, tempFolder} from '../support/files.ts'
import {placeOf} from '../support/place.ts'
import {escaped, workbookFile} from '../support/workbook-file.ts'
import {zipFile} from '../support/zip-file.ts'

const folder = tempFolder('packed-lists')
const LIST = 'email,name\ntaro@example.jp,山田 太郎\n'
const CELLS = ['email', 'taro@example.jp', '山田 太郎']
const BOOK = workbookFile({
  sheets: [
    {
      name: 'List',
      rows: CELLS.map(
        (_, i) =>
          `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c><c r="B${i + 1}" s="1"><v>45383</v></c></row>`,
      ).join(''),
    },
  ],
  texts: CELLS.map((text) => `<si><t>${escaped(text)}</t></si>`),
  formats: ['yyyy/m/d'],
})

async function textOrRefusal(bytes: Buffer): Promise<string> {
  const path = put(folder, 'list', bytes)
  try {
    const blocks: Buffer[] = []
    for await (const block of readSource(await placeOf(path))) blocks.push(block)
    return Buffer.concat(blocks).toString()
  } catch (error) {
    if (error instanceof AppError && error.code !== 'BUG') return 'refused'
    throw error
  }
}

describe('a list that was altered', () => {
  it.each<[string, Buffer, number]>([
    // What begins with other bytes is a text file to us, and the survey of its text refuses it.
    ['gzip', gzipSync(LIST), 2],
    ['zip', zipFile([{name: 'list.csv', content: LIST}]), 4],
    ['workbook', BOOK, 4],
  ])('(%s) is the same or refused', async (_name, whole, from) => {
    const text = await textOrRefusal(whole)
    expect(text).toContain('taro@example.jp')
    const at = fc.integer({min: from, max: whole.length - 1})
    const change = fc.record({at, byte: fc.integer({min: 1, max: 255})})
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), fc.option(at), async (changes, cut) => {
        const bytes = Buffer.from(whole)
        for (const {at, byte} of changes) bytes[at]! ^= byte
        expect(['refused', text]).toContain(await textOrRefusal(cut === null ? bytes : bytes.subarray(0, cut)))
      }),
      {numRuns: 500},
    )
  })

  it('any bytes behind the first ones of an archive are refused or read, without a crash', async () => {
    const start = fc.constantFrom([0x1f, 0x8b, 8], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({maxLength: 600}), async (first, rest) => {
        expect(await textOrRefusal(Buffer.from([...first, ...rest]))).toBe('refused')
      }),
      {numRuns: 300},
    )
  })
})
