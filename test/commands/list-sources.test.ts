/** Every kind of list file through the real command line, once, with nothing left behind. */
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {textRow, textRows, workbookFile} from '../support/workbook-file.ts'
import {zipFile} from '../support/zip-file.ts'

const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const fixture = fileURLToPath(new URL('../../fixtures/lists/members.xlsx', import.meta.url))

const LIST = 'email,name\ntaro@example.jp,Taro\nhanako@example.jp,Hanako\nnobody,Nobody\n'
const SHEET = textRows([
  ['email', 'name'],
  ['taro@example.jp', 'one\ntwo'],
  ['hanako@example.jp'],
  ['nobody', 'Nobody'],
])

function todoke(folder: string, words: readonly string[], input?: Buffer) {
  const run = spawnSync(process.execPath, [bin, ...words, '--lang', 'en'], {cwd: folder, input, encoding: 'utf8'})
  const json = () => JSON.parse(run.stdout)
  return {...run, json}
}

function workspace(): string {
  needsDist()
  const folder = tempFolder('list-sources')
  expect(todoke(folder, ['init', '.']).status).toBe(0)
  return folder
}

const spooled = (folder: string) => {
  const room = join(folder, '.todoke', 'tmp')
  return existsSync(room) ? readdirSync(room) : []
}

describe('todoke list import', () => {
  it.each<[string, string, Buffer]>([
    ['text', 'list.txt', Buffer.from(LIST)],
    ['tabs', 'list.tsv', Buffer.from(LIST.replaceAll(',', '\t'))],
    ['gzip', 'list.csv.gz', gzipSync(LIST)],
    ['gzip by another name', 'list.csv', gzipSync(LIST)],
    ['zip', 'list.zip', zipFile([{name: 'export/list.csv', content: LIST}])],
    ['a workbook', 'list.xlsx', workbookFile({sheets: [{name: 'Members', rows: SHEET}]})],
    ['standard input', '-', Buffer.from(LIST)],
    ['gzip on standard input', '-', gzipSync(LIST)],
    ['a workbook on standard input', '-', workbookFile({sheets: [{name: 'Members', rows: SHEET}]})],
  ])('takes %s in, and keeps the bad row with its line', (_name, name, bytes) => {
    const folder = workspace()
    if (name !== '-') put(folder, name, bytes)
    const run = todoke(folder, ['list', 'import', name, '--list', 'news', '--json'], bytes)
    const {counts, rejectsFile} = run.json()
    expect([run.status, counts.rows, counts.added, counts.rejected]).toEqual([1, 3, 2, 1])
    const rejects = readFileSync(join(folder, rejectsFile), 'utf8').split('\n')
    expect(rejects[1]).toMatch(/^4[,\t][\w@-]+[,\t]nobody[,\t]Nobody$/)
    expect(spooled(folder)).toEqual([])
  })

  it('takes a workbook made by a library in, dates and all, by its sheet', () => {
    const folder = workspace()
    const run = todoke(folder, ['list', 'import', fixture, '--list', 'news', '--sheet', '名簿', '--json'])
    expect([run.stderr, run.json().counts.added]).toEqual(['', 2])
    const wrong = todoke(folder, ['list', 'import', fixture, '--list', 'news', '--sheet', 'Members'])
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('SHEET_UNKNOWN')])
  })

  it('of a workbook knows rows by the number Excel shows, whatever stands above them or in their cells', () => {
    const folder = workspace()
    const above = textRow(1, ['Members\nof the club']) + textRow(3, ['email', 'no\nte'])
    const rows = `${above}${textRow(4, ['a@example.jp', 'one\ntwo\nthree'])}${textRow(9, ['nobody', 'x\ny'])}`
    put(folder, 'list.xlsx', workbookFile({sheets: [{name: 'A', rows}]}))
    // What is said of text files does not hold for a sheet.
    const said = ['--encoding', 'cp932', '--delimiter', ';']
    const run = todoke(folder, ['list', 'import', 'list.xlsx', '--list', 'news', '--json', ...said])
    expect(run.json().counts).toMatchObject({rows: 2, added: 1, rejected: 1})
    const rejects = readFileSync(join(folder, run.json().rejectsFile), 'utf8')
    expect(rejects).toMatch(/\n9,[\w@-]+,nobody,"x\ny"\n$/)
  })

  it('refuses a file that breaks off and says so; nothing of it counts as the list', () => {
    const folder = workspace()
    const packed = gzipSync(LIST)
    put(folder, 'cut.gz', packed.subarray(0, packed.length - 4))
    const run = todoke(folder, ['list', 'import', 'cut.gz', '--list', 'news'])
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('ARCHIVE_DAMAGED')])
    expect(todoke(folder, ['audit', 'news', '--json']).status).toBe(2)
  })
})

describe('todoke audit', () => {
  it('reads the same kinds of file, in a workspace and without one', () => {
    const folder = tempFolder('audit-sources')
    put(folder, 'list.zip', zipFile([{name: 'list.csv', content: LIST}]))
    expect(todoke(folder, ['audit', 'list.zip', '--json']).json().total.contacts).toBe(2)
    expect(todoke(folder, ['audit', '-', '--json'], gzipSync(LIST)).json().total.contacts).toBe(2)
    expect(todoke(folder, ['audit', fixture, '--sheet', '名簿', '--json']).json().total.contacts).toBe(2)
    expect(todoke(workspace(), ['audit', '-', '--json'], Buffer.from(LIST)).json().total.contacts).toBe(2)
  })
})

describe('todoke suppression merge', () => {
  it('reads the same kinds of file together', () => {
    const folder = workspace()
    put(folder, 'one.gz', gzipSync('a@example.jp\n'))
    put(folder, 'two.zip', zipFile([{name: 'two.txt', content: 'b@example.jp\n'}]))
    const rows = textRows([['mail'], ['c@example.jp']])
    put(folder, 'three.xlsx', workbookFile({sheets: [{name: 'A', rows}]}))
    const words = ['suppression', 'merge', 'one.gz', 'two.zip', 'three.xlsx', '-', '--json']
    const run = todoke(folder, words, Buffer.from('email\nd@example.jp\n'))
    expect([run.status, run.json().total]).toEqual([0, 4])
    expect(spooled(folder)).toEqual([])
  })
})
