import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {openCsv} from '../../../src/adapters/csv/open-csv.ts'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {surveyFile} from '../../../src/adapters/csv/survey-file.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('open-csv')
let files = 0

function file(content: string | Buffer): string {
  files += 1
  return put(folder, `${files}.csv`, content)
}

function plan(path: string) {
  return planList({file: path, encoding: null, delimiter: null, map: []})
}

async function encodingOf(content: string | Buffer) {
  const {encoding, hasBom} = await surveyFile(file(content), null)
  return hasBom ? `${encoding} with BOM` : encoding
}

const ROWS = '氏名,メールアドレス\n山田 太郎,taro@example.jp\n髙橋 花子,hanako@example.jp\n'

describe('what is no list', () => {
  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a BOM alone', '\ufeff', 'FILE_EMPTY'],
    ['blank lines', '\n\r\n\n', 'FILE_EMPTY'],
    ['a list without column names', 'a@example.jp,Taro\nb@example.jp,Jiro\n', 'HEADER_MISSING'],
    ['one person without column names', 'a@example.jp', 'HEADER_MISSING'],
    ['a header alone', 'email,name\n', 'HEADER_ONLY'],
    ['a header without line end', 'email,name', 'HEADER_ONLY'],
    ['a header and blank lines', 'email,name\r\n\r\n', 'HEADER_ONLY'],
    ['no column of addresses', 'name,age\nTaro,20\nHanako,30\n', 'ADDRESS_COLUMN_MISSING'],
    ['a header whose quote never closes', '"email,name\ntaro@example.jp,Taro\n', 'CSV_BROKEN'],
    ['a quote alone', '"', 'CSV_BROKEN'],
    ['a PNG', Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n')]), 'FILE_BINARY'],
    ['a spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), 'FILE_BINARY'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'FILE_BINARY'],
    ['a gzipped list', gzipSync(ROWS), 'FILE_BINARY'],
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

describe('the encoding', () => {
  it.each([
    ['ASCII', 'email\ntaro@example.jp\n', 'utf-8'],
    ['UTF-8', ROWS, 'utf-8'],
    ['UTF-8 with BOM', `\ufeff${ROWS}`, 'utf-8 with BOM'],
    ['UTF-8 of other languages', 'name,email\nRené Müller,rene@example.fr\n', 'utf-8'],
    ['CP932', cp932(ROWS), 'cp932'],
    ['CP932 with characters Shift_JIS lacks', cp932('氏名,email\n髙橋㈱①Ⅲ㎝,a@example.jp\n'), 'cp932'],
    ['CP932 with half-width kana and nothing else', cp932('name,email\nﾔﾏﾀﾞ ﾀﾛｳ,a@example.jp\n'), 'cp932'],
    ['CP932 with half-width kana mostly', cp932('email,kana,pref\na@example.jp,ﾔﾏﾀﾞ ﾀﾛｳ,東京\n'), 'cp932'],
    ['CP932 in a header of 20 bytes', cp932('氏名,メールアドレス\n'), 'cp932'],
    ['CP932 in a header of 4 bytes', cp932('氏名\n'), 'cp932'],
    ['CP932 behind Latin letters', cp932('社名,email\nABC社,a@example.jp\nXYZ商店,b@example.jp\n'), 'cp932'],
    ['CP932 with signs', cp932('件名,email\n※→■①【★】,a@example.jp\n'), 'cp932'],
    ['CP932 with CR line ends', cp932(ROWS.replaceAll('\n', '\r')), 'cp932'],
  ])('%s is told', async (_name, content, encoding) => {
    expect(await encodingOf(content)).toBe(encoding)
  })

  it.each([
    ['UTF-16 LE with BOM', iconv.encode(ROWS, 'utf-16le', {addBOM: true}), 'UTF-16'],
    ['UTF-16 BE with BOM', iconv.encode(ROWS, 'utf-16be', {addBOM: true}), 'UTF-16'],
    ['UTF-16 without BOM', iconv.encode('email,name\ntaro@example.jp,Taro\n', 'utf-16le'), 'UTF-16'],
    ['Korean', iconv.encode('이름,email\n홍길동,a@example.kr\n', 'cp949'), 'EUC-JP'],
    ['EUC-JP', iconv.encode(ROWS, 'euc-jp'), 'EUC-JP'],
    ['ISO-2022-JP', Buffer.from('\x1b$B;aL>\x1b(B,email\nTaro,taro@example.jp\n'), 'ISO-2022-JP'],
    [
      'Windows-1252',
      iconv.encode('name,email\nRenée,a@example.fr\nFrançois Müller,b@example.fr\n', 'win1252'),
      'Windows-1252',
    ],
    [
      'Windows-1252 (2)',
      iconv.encode('nom,email\nJosé,a@example.fr\nAndré Noël,b@example.fr\n', 'win1252'),
      'Windows-1252',
    ],
  ])('%s is refused, with a guess', async (_name, content, guess) => {
    const error = await failure(surveyFile(file(content), null))
    // Only where saying it with --encoding can help is it a matter of being unsure.
    expect(error.code).toBe(guess === 'Windows-1252' ? 'ENCODING_UNSURE' : 'ENCODING_UNREAD')
    expect(error.values.guess).toBe(guess)
  })

  it('is found when the first kanji comes after pages of ASCII', async () => {
    const ascii = Array.from({length: 60_000}, (_, i) => `user${i}@example.jp,name`).join('\n')
    expect(await encodingOf(cp932(`email,name\n${ascii}\nlast@example.jp,髙橋 太郎\n`))).toBe('cp932')
    expect(await encodingOf(`email,name\n${ascii}\nlast@example.jp,髙橋 太郎\n`)).toBe('utf-8')
    const late = Buffer.from(`email,name\n${ascii}\nlast@example.jp,\x1b$B;3ED\x1b(B\n`)
    expect((await failure(surveyFile(file(late), null))).values.guess).toBe('ISO-2022-JP')
  })

  it('stays UTF-8 with one bad byte in it, wherever it stands', async () => {
    const bad = Buffer.concat([Buffer.from(`${ROWS}鈴木`), Buffer.from([0xe3, 0x81]), Buffer.from(',s@example.jp\n')])
    expect(await encodingOf(bad)).toBe('utf-8')
    expect(await encodingOf(Buffer.concat([Buffer.from(ROWS.repeat(40_000)), bad]))).toBe('utf-8')
  })

  it('stays CP932 with one bad byte in it', async () => {
    expect(await encodingOf(Buffer.concat([cp932(ROWS), Buffer.from([0x81, 0x0a]), cp932(ROWS)]))).toBe('cp932')
  })

  it('can be said by who knows better', async () => {
    const eucJp = file(iconv.encode('名前,email\n山,a@example.jp\n', 'euc-jp'))
    expect(await surveyFile(eucJp, 'cp932')).toMatchObject({encoding: 'cp932', confidence: 100})
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
    expect((await openCsv(file(`${header}1\n`))).dialect.delimiter).toBe(delimiter)
  })

  it('gives the header without BOM and blanks, its own bytes, and where addresses stand', async () => {
    const csv = await openCsv(file('\ufeff x , メール \r\n1,a@example.jp\r\n2,b@example.jp\r\n'))
    expect(csv.header).toEqual(['x', 'メール'])
    expect(csv.headerBytes.toString()).toBe(' x , メール \r\n')
    expect(csv.addressLike).toEqual([1])
    expect(csv.sample).toHaveLength(2)
  })

  it('finds a column of addresses of which half are bad, best first', async () => {
    const csv = await openCsv(file('a,b,c\nx@example.jp,y@example.jp,1\nbad,z@example.jp,2\n'))
    expect(csv.addressLike).toEqual([1, 0])
  })

  it('opens a file whose first row leaves a quote open, and samples the rows after it', async () => {
    const csv = await openCsv(file('email,name\n"open@example.jp,x\nb@example.jp,y\n'))
    expect(csv.header).toEqual(['email', 'name'])
    expect(csv.sample).toEqual([['b@example.jp', 'y']])
  })

  it('reads a header whose names span lines', async () => {
    expect((await openCsv(file('"mail\naddress",name\na@example.jp,x\n'))).header).toEqual(['mail\naddress', 'name'])
  })
})
