import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openCsv} from '../../../src/adapters/csv/open-csv.ts'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import {failure, put, tempFolder} from '../../support/files.ts'
import {placeOf} from '../../support/place.ts'

const folder = tempFolder('open-csv')
let files = 0

function file(content: string | Buffer): string {
  files += 1
  return put(folder, `${files}.csv`, content)
}

function plan(path: string) {
  return planList({file: path, sheet: null, encoding: null, delimiter: null, map: []}, spoolRoom(null))
}

async function opened(path: string) {
  return openCsv(await placeOf(path))
}

const ROWS = '氏名,メールアドレス\n山田 太郎,taro@example.jp\n髙橋 花子,hanako@example.jp\n'

describe('what is no list', () => {
  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a BOM alone', '\ufeff', 'FILE_EMPTY'],
    ['blank lines', '\n\r\n\n', 'FILE_EMPTY'],
    ['a header alone', 'email,name\n', 'HEADER_ONLY'],
    ['a header without line end', 'email,name', 'HEADER_ONLY'],
    ['a header and blank lines', 'email,name\r\n\r\n', 'HEADER_ONLY'],
    ['no column of addresses', 'name,age\nTaro,20\nHanako,30\n', 'ADDRESS_COLUMN_MISSING'],
    ['a header whose quote never closes', '"email,name\ntaro@example.jp,Taro\n', 'CSV_BROKEN'],
    ['a quote alone', '"', 'CSV_BROKEN'],
    ['a PNG', Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n')]), 'FILE_BINARY'],
    ['the beginning of a spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), 'ARCHIVE_DAMAGED'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'SHEET_FORMAT'],
    ['a PDF', '%PDF-1.7\n', 'FILE_BINARY'],
    ['a database', 'SQLite format 3\0', 'FILE_BINARY'],
    ['noise', Buffer.from(Array.from({length: 4000}, (_, i) => (i * 7919) % 256)), 'FILE_BINARY'],
  ])('%s is refused', async (_name, content, code) => {
    expect((await failure(plan(file(content)))).code).toBe(code)
  })

  it('a folder, a missing file, a path through a file, a device and a loop of links are refused', async () => {
    mkdirSync(join(folder, 'folder.csv'))
    symlinkSync('loop.csv', join(folder, 'loop.csv'))
    const codeOf = async (path: string) => (await failure(plan(path))).code
    expect(await codeOf(join(folder, 'folder.csv'))).toBe('FILE_IS_FOLDER')
    expect(await codeOf(join(folder, 'missing.csv'))).toBe('FILE_MISSING')
    expect(await codeOf(join(file(ROWS), 'list.csv'))).toBe('FILE_MISSING')
    expect(await codeOf('/dev/null')).toBe('FILE_UNREADABLE')
    // Root may read everything, so a file that cannot be opened is a link to itself.
    expect(await codeOf(join(folder, 'loop.csv'))).toBe('FILE_UNREADABLE')
  })

  it('names the place of the first bad byte of a binary file, and the columns when none holds addresses', async () => {
    expect((await failure(plan(file('a,b\n\x01\x02\x03\x04')))).values).toMatchObject({offset: 4, byte: '0x01'})
    expect((await failure(plan(file('name,age\nTaro,20\n')))).values.columns).toBe('name, age')
  })
})

describe('openCsv', () => {
  it.each([
    [',', 'a,b\n'],
    ['\t', 'a\tb\n'],
    [';', 'a;b;"x,y,z"\n'],
    ['|', 'a|b\n'],
    [',', 'single\n'],
    [',', '"a;b;c;d",e\n'],
  ])('finds the delimiter %j', async (delimiter, header) => {
    expect((await opened(file(`${header}1\n`))).dialect.delimiter).toBe(delimiter)
  })

  it('gives the header without BOM and blanks, its own bytes, and where addresses stand', async () => {
    const csv = await opened(file('\ufeff x , メール \r\n1,a@example.jp\r\n2,b@example.jp\r\n'))
    expect(csv.header).toEqual(['x', 'メール'])
    expect(csv.headerBytes.toString()).toBe(' x , メール \r\n')
    expect(csv.addressLike).toEqual([1])
    expect(csv.sample).toHaveLength(2)
  })

  it('finds a column of addresses of which half are bad, best first', async () => {
    const csv = await opened(file('a,b,c\nx@example.jp,y@example.jp,1\nbad,z@example.jp,2\n'))
    expect(csv.addressLike).toEqual([1, 0])
  })

  it('opens a file whose first row leaves a quote open, and samples the rows after it', async () => {
    const csv = await opened(file('email,name\n"open@example.jp,x\nb@example.jp,y\n'))
    expect(csv.header).toEqual(['email', 'name'])
    expect(csv.sample).toEqual([['b@example.jp', 'y']])
  })

  it('reads a header whose names span lines', async () => {
    expect((await opened(file('"mail\naddress",name\na@example.jp,x\n'))).header).toEqual(['mail address', 'name'])
  })
})
