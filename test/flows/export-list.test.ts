import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {parse} from 'csv-parse/sync'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {listSinks} from '../../src/adapters/csv/write-list.ts'
import {consentAt} from '../../src/core/contacts/consent.ts'
import type {ExportAsk} from '../../src/flows/export-list.ts'
import {exportList} from '../../src/flows/export-list.ts'
import {failure, put} from '../support/files.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock, dump, NOW} from '../support/workspace-store.ts'

const PEOPLE = [
  'メールアドレス,氏名,国,言語,電話,メモ,同意,同意区分,登録日,登録経路,同意方法,名刺交換日,配信停止',
  'Taro@example.jp,山田 太郎,日本,ja,+81-90-1,"a ""b"", c',
  'd",はい,,2024-04-01 09:30,Webフォーム,フォーム,,',
  "+tag@example.com,=1+1,US,en,-,'quoted,,取引,2024/5/1,ECサイト,,,",
  'card@example.com,＝名刺,,,,,,名刺,,展示会,,2024-02-03,',
  'stop@example.com,停止,JP,,,,はい,,2024-04-01,,,,退会',
  'bounce@example.com,不達,JP,,,,はい,,,,,,エラー',
  'spam@example.com,苦情,JP,,,,はい,,,,,,迷惑メール',
  'no@example.com,拒否,JP,,,,いいえ,,2024-04-02,,,,',
  'odd@example.com,不明,JP,,,,たぶん,,,,,,',
  'silent@example.com,無言,JP,,,,,,,,,,',
  'topic@example.com,話題,JP,,,,はい,,2024-04-02,,,,',
  '"a..b@docomo.ne.jp",携帯,JP,,,,はい,,2024-04-02,,,,',
].join('\r\n')

async function filled(what: string): Promise<Bench> {
  const place = await bench(what)
  await place.import(put(place.folder, 'people.csv', `${PEOPLE}\r\n`))
  const stops = put(place.folder, 'sale.csv', 'email,date\ntopic@example.com,2025-01-02\n')
  await place.merge([stops], {scope: 'topic:sale'})
  return place
}

function exported(place: Bench, ask: Partial<ExportAsk> = {}) {
  let text = ''
  const stdout = new Writable({
    decodeStrings: true,
    write(chunk: Buffer, _, done) {
      text += chunk.toString('latin1')
      done()
    },
  })
  const whole: ExportAsk = {
    list: 'news',
    out: null,
    overwrite: false,
    encoding: 'utf-8',
    hasBom: false,
    delimiter: ',',
    where: null,
    columns: null,
    sensitive: null,
    suppressed: 'exclude',
    raw: false,
    offsetMinutes: 540,
    stop: new AbortController().signal,
    onProgress: () => {},
    ...ask,
  }
  return exportList(whole, {store: place.store, sinks: listSinks(() => stdout), clock}).then((result) => ({
    ...result,
    bytes: Buffer.from(text, 'latin1'),
    cells: parse(Buffer.from(text, 'latin1'), {bom: true}) as string[][],
  }))
}

const namesOf = (cells: readonly string[][]) =>
  cells.slice(1).map(([address]) => address!.split('@')[0]!.replace(/^'/, ''))

describe('an export', () => {
  it('tells a day without a basis, and no consent, which read again would be a yes', async () => {
    const place = await bench('export-days')
    await place.import(
      put(place.folder, 'days.csv', 'email,登録日\nday@example.jp,2024-05-01\nlate@example.jp,2025-01-01\n'),
    )
    const {cells} = await exported(place, {
      where: '登録日 = 2024-05-01',
      columns: ['email', 'consent', 'consent_basis', '登録日'],
    })
    expect(cells.slice(1)).toEqual([['day@example.jp', '', '', '2024-05-01T00:00:00+09:00']])
  })

  it('leaves out whoever said no, says how many, and loses nobody', async () => {
    const place = await filled('export-default')
    const {cells, rows, leftOut, outside} = await exported(place)
    expect(namesOf(cells)).toEqual(['Taro', '+tag', 'card', 'silent', 'a..b'])
    expect([rows, leftOut, outside]).toEqual([5, {optedOut: 4, refused: 2, saidNothing: 0}, 0])
    expect(await place.store.lists.count(1)).toBe(rows + leftOut.optedOut + leftOut.refused)
  })

  it('can be of those alone, with their state even where the columns leave it out', async () => {
    const place = await filled('export-only')
    const {cells, leftOut} = await exported(place, {suppressed: 'only', columns: ['email,opt_out_at']})
    expect(cells).toEqual([
      ['email', 'opt_out_at', 'consent', 'opt_out'],
      ['stop@example.com', '', 'given', 'optout'],
      ['bounce@example.com', '', 'given', 'bounce'],
      ['spam@example.com', '', 'given', 'complaint'],
      ['no@example.com', '', 'refused', ''],
      ['odd@example.com', '', 'refused', ''],
      ['topic@example.com', '2025-01-02T00:00:00+09:00', 'given', 'optout topic:sale'],
    ])
    expect(leftOut).toEqual({optedOut: 0, refused: 0, saidNothing: 5})
  })

  it('sees opt-outs of a domain and of today', async () => {
    const place = await filled('export-domain')
    await place.merge([put(place.folder, 'stops.csv', '@example.jp\ncard+x@example.com\n')])
    const {cells} = await exported(place, {suppressed: 'include', columns: ['email']})
    const stopped = cells.filter(([, , optOut]) => optOut !== '').map(([address]) => address)
    expect(stopped).toEqual(expect.arrayContaining(['Taro@example.jp', 'card@example.com']))
    expect(namesOf((await exported(place)).cells)).toEqual(['+tag', 'silent', 'a..b'])
  })

  it('guards formulas in cells and headers, unless they are wanted raw', async () => {
    const place = await bench('export-formula')
    await place.import(put(place.folder, 'odd.csv', 'email,"=cmd|\' /C calc\'!A0",phone\n-a@example.com,@x,+81-3\n'))
    const guarded = await exported(place, {columns: ['email', "=cmd|' /C calc'!A0", 'phone']})
    expect(guarded.cells).toEqual([
      ['email', "'=cmd|' /C calc'!A0", 'phone'],
      ["'-a@example.com", "'@x", "'+81-3"],
    ])
    const raw = await exported(place, {columns: ['email', 'phone'], raw: true})
    expect(raw.cells).toEqual([
      ['email', 'phone'],
      ['-a@example.com', '+81-3'],
    ])
  })

  it('holds only the segment, and counts who is outside of it', async () => {
    const place = await filled('export-where')
    const {cells, outside, leftOut, rows} = await exported(place, {where: 'country = "日本" and not 氏名 = "無言"'})
    expect(namesOf(cells)).toEqual(['Taro', 'a..b'])
    expect(rows + outside + leftOut.optedOut + leftOut.refused).toBe(11)
    expect((await failure(exported(place, {where: 'nothing = "x"'}))).code).toBe('SEGMENT_INVALID')
  })

  it('in an encoding that lacks a character writes nothing at all, neither to a file nor to standard output', async () => {
    const place = await filled('export-lacks')
    await place.import(put(place.folder, 'more.csv', 'メールアドレス,氏名\nemoji@example.com,佐藤😀\n'))
    const folder = readdirSync(place.folder)
    const file = join(place.folder, 'out.csv')
    for (const out of [file, null]) {
      const error = await failure(exported(place, {out, encoding: 'cp932'}))
      expect([error.code, error.values.columns, error.values.rows]).toEqual(['EXPORT_UNENCODABLE', '氏名 (1)', 1])
    }
    expect(readdirSync(place.folder)).toEqual(folder)
    const {bytes} = await exported(place, {encoding: 'cp932', where: 'address != "emoji@example.com"'})
    expect(iconv.decode(bytes, 'cp932')).toContain('山田 太郎')
  })

  it('has no columns of an import that was taken back', async () => {
    const place = await filled('export-undone')
    const {columns} = await exported(place)
    const more = await place.import(put(place.folder, 'more.csv', 'email,plan\ncard@example.com,gold\n'))
    expect((await exported(place)).columns).toContain('plan')
    await place.store.lists.undo(more.importId!, NOW)
    expect((await exported(place)).columns).toEqual(columns)
    expect((await failure(exported(place, {columns: ['plan']}))).code).toBe('FLAG_INVALID')
  })

  it('that is stopped leaves no file', async () => {
    const place = await filled('export-stopped')
    const stop = AbortSignal.abort()
    const out = join(place.folder, 'out.csv')
    expect((await failure(exported(place, {out, stop}))).code).toBe('INTERRUPTED_UNCHANGED')
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps sensitive columns at home unless a reason is given for them', async () => {
    const place = await bench('export-sensitive')
    const rows = 'email,既往歴,要配慮個人情報同意日\na@example.com,高血圧,2024-04-01\n'
    await place.import(put(place.folder, 'ill.csv', rows))
    const usual = await exported(place)
    expect([usual.columns.includes('既往歴'), usual.sensitiveColumns]).toEqual([false, ['既往歴']])
    expect(usual.passedOn).toBeNull()
    const refused = await failure(exported(place, {columns: ['email,既往歴']}))
    expect([refused.code, refused.exitCode, refused.values]).toEqual(['EXPORT_SENSITIVE', 3, {columns: '既往歴'}])
    const sensitive = {columns: ['既往歴'], reason: 'the clinic asked for it'}
    const out = await exported(place, {columns: ['email,既往歴'], sensitive})
    expect([out.cells[1], out.passedOn]).toEqual([['a@example.com', '高血圧'], sensitive])
    expect((await exported(place, {sensitive})).columns).toContain('既往歴')
  })

  it('chooses nobody by a sensitive column without a reason: the addresses alone would tell', async () => {
    const place = await bench('export-by-sensitive')
    const rows = 'email,既往歴,要配慮個人情報同意日\na@example.com,高血圧,2024-04-01\nb@example.com,なし,2024-04-01\n'
    await place.import(put(place.folder, 'ill.csv', rows))
    for (const where of ['既往歴 = "高血圧"', 'not (既往歴 is empty)'])
      for (const columns of [null, ['email']])
        expect((await failure(exported(place, {where, columns}))).code).toBe('EXPORT_SENSITIVE')
    const sensitive = {columns: ['既往歴'], reason: 'the clinic asked for it'}
    const out = await exported(place, {where: '既往歴 = "高血圧"', columns: ['email'], sensitive})
    expect([out.cells.slice(1).map(([address]) => address), out.passedOn]).toEqual([['a@example.com'], sensitive])
  })

  it('of an unknown list, or over a file that is there, is refused', async () => {
    const place = await filled('export-refused')
    expect((await failure(exported(place, {list: 'nws'}))).values).toEqual({list: 'nws', known: 'news'})
    const out = put(place.folder, 'mine.csv', 'mine')
    expect((await failure(exported(place, {out}))).code).toBe('FILE_EXISTS')
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })
})

/** What the store says of each person, without what an export does not carry. */
async function picture({store}: Bench, list = 'news') {
  const people: object[] = []
  for await (const batch of store.lists.read((await store.lists.find(list))!)) {
    const optOuts = await store.suppressions.strongestFor(batch, NOW)
    for (const {id, address, country, locale, attributes, consents} of batch) {
      const consent = consentAt(consents, NOW)
      const {status_word: _word, status_column: _column, ...evidence} = consent?.evidence ?? {}
      const optOut = optOuts.get(id)
      people.push({
        ...{address, country, locale, attributes, evidence},
        consent: consent && [consent.kind, consent.basis, consent.at, consent.source, consent.method],
        optOut: optOut && [optOut.reason, optOut.from],
      })
    }
  }
  return people
}

describe('an export imported again', () => {
  it.each([
    ['utf-8', ','],
    ['cp932', ';'],
    ['utf-16le', '\t'],
    ['iso-2022-jp', ','],
  ] as const)(
    'into a new workspace, as %s, makes the same people with the same consents and opt-outs',
    async (encoding, delimiter) => {
      const place = await filled('round-trip-from')
      const out = join(place.folder, 'all.csv')
      const hasBom = encoding === 'utf-16le'
      const written = await exported(place, {out, suppressed: 'include', encoding, delimiter, hasBom})
      expect(written.rows).toBe(11)
      const other = await bench('round-trip-to')
      const {counts, plan, notes} = await other.import(out)
      expect([counts, notes]).toMatchObject([{rows: 11, added: 11, rejected: 0}, []])
      expect([plan.encoding, plan.delimiter, plan.format?.name]).toEqual([encoding, delimiter, 'Todoke'])
      expect(plan.doubts).toEqual([])
      expect(await picture(other)).toEqual(await picture(place))
    },
  )

  it('into the same workspace changes nobody and brings nobody back', async () => {
    const place = await filled('round-trip-same')
    const before = await picture(place)
    const out = join(place.folder, 'all.csv')
    await exported(place, {out, suppressed: 'include'})
    const {counts} = await place.import(out)
    expect([counts.added, counts.rejected]).toEqual([0, 0])
    const after = await picture(place)
    expect(after.length).toBe(before.length)
    const stopped = (people: object[]) => people.filter((each) => 'optOut' in each && each.optOut !== undefined).length
    expect(stopped(after)).toBe(stopped(before))
  })

  it('as opt-outs of another workspace forbids the same addresses, also those that look like formulas', async () => {
    const place = await bench('round-trip-stops')
    const rows = 'email,配信停止,停止日\n-a@example.com,退会,2024-05-06\n+tag@example.com,エラー,\n'
    await place.import(put(place.folder, 'stopped.csv', rows))
    const out = join(place.folder, 'stops.csv')
    await exported(place, {out, suppressed: 'only', columns: ['email,opt_out,opt_out_at']})
    expect(readFileSync(out, 'utf8')).toContain("'-a@example.com")
    const other = await bench('round-trip-stops-to')
    await other.merge([out])
    expect(await other.store.suppressions.holding('-a@example.com', NOW)).toMatchObject([
      {reason: 'optout', from: Date.parse('2024-05-06T00:00+09:00')},
    ])
    expect(await other.store.suppressions.holding('+tag@example.com', NOW)).toMatchObject([{reason: 'bounce'}])
  })

  it('with only some columns still stops whom it says stopped', async () => {
    const place = await filled('round-trip-some')
    const out = join(place.folder, 'some.csv')
    await exported(place, {out, suppressed: 'include', columns: ['氏名,email']})
    const other = await bench('round-trip-some-to')
    await other.import(out)
    const again = await exported(other)
    expect(namesOf(again.cells.map((row) => [row[0]!])).sort()).toEqual(['+tag', 'Taro', 'a..b', 'card', 'silent'])
  })

  it('changes nothing in the store it came from', async () => {
    const place = await filled('export-reads')
    const before = await dump(place.storeFile)
    await exported(place, {suppressed: 'include'})
    expect(await dump(place.storeFile)).toBe(before)
  })
})
