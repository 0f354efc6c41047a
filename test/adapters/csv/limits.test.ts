/** The limits of input files (reliability.md B3): each refuses in so many words, or costs one row, never the run. */
import {rmSync, truncateSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {encodeText} from '../../../src/adapters/csv/encoding/encode-text.ts'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {readRecords} from '../../../src/adapters/csv/read-records.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import type {FileLimits} from '../../../src/core/contacts/file-limits.ts'
import {FILE_LIMITS} from '../../../src/core/contacts/file-limits.ts'
import {failure, put, tempFolder} from '../../support/files.ts'
import {readAll} from './read-all.ts'

const folder = tempFolder('limits')

function plan(content: string) {
  const file = put(folder, 'list.csv', content)
  return planList({file, sheet: null, encoding: null, delimiter: null, map: []}, spoolRoom(null))
}

async function brokenOf(content: string) {
  const {records, broken} = await readAll(put(folder, 'rows.csv', content), {encoding: 'utf-8'})
  return {rows: records.length - 1, broken: broken.map(({line, why}) => ({line, why}))}
}

const ROW = 'a@example.jp,x\n'

describe('limits of the settings', () => {
  const within = (content: string, limits: Partial<FileLimits>) => {
    const file = put(folder, 'own.csv', content)
    const ask = {file, sheet: null, encoding: null, delimiter: null, map: []}
    return planList(ask, spoolRoom(null, {...FILE_LIMITS, ...limits}))
  }
  const read = async (content: string, limits: Partial<FileLimits>) => {
    const plan = await within(content, limits)
    const found = {rows: -1, broken: [] as {line: number; why: string}[]}
    for await (const {records, broken} of readRecords(plan, plan)) {
      found.rows += records.length
      found.broken.push(...broken.map(({line, why}) => ({line, why})))
    }
    return found
  }
  const head = 'email,note\n'

  it('take a cell and a record that are longer than usual, and refuse shorter ones', async () => {
    const long = `${head}${ROW}b@example.jp,${'y'.repeat(3 << 20)}\n${ROW}`
    expect(await read(long, {})).toEqual({rows: 2, broken: [{line: 3, why: 'too-long'}]})
    expect(await read(long, {recordBytes: 4 << 20, cellLength: 4 << 20})).toEqual({rows: 3, broken: []})
    const short = `${head}${ROW}b@example.jp,${'y'.repeat(200)}\n${ROW}`
    expect(await read(short, {cellLength: 100})).toEqual({rows: 2, broken: [{line: 3, why: 'too-long'}]})
  })

  it('hold for the size of the file, its columns and their names, packed too', async () => {
    const columns = `email,${Array.from({length: 600}, (_, i) => `c${i}`).join(',')}\n`
    const row = `a@example.jp${',x'.repeat(600)}\n`
    expect((await failure(within(columns + row, {}))).code).toBe('COLUMNS_TOO_MANY')
    expect((await within(columns + row, {columns: 601})).mapping).toHaveLength(601)
    expect((await failure(within(`${head}${ROW}`, {nameLength: 4}))).values).toMatchObject({found: 5, limit: 4})
    expect((await failure(within(`${head}${ROW}`, {fileBytes: 10}))).code).toBe('FILE_TOO_BIG')
    const packed = put(folder, 'own.csv.gz', gzipSync(`${head}${ROW.repeat(100)}`))
    const ask = {file: packed, sheet: null, encoding: null, delimiter: null, map: []}
    const error = await failure(planList(ask, spoolRoom(null, {...FILE_LIMITS, fileBytes: 1000})))
    expect(error.code).toBe('FILE_TOO_BIG')
  })
})

describe('a row', () => {
  it('may have a cell of 64 KB, not of more', async () => {
    const cell = 'y'.repeat(1 << 16)
    expect(await brokenOf(`email,note\nb@example.jp,${cell}\n${ROW}`)).toEqual({rows: 2, broken: []})
    expect(await brokenOf(`email,note\nb@example.jp,${cell}y\n${ROW}`)).toEqual({
      rows: 1,
      broken: [{line: 2, why: 'too-long'}],
    })
    expect(await brokenOf(`email,note\nb@example.jp,"${'line\n'.repeat(14_000)}"\n${ROW}`)).toEqual({
      rows: 1,
      broken: [{line: 2, why: 'too-long'}],
    })
  })

  it('of quoted lines over 64 KB is named whole, and the next one is read', async () => {
    const cell = `${'y'.repeat(1 << 15)}\n`.repeat(3)
    expect(await brokenOf(`email,note\nb@example.jp,"${cell}"\n${ROW}`)).toEqual({
      rows: 1,
      broken: [{line: 2, why: 'too-long'}],
    })
  })

  it('with a cell of a megabyte is one bad row', async () => {
    const cell = 'y'.repeat(1 << 20)
    expect(await brokenOf(`email,note\n${ROW}b@example.jp,${cell}\n${ROW}`)).toEqual({
      rows: 2,
      broken: [{line: 3, why: 'too-long'}],
    })
  })

  it('with a quote that never closes is one bad row at the record limit, not the rest of the file', async () => {
    const found = await brokenOf(`email,note\n${ROW}b@example.jp,"open\n${ROW.repeat(200_000)}`)
    expect(found).toEqual({rows: 200_001, broken: [{line: 3, why: 'quote'}]})
  })

  it.each(['utf-8', 'utf-16le', 'iso-2022-jp'] as const)(
    'of many megabytes in %s is one bad row with all its bytes, and the next one is read',
    async (encoding) => {
      const long = `b@example.jp,${'山y'.repeat(1 << 20)}\n`
      const file = put(folder, 'long.csv', encodeText(`email,note\n${long}${ROW}`, encoding))
      const {records, broken} = await readAll(file, {encoding})
      expect(records.at(-1)).toEqual(['a@example.jp', 'x'])
      expect(broken.map(({line, why}) => ({line, why}))).toEqual([{line: 2, why: 'too-long'}])
      expect(broken[0]!.bytes.equals(encodeText(long, encoding))).toBe(true)
    },
  )

  it('of 100,000 columns is one record of so many cells', async () => {
    expect(await brokenOf(`email,note\n${ROW}${'z,'.repeat(99_999)}z\n${ROW}`)).toEqual({rows: 3, broken: []})
  })
})

describe('a header', () => {
  it('of 100,000 columns is refused', async () => {
    const header = Array.from({length: 100_000}, (_, i) => `c${i}`).join(',')
    const error = await failure(plan(`${header}\n${ROW}`))
    expect([error.code, error.values]).toMatchObject(['COLUMNS_TOO_MANY', {found: 100_000, limit: 512, line: 1}])
  })

  it('of 512 columns is read', async () => {
    const header = Array.from({length: 511}, (_, i) => `c${i}`).join(',')
    expect((await plan(`email,${header}\na@example.jp${',x'.repeat(511)}\n`)).mapping).toHaveLength(512)
  })

  it('with a name of over 128 characters is refused, with its place', async () => {
    const error = await failure(plan(`title\n\nemail,${'n'.repeat(129)}\n${ROW}`))
    expect([error.code, error.values]).toMatchObject(['HEADER_TOO_LONG', {column: 2, line: 3, found: 129, limit: 128}])
  })

  it('of more than a record may hold is refused', async () => {
    expect((await failure(plan(`email,"${'n'.repeat(1 << 17)}"\n${ROW}`))).code).toBe('LINE_TOO_LONG')
    expect((await failure(plan(`${'n'.repeat(3 << 20)},b\n${ROW}`))).code).toBe('LINE_TOO_LONG')
  })

  it('with an open quote is refused', async () => {
    expect((await failure(plan(`"email,name\n${ROW}`))).code).toBe('CSV_BROKEN')
  })
})

describe('a file', () => {
  it('of more than 50 GB is refused before it is read', async () => {
    const file = put(folder, 'huge.csv', `email\n${ROW}`)
    // Sparse: it takes no room.
    truncateSync(file, 50 * 1024 ** 3 + 1)
    const ask = {file, sheet: null, encoding: null, delimiter: null, map: []}
    const error = await failure(planList(ask, spoolRoom(null)))
    expect([error.code, error.values]).toMatchObject(['FILE_TOO_BIG', {limit: 50}])
    rmSync(file)
  })
})
