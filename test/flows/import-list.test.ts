import {existsSync, linkSync, readFileSync, statSync} from 'node:fs'
import {appendFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openStore} from '../../src/adapters/store/open-store.ts'
import type {ImportResult} from '../../src/flows/import-list.ts'
import {cp932, failure, put} from '../support/files.ts'
import {bench, contact, content, dump, NOW, query} from '../support/workspace-store.ts'

/** One row for each thing that can happen to a row. */
const EVERY_FAULT = Buffer.concat([
  cp932('メールアドレス,氏名,国,同意,登録日,登録経路,配信停止,既往歴,要配慮個人情報同意日,マイナンバー\r\n'),
  cp932('Taro@example.jp,山田 太郎,JP,はい,2024-04-01,Webフォーム,,,,\r\n'),
  cp932('hanako@example.jp,髙橋 花子,日本,いいえ,2024-04-02,店頭,,,,\r\n'),
  cp932('jiro@example.jp,鈴木 次郎,,はい,2024-04-03,店頭,1,,,\r\n'),
  cp932('ill@example.jp,佐藤 一,,はい,2024-04-03,店頭,,糖尿病,,\r\n'),
  cp932('ill2@example.jp,佐藤 二,,はい,2024-04-03,店頭,,高血圧,2024-04-03,\r\n'),
  cp932('my@example.jp,田中 三,,はい,2024-04-03,店頭,,,,123456789018\r\n'),
  cp932('"""a..b""@docomo.ne.jp",伊藤 四,,はい,2024-04-03,店頭,,,,\r\n'),
  cp932('ｆｕｌｌ@example.jp,渡辺 五,,はい,2024-04-03,店頭,,,,\r\n'),
  cp932('\r\n'),
  cp932('TARO@example.jp,山田 太郎,,はい,2024-04-01,Webフォーム,,,,\r\n'),
  cp932('bad..dots@example.jp,中村 六,,,,,,既往あり,,987654321093\r\n'),
  cp932('nobody,小林 七,,,,,,,,\r\n'),
  cp932(',加藤 八,,,,,,,,\r\n'),
  cp932('few@example.jp,吉田 九\r\n'),
  cp932('many@example.jp,山本 十,,,,,,,,,x\r\n'),
  Buffer.concat([cp932('bytes@example.jp,山'), Buffer.from([0x81, 0x20]), cp932('本,,,,,,,,\r\n')]),
  cp932('nul@example.jp,a\0b,,,,,,,,\r\n'),
  cp932('"open@example.jp,井上,,,,,,,,\r\n'),
  cp932('last@example.jp,木村 終,,はい,2024-04-03,店頭,,,,'),
])

/** What an earlier import did is told without the reasons. */
function adds(result: ImportResult): void {
  const {rows, added, updated, unchanged, duplicate, rejected} = result.counts
  expect(added + updated + unchanged + duplicate + rejected).toBe(rows)
  if (result.sameAs !== null) return
  expect(Object.values(result.rejectedBy).reduce((sum, {count}) => sum + count, 0)).toBe(rejected)
}

describe('a file with every fault', () => {
  it('comes in through the thread, and its counts add up to its rows', async () => {
    const {import: run, folder, storeFile, rejectsFile} = await bench('every-fault')
    const result = await run(put(folder, 'list.csv', EVERY_FAULT), {purpose: {name: 'news', notice: 'newsletter'}})
    adds(result)
    expect(result.plan).toMatchObject({encoding: 'cp932', hasBom: false, delimiter: ','})
    expect(Object.fromEntries(Object.entries(result.rejectedBy).map(([why, {count}]) => [why, count]))).toEqual({
      'local-dots': 1,
      'no-at': 1,
      empty: 1,
      'column-count': 2,
      undecodable: 1,
      'control-character': 1,
      quote: 1,
    })
    expect(result.counts).toEqual({
      rows: 18,
      added: 9,
      updated: 0,
      unchanged: 0,
      duplicate: 1,
      erased: 0,
      rejected: 8,
      consents: 9,
      refusals: 1,
      optOuts: 1,
      stopped: 0,
    })
    expect(result.flags).toMatchObject([
      {kind: 'made-up', count: 9},
      {kind: 'folded', count: 1},
      {kind: 'odd-dots', count: 1},
    ])
    expect({...result.leftOut}).toEqual({既往歴: 1, マイナンバー: 1})
    expect(result.rejectsFile).toBe(rejectsFile)
    const lines = readFileSync(rejectsFile, 'latin1').split('\r\n')
    expect(lines[0]).toMatch(/^todoke_line,todoke_reason,/)
    expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(
      expect.arrayContaining(['12', '13', '14', '15', '16', '17', '18', '19']),
    )
    expect(statSync(rejectsFile).mode & 0o777).toBe(0o600)

    expect(await contact(storeFile, 'taro@example.jp')).toMatchObject({
      address: 'Taro@example.jp',
      country: 'JP',
      attributes: {氏名: '山田 太郎'},
    })
    expect((await contact(storeFile, 'hanako@example.jp'))!.attributes).toEqual({氏名: '髙橋 花子'})
    expect(await contact(storeFile, 'a..b@docomo.ne.jp')).toBeDefined()
    expect(await contact(storeFile, 'full@example.jp')).toBeDefined()
  })

  it('records a no as refused, a yes with its proof, and a stop as a suppression', async () => {
    const {import: run, folder, storeFile, store} = await bench('consents')
    await run(put(folder, 'list.csv', EVERY_FAULT), {purpose: {name: 'news', notice: 'newsletter'}})
    const consents = await query(
      storeFile,
      `select c.address_key, e.*, r.recorded_at from standing_consents e join consent_events r on r.id = e.id
       join contacts c on c.id = e.contact_id order by e.id`,
    )
    expect(consents[0]).toMatchObject({
      address_key: 'taro@example.jp',
      kind: 'given',
      basis: 'consent',
      at: Date.parse('2024-04-01T00:00+09:00'),
      source: 'Webフォーム',
      purpose: 'news',
      recorded_at: NOW,
    })
    expect(consents[1]).toMatchObject({address_key: 'hanako@example.jp', kind: 'refused', basis: null})
    expect(await query(storeFile, 'select name, notice from purposes')).toEqual([{name: 'news', notice: 'newsletter'}])
    expect(await store.suppressions.holding('jiro@example.jp', NOW)).toMatchObject([
      {reason: 'optout', scope: 'all', source: 'list.csv'},
    ])
    expect(await store.suppressions.holding('taro@example.jp', NOW)).toEqual([])
  })

  it('leaves special-care data out without the consent of its row, and マイナンバー always, in the store and in the rejects', async () => {
    const {import: run, folder, storeFile, rejectsFile, store} = await bench('special-care')
    await run(put(folder, 'list.csv', EVERY_FAULT))
    expect((await contact(storeFile, 'ill@example.jp'))!.attributes).not.toHaveProperty('既往歴')
    expect((await contact(storeFile, 'ill2@example.jp'))!.attributes).toMatchObject({既往歴: '高血圧'})
    expect((await contact(storeFile, 'my@example.jp'))!.attributes).not.toHaveProperty('マイナンバー')
    await store.close()
    for (const file of [storeFile, rejectsFile])
      for (const value of ['糖尿病', '既往あり', '123456789018', '987654321093'])
        for (const bytes of [Buffer.from(value), cp932(value)]) {
          expect(readFileSync(file).includes(bytes), `${value} in ${file}`).toBe(false)
        }
    expect(readFileSync(storeFile).includes('高血圧')).toBe(true)
  })

  it('takes special-care data in when it is kept on a ground, which is recorded; マイナンバー never', async () => {
    const {import: run, folder, storeFile, store} = await bench('kept')
    const file = put(folder, 'list.csv', EVERY_FAULT)
    const keep = {columns: ['既往歴'], basis: 'consent' as const, evidence: 'sign-up form of 2024-04, box 3'}
    for (const [column, code] of [
      ['マイナンバー', 'KEEP_BARRED'],
      ['氏名', 'FLAG_INVALID'],
      ['無い列', 'FLAG_INVALID'],
    ] as const)
      expect((await failure(run(file, {keep: {...keep, columns: ['既往歴', column]}}))).code).toBe(code)
    expect(await contact(storeFile, 'ill@example.jp')).toBeUndefined()
    await run(file, {keep})
    expect((await contact(storeFile, 'ill@example.jp'))!.attributes).toMatchObject({既往歴: '糖尿病'})
    expect((await contact(storeFile, 'my@example.jp'))!.attributes).not.toHaveProperty('マイナンバー')
    const [imported] = await store.lists.imports((await store.lists.find('news'))!)
    const {basis, evidence} = keep
    expect(imported!.mapping.find(({header}) => header === '既往歴')).toMatchObject({
      ...{fate: 'store', category: 'medical'},
      kept: {basis, evidence},
    })
  })

  it('leaves identifying numbers out unless they are kept on a ground, with or without a consent to special-care data', async () => {
    const {import: run, folder, storeFile} = await bench('numbers')
    const header = 'email,口座番号,基礎年金番号,生年月日,要配慮個人情報同意日'
    const file = put(folder, 'numbers.csv', `${header}\nbank@example.jp,7654321,1234-567890,1980-01-02,2024-04-01\n`)
    const first = await run(file)
    expect({...first.leftOut}).toEqual({口座番号: 1, 基礎年金番号: 1})
    expect((await contact(storeFile, 'bank@example.jp'))!.attributes).toEqual({生年月日: '1980-01-02'})
    expect(readFileSync(storeFile).includes('7654321')).toBe(false)
    const keep = {columns: ['口座番号'], basis: 'law' as const, evidence: 'refund rules of 2024'}
    const second = await run(file, {keep})
    expect({...second.leftOut}).toEqual({基礎年金番号: 1})
    expect((await contact(storeFile, 'bank@example.jp'))!.attributes).toMatchObject({口座番号: '7654321'})
  })

  it('changes nothing when it is imported again, also after another file', async () => {
    const {import: run, folder, storeFile} = await bench('again')
    const file = put(folder, 'list.csv', EVERY_FAULT)
    await run(file)
    const before = await dump(storeFile)
    const again = await run(file)
    expect(again.sameAs).toBe(NOW)
    adds(again)
    expect(again.counts).toMatchObject({rows: 18, added: 0, unchanged: 9, duplicate: 1, rejected: 8})
    expect(await dump(storeFile)).toBe(before)

    await run(put(folder, 'other.csv', 'email\nother@example.jp\n'))
    const people = await content(storeFile)
    const third = await run(file)
    adds(third)
    expect(third.sameAs).toBeNull()
    expect(third.counts).toMatchObject({added: 0, updated: 0, consents: 0, optOuts: 0, rejected: 8})
    expect(await content(storeFile)).toEqual(people)
  })

  it('is read anew when it is said to be in another encoding', async () => {
    const {import: run, folder, storeFile} = await bench('encoding-said')
    const file = put(
      folder,
      'list.csv',
      Buffer.concat([Buffer.from('email,name\na@example.jp,'), cp932('山'), Buffer.from('\n')]),
    )
    expect((await run(file, {encoding: 'utf-8'})).counts.rejected).toBe(1)
    const again = await run(file, {encoding: 'cp932'})
    expect(again.sameAs).toBeNull()
    expect((await contact(storeFile, 'a@example.jp'))!.attributes).toEqual({name: '山'})
  })
})

describe('a changed file', () => {
  const header = 'email,name,note,country,unsubscribed,consent,consent_at\n'

  it('updates what it says, and an empty cell never erases', async () => {
    const {import: run, folder, storeFile} = await bench('changed')
    await run(put(folder, '1.csv', `${header}a@example.jp,Taro,first,JP,,yes,2024-01-01\nb@example.jp,Jiro,x,,,,\n`))
    const second = await run(
      put(folder, '2.csv', `${header}A@example.jp,,second,,,,\nb@example.jp,Jiro,x,,,,\nc@example.jp,,,,,,\n`),
    )
    adds(second)
    expect(second.counts).toMatchObject({rows: 3, added: 1, updated: 1, unchanged: 1, consents: 0})
    expect(await contact(storeFile, 'a@example.jp')).toMatchObject({
      address_key: 'a@example.jp',
      country: 'JP',
      attributes: {name: 'Taro', note: 'second'},
    })
    expect(await query(storeFile, 'select kind from standing_consents')).toEqual([{kind: 'given'}])
  })

  it('stops a person whose row is rejected but says so', async () => {
    const {import: run, folder, store} = await bench('rejected-stop')
    await run(
      put(folder, '1.csv', `${header}a@example.jp,Taro,,,,yes,2024-01-01\nb@example.jp,Jiro,,,,yes,2024-01-01\n`),
    )
    const {counts} = await run(
      put(folder, '2.csv', 'email,status,name\na@example.jp,unsubscribed\nb@example.jp,active\n'),
    )
    expect(counts).toMatchObject({rejected: 2, optOuts: 1})
    expect(await store.suppressions.holding('a@example.jp', NOW)).toHaveLength(1)
    expect(await store.suppressions.holding('b@example.jp', NOW)).toEqual([])
  })

  it('never clears an opt-out', async () => {
    const {import: run, folder, store, storeFile} = await bench('opt-out-stays')
    await run(put(folder, '1.csv', `${header}a@example.jp,Taro,,,1,yes,2024-01-01\n`))
    const held = await store.suppressions.holding('a@example.jp', NOW)
    expect(held).toHaveLength(1)
    const second = await run(
      put(folder, '2.csv', 'email,status,consent,consent_at\na@example.jp,subscribed,yes,2026-03-01\n'),
    )
    expect(second.counts).toMatchObject({updated: 1, consents: 1, optOuts: 0})
    expect(await store.suppressions.holding('a@example.jp', NOW)).toEqual(held)
    expect(await query(storeFile, 'select count(*) as n from suppression_events')).toEqual([{n: 1}])
  })

  it.each([
    ['配信停止', '1', 'optout'],
    ['配信停止', '○', 'optout'],
    ['配信停止', '2024/05/01', 'optout'],
    ['配信可否', '不可', 'optout'],
    ['status', 'unsubscribed', 'optout'],
    ['status', 'bounced', 'bounce'],
    ['status', 'complained', 'complaint'],
    ['退会日', '2024-05-01', 'optout'],
    ['退会日', '2024.5', 'optout'],
    // A day to come: whoever says when they leave wants no mail.
    ['退会日', '2099-01-01', 'optout'],
  ])('turns %s %s into a suppression that holds at once', async (column, cell, reason) => {
    const {import: run, folder, store} = await bench('stop')
    await run(put(folder, 'list.csv', `email,${column}\na@example.jp,${cell}\nb@example.jp,\n`))
    expect((await store.suppressions.holding('a@example.jp', NOW)).map((hit) => hit.reason)).toEqual([reason])
    expect(await store.suppressions.holding('b@example.jp', NOW)).toEqual([])
  })

  it('suppresses the broad form: another spelling of the same mailbox is stopped too', async () => {
    const {import: run, folder, store} = await bench('broad')
    await run(put(folder, 'list.csv', 'email,unsubscribed\nu.ser+news@googlemail.com,1\n'))
    expect(await store.suppressions.holding('user@gmail.com', NOW)).toHaveLength(1)
  })

  it('puts one person into two lists without a second contact', async () => {
    const {import: run, folder, storeFile, store} = await bench('two-lists')
    const file = put(folder, 'list.csv', 'email\na@example.jp\n')
    await run(file)
    expect((await run(file, {list: 'sale'})).counts).toMatchObject({added: 0, updated: 1})
    expect(await query(storeFile, 'select count(*) as n from contacts')).toEqual([{n: 1}])
    expect(await store.lists.names()).toEqual(['news', 'sale'])
  })
})

describe('headers that are names of JavaScript', () => {
  it('become ordinary attributes, in a merge too', async () => {
    const {import: run, folder, storeFile, store} = await bench('proto')
    await run(put(folder, '1.csv', 'email,__proto__,constructor,toString\na@example.jp,p1,c1,t1\n'))
    await run(put(folder, '2.csv', 'email,__proto__,hasOwnProperty\na@example.jp,p2,h2\n'))
    const [row] = await query(storeFile, 'select attributes from contacts')
    expect(row!.attributes).toBe('{"__proto__":"p2","constructor":"c1","toString":"t1","hasOwnProperty":"h2"}')
    for await (const [stored] of store.lists.read(1)) {
      expect(Object.getPrototypeOf(stored!.attributes)).toBe(Object.prototype)
      expect(Object.entries(stored!.attributes)).toContainEqual(['__proto__', 'p2'])
    }
  })

  it('are counted when their values are マイナンバー and are left out', async () => {
    const {import: run, folder, storeFile} = await bench('constructor-left-out')
    const numbers = ['123456789018', '111111111118', '987654321093', '023456789013']
    const rows = Array.from({length: 24}, (_, i) => `u${i}@example.jp,${numbers[i % 4]},${numbers[(i + 1) % 4]}`)
    const result = await run(put(folder, 'list.csv', `email,constructor,__proto__\n${rows.join('\n')}\n`))
    expect(Object.entries(result.leftOut)).toEqual([
      ['constructor', 24],
      ['__proto__', 24],
    ])
    expect((await contact(storeFile, 'u1@example.jp'))!.attributes).toEqual({})
  })

  it('do not bring マイナンバー in under another meaning', async () => {
    const {import: run, folder, storeFile, store} = await bench('mynumber-as-source')
    const rows = Array.from({length: 24}, (_, i) => `u${i}@example.jp,yes,123456789018`)
    const file = put(folder, 'list.csv', `email,consent,登録経路\n${rows.join('\n')}\n`)
    expect((await run(file)).counts.consents).toBe(24)
    await store.close()
    expect(readFileSync(storeFile).includes('123456789018')).toBe(false)
  })
})

describe('the rejects file', () => {
  it('keeps the original bytes, and gives the missing contacts when it is mended and imported', async () => {
    const {import: run, folder, storeFile, rejectsFile} = await bench('mended')
    const rows = [
      'good@example.jp,髙橋 ㈱①',
      'bad..dots@example.jp,ﾔﾏﾀﾞ ～',
      '"quote@example.jp,山本',
      'x y@example.jp,"鈴,""木"""',
    ]
    const first = await run(put(folder, 'list.csv', cp932(`メールアドレス,氏名\r\n${rows.join('\r\n')}\r\n`)))
    expect(first.counts).toMatchObject({rows: 4, added: 1, rejected: 3})
    const bytes = readFileSync(rejectsFile)
    expect(bytes.toString('latin1').split('\r\n').slice(0, -1).sort()).toEqual(
      [
        Buffer.concat([Buffer.from('todoke_line,todoke_reason,'), cp932('メールアドレス,氏名')]),
        cp932(`3,local-dots@メールアドレス,${rows[1]}`),
        cp932(`5,space@メールアドレス,${rows[3]}`),
        cp932(`4,quote,${rows[2]}`),
      ]
        .map((line) => line.toString('latin1'))
        .sort(),
    )

    const mended = Buffer.from(
      bytes.toString('latin1').replace('bad..dots', 'good.dots').replace('x y@', 'xy@').replace(',"quote', ',quote'),
      'latin1',
    )
    const second = await run(put(folder, 'mended.csv', mended))
    expect(second.plan.encoding).toBe('cp932')
    expect(second.counts).toMatchObject({rows: 3, added: 3, rejected: 0})
    expect((await contact(storeFile, 'good.dots@example.jp'))!.attributes).toEqual({氏名: 'ﾔﾏﾀﾞ ～'})
    expect((await contact(storeFile, 'quote@example.jp'))!.attributes).toEqual({氏名: '山本'})
    expect((await contact(storeFile, 'xy@example.jp'))!.attributes).toEqual({氏名: '鈴,"木"'})
  })

  it('is never the list itself, under whatever name, nor a file that is something else', async () => {
    const place = await bench('rejects-input')
    const rows = 'email,name\na@example.jp,A\nbad,B\n'
    const file = put(place.folder, 'list.csv', rows)
    const link = join(place.folder, 'link.csv')
    linkSync(file, link)
    const other = put(place.folder, 'other.csv', 'my notes\n')
    const codeOf = async (path: string) => (await failure(place.import(file, {rejectsOf: () => path}))).code
    expect(await codeOf(file)).toBe('FLAG_INVALID')
    expect(await codeOf(link)).toBe('FLAG_INVALID')
    expect(await codeOf(other)).toBe('FILE_EXISTS')
    expect(await codeOf(place.folder)).toBe('FILE_UNWRITABLE')
    expect([readFileSync(file, 'utf8'), readFileSync(other, 'utf8')]).toEqual([rows, 'my notes\n'])
    expect(await contact(place.storeFile, 'a@example.jp')).toBeUndefined()
  })

  it('replaces an older one of its own', async () => {
    const place = await bench('rejects-again')
    for (const name of ['x', 'y'])
      await place.import(put(place.folder, `${name}.csv`, `\ufeffemail\na@example.jp\nbad-${name}\n`))
    expect(readFileSync(place.rejectsFile, 'utf8')).toContain('bad-y')
  })

  it('takes the first row alone when that leaves a quote open', async () => {
    const {import: run, folder} = await bench('first-quote')
    const result = await run(put(folder, 'list.csv', 'email,name\n"o@example.jp,O\na@example.jp,A\nb@example.jp,B\n'))
    expect(result.counts).toMatchObject({rows: 3, added: 2, rejected: 1})
    const only = await run(put(folder, 'only.csv', 'email,name\no@example.jp,"O\n'), {
      map: ['email=address'],
      rejectsOf: () => join(folder, 'only.rejects.csv'),
    })
    expect(only.counts).toMatchObject({rows: 1, rejected: 1})
  })

  it('is named after what the list holds, so lists of one name keep theirs apart', async () => {
    const place = await bench('rejects-name')
    const asked: string[] = []
    for (const row of ['bad-a', 'bad-b'])
      await place.import(put(place.folder, 'list.csv', `email\na@example.jp\n${row}\n`), {
        rejectsOf: (sha256) => {
          asked.push(sha256)
          return join(place.folder, `${sha256.slice(0, 8)}.rejects.csv`)
        },
      })
    expect(new Set(asked).size).toBe(2)
    for (const [i, sha256] of asked.entries())
      expect(readFileSync(join(place.folder, `${sha256.slice(0, 8)}.rejects.csv`), 'utf8')).toContain(
        i === 0 ? 'bad-a' : 'bad-b',
      )
  })

  it('of a list with barred columns is mended without bringing the mask in', async () => {
    const {import: run, folder, storeFile, rejectsFile} = await bench('mended-mask')
    const header = 'email,name,既往歴,要配慮個人情報同意日'
    await run(put(folder, 'list.csv', `${header}\nok@example.jp,A,,\nbad..x@example.jp,B,糖尿病,2024-01-01\n`))
    const text = readFileSync(rejectsFile, 'utf8')
    expect(text).toContain('bad..x@example.jp,B,***,2024-01-01')
    await run(put(folder, 'mended.csv', text.replace('bad..x', 'good.x')))
    expect((await contact(storeFile, 'good.x@example.jp'))!.attributes).toEqual({name: 'B'})
  })

  it('of a list with barred columns keeps the address of a row whose cells match no column, and says why no more', async () => {
    const {import: run, folder, rejectsFile} = await bench('mask-width')
    const rows = ['ok@example.jp,A,,', 'b@example.jp,B,C,糖尿病,2024-01-01', 'c@example.jp,"D,糖尿病,2024-01-01']
    await run(put(folder, 'list.csv', `email,name,既往歴,要配慮個人情報同意日\n${rows.join('\n')}\n`))
    expect(readFileSync(rejectsFile, 'utf8').split('\n').slice(1)).toEqual([
      '3,column-count+masked-since-cells-match-no-columns,b@example.jp,***,***,***,***',
      '4,quote+masked-since-cells-match-no-columns,***',
      '',
    ])
  })

  it('is not made when no row is bad, and has a BOM when the list has one', async () => {
    const {import: run, folder, rejectsFile} = await bench('no-rejects')
    expect((await run(put(folder, '1.csv', 'email\na@example.jp\n'))).rejectsFile).toBeNull()
    expect(existsSync(rejectsFile)).toBe(false)
    await run(put(folder, '2.csv', '\ufeffemail,氏名\nbad,山\na@example.jp,川\n'))
    expect(readFileSync(rejectsFile, 'utf8')).toBe('\ufefftodoke_line,todoke_reason,email,氏名\n2,no-at@email,bad,山\n')
  })
})

describe('a file of many rows', () => {
  const rows = Array.from({length: 45_000}, (_, i) => `user${i}@example.jp,name ${i},yes,2024-01-01`)
  const header = 'email,name,consent,consent_at'

  it('of which row 900 has 7 cells instead of 4 loses that row alone', async () => {
    const {import: run, folder, store} = await bench('row-900')
    const odd = [...rows]
    odd[898] = 'user898@example.jp,a,b,c,d,e,f'
    const result = await run(put(folder, 'list.csv', `${header}\n${odd.join('\n')}\n`))
    adds(result)
    expect(result.counts).toMatchObject({rows: 45_000, added: 44_999, rejected: 1})
    expect(await store.lists.count((await store.lists.find('news'))!)).toBe(44_999)
  })

  it('can be stopped: what was committed stays, the next import goes on, and the result is the same', async () => {
    const whole = await bench('whole')
    const file = put(whole.folder, 'list.csv', `${header}\n${rows.join('\n')}\n`)
    await whole.import(file)

    const {import: run, storeFile, store} = await bench('stopped')
    const stop = new AbortController()
    const onProgress = ({rows: read}: {rows: number}) => {
      if (read > 25_000) stop.abort()
    }
    expect((await failure(run(file, {stop: stop.signal, onProgress}))).code).toBe('INTERRUPTED')
    const stayed = await store.lists.count((await store.lists.find('news'))!)
    expect(stayed).toBeGreaterThan(0)
    expect(stayed).toBeLessThan(45_000)
    expect((await store.lists.imports(1))[0]!.counts).toBeNull()

    const again = await run(file)
    adds(again)
    expect(again.counts).toMatchObject({added: 45_000, unchanged: 0, duplicate: 0, consents: 45_000})
    expect(await content(storeFile)).toEqual(await content(whole.storeFile))
  })

  it('stopped in a proposal says that nothing was changed', async () => {
    const {import: run, folder, store} = await bench('stopped-proposal')
    const stop = new AbortController()
    const ask = {stop: stop.signal, onProgress: () => stop.abort(), scratch: join(folder, 'scratch.db')}
    const file = put(folder, 'list.csv', `${header}\n${rows.join('\n')}\n`)
    expect(await failure(run(file, ask))).toMatchObject({code: 'INTERRUPTED_UNCHANGED', exitCode: 130})
    expect(await store.lists.names()).toEqual([])
  })

  it('leaves signals and timers their turn after each stretch', async () => {
    const {import: run, folder} = await bench('turns')
    const stretches = {all: 0, waiting: 0, missed: 0}
    const onProgress = () => {
      stretches.all += 1
      stretches.missed += stretches.waiting
      stretches.waiting = 1
      setImmediate(() => {
        stretches.waiting = 0
      })
    }
    await run(put(folder, 'list.csv', `${header}\n${rows.join('\n')}\n`), {onProgress})
    expect(stretches.all).toBeGreaterThan(5)
    expect(stretches.missed).toBe(0)
  })

  it('is refused at its end when it grew meanwhile, and no result is recorded', async () => {
    const {import: run, folder, store} = await bench('grew')
    const file = put(folder, 'list.csv', `${header}\n${rows.join('\n')}\n`)
    const error = await failure(
      run(file, {
        onPlan: () => {
          void appendFile(file, 'more@example.jp,x,yes,2024-01-01\n')
        },
      }),
    )
    const taken = await store.lists.count((await store.lists.find('news'))!)
    expect(taken).toBeGreaterThan(0)
    expect([error.code, error.values.count, error.values.file]).toEqual(['FILE_CHANGED_MIDWAY', taken, file])
    const id = (await store.lists.imports(1))[0]!.uuid
    expect(id.startsWith(String(error.values.id))).toBe(true)
    expect((await store.lists.imports(1))[0]!.counts).toBeNull()
  })

  it('leaves a sound store', async () => {
    const {import: run, folder, storeFile} = await bench('wide')
    const wide = rows.map((row) => `${row},${'x'.repeat(80)}`)
    await run(put(folder, 'list.csv', `${header},pad\n${wide.join('\n')}\n`))
    const [bad] = await query(storeFile, 'pragma integrity_check')
    expect(bad).toEqual({integrity_check: 'ok'})
  })
})

describe('around an import', () => {
  it('a bad --map is refused before anything is written', async () => {
    const {import: run, folder, store} = await bench('bad-map')
    const error = await failure(run(put(folder, 'list.csv', 'email\na@example.jp\n'), {map: ['mail=address']}))
    expect(error).toMatchObject({code: 'MAPPING_INVALID', values: {given: 'mail=address', what: 'unknown-column'}})
    expect(await store.lists.names()).toEqual([])
  })

  it('the store finds everything when it is opened again', async () => {
    const {import: run, folder, storeFile, store} = await bench('reopen')
    await run(put(folder, 'list.csv', 'email,name\na@example.jp,Taro\n'))
    await store.close()
    const reopened = await openStore(join(folder, '.todoke', 'store.db'))
    expect(reopened.instanceId).toBe(store.instanceId)
    expect(await reopened.lists.count((await reopened.lists.find('news'))!)).toBe(1)
    await reopened.close()
    expect((await contact(storeFile, 'a@example.jp'))!.attributes).toEqual({name: 'Taro'})
  })
})

describe('a file of which no row can be taken', () => {
  it('ends with its counts, and the next import goes on as ever', async () => {
    const {import: run, folder, rejectsFile, store} = await bench('all-rejected')
    const rows = Array.from(
      {length: 20_000},
      (_, i) => `"x y${i}"@example.jp,${i}\nuser ${i}@example.jp,${'z'.repeat(20)}`,
    )
    const result = await run(put(folder, 'list.csv', `email,note\n${rows.join('\n')}\n`))
    adds(result)
    expect(result.counts).toMatchObject({rows: 40_000, rejected: 40_000})
    expect(result.rejectedBy).toMatchObject({quote: {count: 20_000}, space: {count: 20_000}})
    expect(readFileSync(rejectsFile, 'utf8').split('\n')).toHaveLength(40_002)
    expect((await run(put(folder, 'good.csv', 'email\na@example.jp\n'))).counts.added).toBe(1)
    expect((await store.lists.imports(1)).map((each) => each.counts?.rows)).toEqual([40_000, 1])
  })
})
