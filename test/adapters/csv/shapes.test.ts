/** Files of other projects, kept for what is odd about them: the small ones here, all of them in the corpus. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import {AppError} from '../../../src/errors.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'
import {readShaped} from '../../support/csv-shape.ts'

const shapes = fileURLToPath(new URL('../../../fixtures/lists/shapes', import.meta.url))
const listsIn = (folder: string) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.[ct]sv$/.test(name))
    .sort()

/** Rows as objects, as csv-spectrum writes them. */
async function asObjects(path: string) {
  const {csv, rows, broken} = await readShaped(path)
  expect(broken).toBe(0)
  return rows.map((row) => Object.fromEntries(csv.headerWords.map((word, index) => [word, row[index]])))
}

describe('the exact pairs of csv-spectrum', () => {
  const pairs = listsIn(join(shapes, 'csv-spectrum'))

  it.each(pairs)('%s is read as its JSON says', async (name) => {
    const path = join(shapes, 'csv-spectrum', name)
    expect(await asObjects(path)).toEqual(JSON.parse(readFileSync(path.replace(/csv$/, 'json'), 'utf8')))
  })

  it('are eleven', () => {
    expect(pairs).toHaveLength(11)
  })
})

describe('an odd file', () => {
  it.each([
    ['parsecsv/UTF-8_sep_row_but_no_BOM.csv', ';', 2, ['title', 'isbn', 'publishedAt'], 3],
    ['parsecsv/UTF-8_with_BOM_and_sep_row.csv', ';', 2, ['title', 'isbn', 'publishedAt'], 3],
    ['parsecsv/UTF-16LE_with_BOM_and_sep_row.csv', ';', 2, ['title', 'isbn', 'publishedAt'], 3],
    ['parsecsv/single_column.csv', ',', 1, ['SMS'], 4],
    ['papaparse/utf-8-bom-sample.csv', ',', 1, ['A', 'B', 'C'], 1],
    ['frictionless/delimiter.csv', ';', 1, ['id', 'name'], 2],
    ['frictionless/skip-rows-before-headers.csv', ',', 2, ['id', 'name'], 2],
    ['frictionless/matrix-with-comment.csv', ',', 2, ['f1', 'f2', 'f3', 'f4'], 4],
    ['frictionless/duplicate-headers.csv', ',', 1, ['id', 'name', 'id_2', 'age', 'id_3'], 2],
    ['frictionless/blank-headers.csv', ',', 1, ['id', 'column 2', 'age'], 2],
    ['frictionless/without-headers.csv', ',', null, ['列1', '列2'], 3],
    ['frictionless/structure-errors.csv', ',', 1, ['id', 'name', 'age'], 4],
    ['frictionless/invalid.csv', ',', 1, ['id', 'name', 'column 3', 'name_2'], 3],
  ])('%s: delimiter %j, header on line %s', async (name, delimiter, headerLine, header, rows) => {
    const read = await readShaped(join(shapes, name))
    expect(read.csv).toMatchObject({dialect: {delimiter}, headerLine, header})
    expect(read.rows).toHaveLength(rows)
  })
})

const CLEAR = [
  'ADDRESS_COLUMN_MISSING',
  'COLUMNS_TOO_MANY',
  'CSV_BROKEN',
  'ENCODING_UNSURE',
  'FILE_EMPTY',
  'HEADER_ONLY',
] as const

describe.skipIf(!hasCorpora)('the corpus of CSV files (skipped where ../shared/corpora is absent)', () => {
  const files = hasCorpora ? listsIn(corpusPath('csv')) : []

  it('is there', () => {
    expect(files.length).toBeGreaterThan(130)
  })

  it.each(files)('%s: every line is accounted for, or it is refused in clear words', async (name) => {
    const path = corpusPath(`csv/${name}`)
    const orCode = (error: unknown) => {
      if (error instanceof AppError) return error.code
      throw error
    }
    const read = await readShaped(path).catch(orCode)
    if (typeof read === 'string') expect(CLEAR).toContain(read)
    const ask = {file: path, sheet: null, encoding: null, delimiter: null, map: []}
    const planned = await planList(ask, spoolRoom(null)).catch(orCode)
    if (typeof planned === 'string') expect(CLEAR).toContain(planned)
    else expect(planned.mapping.filter(({field}) => field === 'address')).toHaveLength(1)
  })
})
