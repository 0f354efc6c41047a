import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {deflateRawSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {openSource} from '../../../../src/adapters/csv/source/open-source.ts'
import {readSource} from '../../../../src/adapters/csv/source/read-source.ts'
import {spoolRoom} from '../../../../src/adapters/csv/source/spool-room.ts'
import {failure, put, tempFolder} from '../../../support/files.ts'
import {placeOf} from '../../../support/place.ts'
import type {BookParts} from '../../../support/workbook-file.ts'
import {textRow, textRows, workbookFile} from '../../../support/workbook-file.ts'
import type {ZipPart} from '../../../support/zip-file.ts'
import {zipFile} from '../../../support/zip-file.ts'

const fixture = fileURLToPath(new URL('../../../../fixtures/lists/members.xlsx', import.meta.url))

let folders = 0

function file(bytes: Buffer): string {
  folders += 1
  return put(tempFolder(`workbook-${folders}`), 'list.xlsx', bytes)
}

async function textOf(path: string, sheet: string | null = null): Promise<string> {
  const blocks: Buffer[] = []
  for await (const block of readSource(await placeOf(path, sheet))) blocks.push(block)
  return Buffer.concat(blocks).toString()
}

/** The records of a workbook of one sheet. */
async function recordsOf(rows: string, more: Omit<BookParts, 'sheets'> = {}): Promise<string[]> {
  return (await textOf(file(workbookFile({sheets: [{name: 'List', rows}], ...more})))).split('\r').slice(0, -1)
}

const row = (...cells: string[]) => `<row r="1">${cells.join('')}</row>`
const refusal = (bytes: Buffer, sheet: string | null = null) => failure(textOf(file(bytes), sheet))
const DAMAGED = 'SHEET_DAMAGED'

describe('the cells of a sheet', () => {
  it('are read as what a person sees in them', async () => {
    const texts = [
      '<si><t>taro@example.jp</t></si>',
      '<si><r><t>山田</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si>',
      '<si><t>0312345678</t></si>',
      '<si/>',
    ]
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" t="s"><v>2</v></c>',
      '<c r="D1" s="1"><v>45383</v></c>',
      '<c r="E1"><v>0.30000000000000004</v></c>',
      '<c r="F1" t="b"><v>1</v></c>',
      '<c r="G1" t="b"><v>0</v></c>',
      '<c r="H1" t="str"><f>A1&amp;"x"</f><v>made</v></c>',
      '<c r="I1"><f>1+1</f><v>2</v></c>',
      '<c r="J1" t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c r="K1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c r="L1" t="d"><v>2024-04-01T00:00:00</v></c>',
      '<c r="M1" s="2"><v>10001</v></c>',
      '<c r="N1" t="s"><v>3</v></c>',
      '<c r="O1" t="s"><v>99</v></c>',
      '<c r="P1"><f>never()</f></c>',
      '<c r="Q1" t="str"><v>&lt;&amp;&#x3042;</v></c>',
    ]
    expect(await recordsOf(row(...cells), {texts, formats: ['yyyy/m/d', '000-0000']})).toEqual([
      'taro@example.jp,山田 太郎,0312345678,2024-04-01,0.3,true,false,made,2,#N/A,inline,2024-04-01,001-0001,,,#GETTING_DATA,<&あ',
    ])
  })

  it('that a formula gives nobody are none, unless it gave an empty text', async () => {
    const cells = [
      '<c r="A1" t="str"><v>a</v></c>',
      '<c r="B1"><f>now()</f><v></v></c>',
      '<c r="C1"><f>now()</f><v/></c>',
      '<c r="D1" t="str"><f>if(A1="","x","")</f><v></v></c>',
      '<c r="E1" t="str"><f>never()</f></c>',
      '<c r="F1" t="e"><v>#REF!</v></c>',
    ]
    expect(await recordsOf(row(...cells))).toEqual(['a,#GETTING_DATA,#GETTING_DATA,,#GETTING_DATA,#REF!'])
    const errors = '<row r="2"><c r="A2" t="e"><f>NA()</f><v>#N/A</v></c><c r="B2"><f>never()</f></c></row>'
    expect(await recordsOf(row(cells[0]!) + errors + textRow(3, ['b']))).toEqual(['a', '', 'b'])
  })

  it('stand in their column, also where cells or their names are left out', async () => {
    const sparse =
      '<c r="B1" t="str"><v>b</v></c><c t="str"><v>c</v></c><c r="AB1" t="str"><v>ab</v></c><c r="AC1" s="1"/>'
    expect(await recordsOf(`<row>${sparse}</row>`)).toEqual([`,b,c${','.repeat(25)}ab`])
  })

  it('may be named with a prefix, and split anywhere', async () => {
    const rows =
      '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:c t="str"><x:v>a<![CDATA[&b]]>c</x:v></x:c></x:row>'
    expect(await recordsOf(rows)).toEqual(['a&bc'])
    const long = textRows(Array.from({length: 5000}, (_, i) => [`ユーザー${i}@example.jp`]))
    expect(await recordsOf(long)).toEqual(Array.from({length: 5000}, (_, i) => `ユーザー${i}@example.jp`))
  })

  it('keep quotes, commas and line breaks; a line break is none of the file', async () => {
    expect(await recordsOf(textRows([['a,b', 'say "x"', 'one\ntwo', 'c\r\nd'], ['last']]))).toEqual([
      '"a,b","say ""x""","one\ntwo","c\nd"',
      'last,,,',
    ])
  })

  it('count from 1904 when the workbook says so', async () => {
    const date = row('<c r="A1" s="1"><v>43921</v></c>')
    expect(await recordsOf(date, {formats: ['yyyy/m/d'], is1904: true})).toEqual(['2024-04-01'])
  })
})

describe('the rows of a sheet', () => {
  it('keep their number: blank ones are there, short ones are filled up', async () => {
    const rows = `${textRow(2, ['List of members'])}${textRow(5, ['email', 'name', 'note'])}<row r="6"><c r="A6" s="1"/></row>${textRow(7, ['a@example.jp'])}<row r="9"/>`
    expect(await recordsOf(rows)).toEqual(['', 'List of members', '', '', 'email,name,note', '', 'a@example.jp,,'])
  })

  it('may jump to the last one there is', async () => {
    const rows = `${textRow(1, ['email'])}${textRow(1_048_576, ['a@example.jp'])}`
    const text = await textOf(file(workbookFile({sheets: [{name: 'A', rows}]}))).catch((error) => error)
    // Blank rows are bytes too, and so many from a file so small are a bomb.
    expect(text.code).toBe('ARCHIVE_BOMB')
  })
})

describe('the sheet', () => {
  const filled = textRows([['email'], ['a@example.jp']])
  const book = workbookFile({
    sheets: [
      {name: 'Notes', rows: '<row r="1"><c r="A1" s="0"/></row>'},
      {name: 'Old', rows: textRows([['old']]), state: 'hidden'},
      {name: '名簿', rows: filled},
      {name: 'Lists', rows: textRows([['list']]), state: 'veryHidden'},
    ],
  })

  it('is the only visible one that holds anything', async () => {
    const place = await placeOf(file(book))
    expect(place).toMatchObject({kind: 'plain', inside: '名簿'})
    expect(place.writtenAs).toEqual({encoding: 'utf-8', delimiter: ',', lineEnd: '\r'})
    expect(await textOf(file(book))).toBe('email\ra@example.jp\r')
  })

  it('can be said by name, a hidden one too', async () => {
    expect(await textOf(file(book), 'Old')).toBe('old\r')
    expect(await textOf(file(book), 'Notes')).toBe('')
    expect((await refusal(book, 'Members')).values).toMatchObject({sheet: 'Members', known: 'Notes, Old, 名簿, Lists'})
  })

  it('has to be said when several hold something', async () => {
    const two = workbookFile({
      sheets: [
        {name: 'A', rows: filled},
        {name: 'B', rows: filled},
      ],
    })
    const error = await refusal(two)
    expect([error.code, error.values.names]).toEqual(['SHEET_CHOOSE', 'A, B'])
    expect(await textOf(file(two), 'B')).toBe('email\ra@example.jp\r')
  })

  it('of an empty workbook is missing', async () => {
    expect((await refusal(workbookFile({sheets: [{name: 'A', rows: ''}]}))).code).toBe('FILE_EMPTY')
    expect((await refusal(workbookFile({sheets: []}))).code).toBe('FILE_EMPTY')
  })
})

describe('a workbook', () => {
  it('made by a library is read as it was written', async () => {
    expect((await textOf(fixture)).split('\r')).toEqual([
      'メールアドレス,氏名,電話番号,郵便番号,登録日,最終ログイン,購入額,同意,備考',
      'taro@example.jp,山田 太郎,0312345678,001-0001,2024-04-01,2024-04-02T09:30:00,1980.5,true,"1行目\n2行目"',
      '',
      'hanako@example.jp,鈴木 花子,09012345678,100-0001,2023-12-31,,0.3,false,#N/A',
      '',
    ])
  })

  it('under a password, of an old kind or of another program is refused by name', async () => {
    const ole = (name: string) => {
      const bytes = Buffer.alloc(2048)
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
      bytes.writeUInt16LE(9, 0x1e)
      bytes.writeUInt32LE(1, 0x30)
      bytes.write(name, 1024 + 128, 'utf16le')
      return bytes
    }
    const other = (name: string) =>
      zipFile([
        {name: 'mimetype', content: 'x'},
        {name, content: 'x'},
      ])
    expect((await refusal(ole('EncryptedPackage'))).code).toBe('ARCHIVE_LOCKED')
    expect((await refusal(ole('Workbook'))).values.format).toBe('.xls')
    expect((await refusal(other('content.xml'))).values.format).toBe('.ods')
    expect((await refusal(other('xl/workbook.bin'))).values.format).toBe('.xlsb')
    expect((await refusal(other('Index/Document.iwa'))).values.format).toBe('.numbers')
  })

  const whole = workbookFile({sheets: [{name: 'A', rows: textRows([['email']])}]})

  it.each<[string, Buffer, string]>([
    ['that is cut off', whole.subarray(0, whole.length - 100), 'ARCHIVE_DAMAGED'],
    ['without its sheets', zipFile([{name: 'xl/workbook.xml', content: '<workbook/>'}]), DAMAGED],
    [
      'without the texts of its cells',
      zipFile(partsWith({name: 'xl/worksheets/sheet1.xml', content: '<worksheet/>'})),
      DAMAGED,
    ],
    ['whose rows stand in no order', bookOf(textRow(2, ['a']) + textRow(1, ['b'])), DAMAGED],
    ['whose XML is cut off', bookOf('<row r="1"><c r="A1">'), DAMAGED],
    ['whose XML is no UTF-8', bookOf(Buffer.from([0x3c, 0x72, 0xff])), DAMAGED],
    ['that defines entities', bookOf('', '<!DOCTYPE x [<!ENTITY a "aaaa">]>'), DAMAGED],
    ['that uses entities it has not', bookOf('<row><c t="str"><v>&lol;</v></c></row>'), DAMAGED],
    ['nested without end', bookOf('<a>'.repeat(500)), DAMAGED],
    ['with a row beyond the last', bookOf('<row r="1048577"><c t="str"><v>a</v></c></row>'), 'SHEET_TOO_BIG'],
    ['with a cell beyond column 512', bookOf('<row><c r="SS1" t="str"><v>a</v></c></row>'), 'SHEET_TOO_BIG'],
    ['whose XML is a bomb', bookOf(' '.repeat(20_000_000)), 'ARCHIVE_BOMB'],
    ['that repeats one long text', repeating(), 'ARCHIVE_BOMB'],
    ['with a cell of two megabytes', bookOf(`<row><c t="str"><v>${random(2_000_000)}</v></c></row>`), DAMAGED],
  ])('%s is refused', async (_name, bytes, code) => {
    expect((await refusal(bytes)).code).toBe(code)
  })

  it('leaves nothing behind when it is refused or released', async () => {
    const folder = join(tempFolder('room'), 'tmp')
    const room = spoolRoom(folder)
    const open = (bytes: Buffer) => openSource({given: file(bytes), sheet: null, stdin: () => process.stdin}, room)
    const rows = textRows(Array.from({length: 5000}, (_, i) => [`user${i}@example.jp`]))
    expect((await failure(open(bookOf(`${rows}<row r="1"/>`)))).code).toBe(DAMAGED)
    expect(readdirSync(folder)).toEqual([])
    const {place, release} = await open(whole)
    expect(statSync(place.path).mode & 0o777).toBe(0o600)
    await release()
    expect(readdirSync(folder)).toEqual([])
  })
})

/** A workbook whose one sheet holds these bytes as its rows. */
function bookOf(rows: string | Buffer, before = ''): Buffer {
  const content = Buffer.concat([
    Buffer.from(`${before}<worksheet><sheetData>`),
    Buffer.from(rows as string),
    Buffer.from('</sheetData></worksheet>'),
  ])
  return zipFile(
    partsWith({name: 'xl/worksheets/sheet1.xml', content}, {name: 'xl/sharedStrings.xml', content: '<sst/>'}),
  )
}

function partsWith(...parts: ZipPart[]): ZipPart[] {
  return [
    {name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'},
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<R><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></R>',
    },
    ...parts,
  ]
}

/** Few bytes that name a text of 30 KB ten thousand times. */
function repeating(): Buffer {
  const rows = Array.from({length: 10_000}, (_, i) => `<row r="${i + 1}"><c t="s"><v>0</v></c></row>`).join('')
  return zipFile(
    partsWith(
      {name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`},
      {name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`},
    ),
  )
}

/** Letters that pack badly, the same each time. */
function random(length: number): string {
  let state = 7
  let text = ''
  while (text.length < length) {
    state = (state * 48271) % 2147483647
    text += state.toString(36)
  }
  expect(deflateRawSync(text).length * 5).toBeGreaterThan(length)
  return text
}
