import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {planList} from '../../../src/adapters/csv/plan-list.ts'
import {readDrafts} from '../../../src/adapters/csv/read-list.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import type {ListFileAsk, ListFilePlan} from '../../../src/ports/list-files.ts'
import {cp932, failure, put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('plan-list')
const room = spoolRoom(null)
let files = 0

function file(content: string | Buffer): string {
  files += 1
  return put(folder, `${files}.csv`, content)
}

function plan(content: string | Buffer, said: Partial<ListFileAsk> = {}): Promise<ListFilePlan> {
  return planOf(file(content), said)
}

function planOf(path: string, said: Partial<ListFileAsk> = {}): Promise<ListFilePlan> {
  return planList({file: path, sheet: null, encoding: null, delimiter: null, map: [], ...said}, room)
}

/** "name:field" of each column. */
function fieldsOf({mapping}: ListFilePlan): string[] {
  return mapping.map(({header, field}) => `${header}:${field}`)
}

/** Reads a planned file as an import does: addresses taken in, lines of the rejected, where they went. */
async function read(planned: ListFilePlan) {
  files += 1
  const rejectsFile = join(folder, `${files}.rejects.csv`)
  const ask = {plan: planned, basis: null, purpose: null, offsetMinutes: 540, rejectsFile}
  const taken: string[] = []
  let rejected = 0
  for await (const batch of readDrafts(ask)) {
    for (const draft of batch.drafts) taken.push(draft.address.address)
    for (const {count} of Object.values(batch.rejected)) rejected += count
  }
  return {taken, rejected, rejectsFile}
}

const kinds = (planned: ListFilePlan) => planned.doubts.map(({kind}) => kind)

describe('a list with lines above its header', () => {
  const TITLE = '会員一覧\r\n出力日,2024-04-01\r\n\r\n'
  const LIST = 'メールアドレス,氏名\r\na@example.jp,山田\r\nbroken,佐藤\r\n"b@example.jp","鈴木\r\n一郎"\r\n'

  it.each([
    ['UTF-8', Buffer.from(TITLE + LIST)],
    ['CP932', cp932(TITLE + LIST)],
    ['UTF-16', iconv.encode(TITLE + LIST, 'utf-16le', {addBOM: true})],
    ['CR line ends', Buffer.from((TITLE + LIST).replaceAll('\r\n', '\r'))],
    ['a quote in the title', Buffer.from(TITLE.replace('会員', '"会員') + LIST)],
  ])('is read from there, in %s, and lines keep their numbers', async (_, content) => {
    const planned = await plan(content)
    expect(planned).toMatchObject({headerLine: 4, skipLines: 3, skippedAddresses: []})
    expect(fieldsOf(planned)).toEqual(
      ['メールアドレス:address', '氏名:attribute'].map((each) => expect.stringContaining(each.split(':')[0]!)),
    )
    const {taken, rejected, rejectsFile} = await read(planned)
    expect([taken, rejected]).toEqual([['a@example.jp', 'b@example.jp'], 1])
    const again = await planOf(rejectsFile)
    expect(again.headerLine).toBe(1)
    expect(again.mapping.map((column) => column.header)).toEqual([
      'todoke_line',
      'todoke_reason',
      'メールアドレス',
      '氏名',
    ])
    expect(again.example[0]).toBe('6')
  })

  it('reports an address among the lines that are not read', async () => {
    const planned = await plan('担当: office@example.jp\nemail,name\na@example.jp,A\n')
    expect(planned).toMatchObject({headerLine: 2, skippedAddresses: [1]})
  })

  it('can be told where its header is', async () => {
    const text = 'email,name\nwrong,header\nmail,who\na@example.jp,A\n'
    expect((await plan(text)).headerLine).toBe(1)
    expect(fieldsOf(await plan(text, {header: 3}))).toEqual(['mail:address', 'who:attribute'])
    const beyond = await failure(plan(text, {header: 9}))
    expect([beyond.code, beyond.values]).toMatchObject(['HEADER_BEYOND', {line: 9, last: 4}])
  })
})

describe("Excel's sep= line", () => {
  it('names the delimiter and is no row', async () => {
    const planned = await plan('sep=;\r\nemail;name\r\na@example.jp;A, B\r\n')
    expect(planned).toMatchObject({delimiter: ';', headerLine: 2, skipLines: 1})
    expect((await read(planned)).taken).toEqual(['a@example.jp'])
  })

  it('names one that nobody would find', async () => {
    expect(await plan('sep=:\nemail:name\na@example.jp:A\n')).toMatchObject({delimiter: ':'})
  })

  it('yields to what is said', async () => {
    const planned = await plan('sep=;\nemail,name\na@example.jp,A\n', {delimiter: ','})
    expect(planned).toMatchObject({delimiter: ',', headerLine: 2})
  })
})

describe('a list without header', () => {
  const PEOPLE = 'A-1,a@example.jp,2024-04-01,はい\nA-2,b@example.jp,2024-04-02,いいえ\nA-3,bad,2024-04-03,はい\n'

  it('is a doubt that wants an answer, with what its columns look like', async () => {
    const planned = await plan(PEOPLE)
    expect(fieldsOf(planned)).toEqual(['列1:attribute', '列2:address', '列3:attribute', '列4:attribute'])
    expect(planned).toMatchObject({headerLine: null, skipLines: 0})
    expect(planned.doubts).toEqual([
      {kind: 'no-header', columns: [1], words: [], alternatives: []},
      {kind: 'field', columns: [2], words: [], alternatives: ['consent_at', 'withdrawn_at']},
      {kind: 'field', columns: [3], words: [], alternatives: ['consent', 'opt_out']},
    ])
    expect(planned.example).toEqual(
      ['A-1', 'a***@example.jp', '2024-04-01', 'はい'].map((each) =>
        each.includes('@') ? expect.stringMatching(/\*\*\*@example\.jp$/) : each,
      ),
    )
  })

  it.each([
    ['that there is none', {header: 'none' as const}],
    ['which column holds the addresses', {map: ['#2=address']}],
    ['which one by the name it got', {map: ['列2=address']}],
  ])('is read from its first line once it is said %s', async (_, said) => {
    const planned = await plan(PEOPLE, said)
    expect(kinds(planned)).toEqual(['field', 'field'])
    const {taken, rejected, rejectsFile} = await read(planned)
    expect([taken, rejected]).toEqual([['a@example.jp', 'b@example.jp'], 1])
    expect(readFileSync(rejectsFile, 'utf8')).toBe(
      'todoke_line,todoke_reason,列1,列2,列3,列4\n3,no-at@列2,A-3,bad,2024-04-03,はい\n',
    )
  })

  it('has its rejected rows imported with the very same words', async () => {
    const said = {header: 'none' as const, map: ['#2=address', '#3=consent_at']}
    const {rejectsFile} = await read(await plan(PEOPLE, said))
    const again = await planOf(rejectsFile, said)
    expect(again.headerLine).toBe(1)
    expect(fieldsOf(again).slice(2)).toEqual(['列1:attribute', '列2:address', '列3:consent_at', '列4:attribute'])
  })

  it('tells a column of opt-outs by its words, so that none is lost', async () => {
    for (const word of ['配信中', 'active']) {
      const planned = await plan(`a@example.jp,${word}\nb@example.jp,配信停止\n`, {header: 'none'})
      expect(fieldsOf(planned)).toEqual(['列1:address', '列2:opt_out'])
      expect(planned.doubts).toMatchObject([{kind: 'field', columns: [1], alternatives: ['attribute']}])
    }
  })

  it('skips a title, never a row', async () => {
    expect(await plan('顧客一覧\n\na@example.jp,A\n', {header: 'none'})).toMatchObject({skipLines: 2})
    expect(await plan('a@example.jp,A,x\nb@example.jp,B\nc@example.jp,C\n')).toMatchObject({skipLines: 0})
  })
})

describe('names that stand twice, or not at all', () => {
  const TWICE = 'email,name,name,,\na@example.jp,x,y,z,\nb@example.jp,p,q,r,\n'

  it('become names of their own, and columns without name and value are left out', async () => {
    expect((await plan(TWICE)).mapping.map((column) => column.header)).toEqual(['email', 'name', 'name_2', 'column 4'])
  })

  it('are mapped by that name or by number', async () => {
    const planned = await plan(TWICE, {map: ['name_2=country', '#4=ignore']})
    expect(planned.mappingFaults).toEqual([])
    expect(fieldsOf(planned).slice(2)).toEqual(['name_2:country', 'column 4:ignore'])
    expect((await plan(TWICE, {map: ['#9=ignore']})).mappingFaults).toEqual([
      {given: '#9=ignore', what: 'unknown-column'},
    ])
    expect((await plan(TWICE, {map: ['name_2=x']})).mappingFaults).toEqual([{given: 'name_2=x', what: 'unknown-field'}])
  })

  it('never hide an opt-out: both columns of one name say stop', async () => {
    const planned = await plan('email,配信停止,配信停止\na@example.jp,,1\n')
    expect(fieldsOf(planned)).toEqual(['email:address', '配信停止:opt_out', '配信停止_2:opt_out'])
  })
})

describe('several columns of addresses', () => {
  it('are a doubt when each has the same claim', async () => {
    const both = 'PCメールアドレス,携帯メールアドレス\na@example.jp,b@docomo.ne.jp\nc@example.jp,d@docomo.ne.jp\n'
    expect((await plan(both)).doubts).toEqual([{kind: 'which-address', columns: [0, 1], words: [], alternatives: []}])
    expect(kinds(await plan(both, {map: ['携帯メールアドレス=address']}))).toEqual([])
    const unnamed = 'a,b\na@example.jp,b@example.jp\n'
    expect(kinds(await plan(unnamed))).toEqual(['which-address'])
  })

  it('are none when one alone is named so, or holds any', async () => {
    expect(kinds(await plan('email,紹介者\na@example.jp,b@example.jp\n'))).toEqual([])
    expect(kinds(await plan('address,email\nTokyo 1-1,b@example.jp\n'))).toEqual([])
  })
})

describe('words of a status column that nobody knows', () => {
  const LIST =
    'email,ステータス\na@example.jp,配信中\nb@example.jp,休眠A\nc@example.jp,休眠A\nd@example.jp,x@example.jp\n'

  it('are a doubt, each once, and an address among them is not shown', async () => {
    expect((await plan(LIST)).doubts).toEqual([
      {kind: 'status-words', columns: [1], words: ['休眠A', '***'], alternatives: []},
    ])
  })

  it('are none when they were said', async () => {
    const statusWords = {active: [], stopped: ['休眠a', 'X@example.jp']}
    const planned = await plan(LIST, {statusWords})
    expect(planned.doubts).toEqual([])
    expect(planned.mapping[1]!.words).toEqual(statusWords)
  })
})

describe('a saved mapping', () => {
  const LIST = 'id,email,name,name\n1,a@example.jp,x,y\n'
  const columns = (saved: readonly [string, string, number?][]) => ({
    of: 'list.yaml',
    saved: saved.map(([column, field, position]) => ({column, field: field as 'name', position: position ?? null})),
  })
  const FULL = columns([
    ['email', 'address'],
    ['id', 'ignore'],
    ['name', 'name', 3],
    ['name_2', 'attribute', 4],
  ])

  it('says what each column means, in any order', async () => {
    expect(fieldsOf(await plan(LIST, {columns: FULL}))).toEqual([
      'id:ignore',
      'email:address',
      'name:name',
      'name_2:attribute',
    ])
  })

  it('yields to --map', async () => {
    expect(fieldsOf(await plan(LIST, {columns: FULL, map: ['#1=country']}))[0]).toBe('id:country')
  })

  it('is refused when the columns are others, with each that differs', async () => {
    const error = await failure(plan('email,id,name,age,phone\na@example.jp,1,x,2,3\n', {columns: FULL}))
    expect([error.code, error.details]).toEqual(['MAPPING_DIFFERS', ['+ age', '+ phone', '- name_2']])
    expect(error.values).toMatchObject({mapping: 'list.yaml', count: 3})
  })

  it('gives names to the columns of a list without header', async () => {
    const named = columns([
      ['会員番号', 'attribute', 1],
      ['連絡先', 'address', 2],
    ])
    const said = {header: 'none' as const, columns: named}
    const planned = await plan('1,a@example.jp\n2,bad\n', said)
    expect([fieldsOf(planned), planned.doubts]).toEqual([['会員番号:attribute', '連絡先:address'], []])
    const again = await planOf((await read(planned)).rejectsFile, said)
    expect(fieldsOf(again).slice(2)).toEqual(['会員番号:attribute', '連絡先:address'])
    const more = await failure(plan('1,a@example.jp,x\n', said))
    expect([more.code, more.details]).toEqual(['MAPPING_DIFFERS', ['+ column 3']])
  })
})
