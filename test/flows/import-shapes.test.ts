import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {cp932, failure, put} from '../support/files.ts'
import {bench, content} from '../support/workspace-store.ts'

describe('a list whose header stands below a title', () => {
  const LIST = '会員一覧\r\n出力日,2024-04-01\r\n\r\nメールアドレス,氏名,,\r\na@example.jp,山田,,\r\nbad,佐藤,,\r\n'

  it('comes in through the thread; its rejected row, mended, comes in as if it had never been bad', async () => {
    const {import: run, folder, rejectsFile, storeFile} = await bench('below-title')
    const result = await run(put(folder, 'list.csv', cp932(LIST)))
    expect(result.counts).toMatchObject({rows: 2, added: 1, rejected: 1})
    const rejects = readFileSync(rejectsFile)
    expect(
      rejects.equals(cp932('todoke_line,todoke_reason,メールアドレス,氏名,,\r\n6,no-at@メールアドレス,bad,佐藤,,\r\n')),
    ).toBe(true)
    const mended = put(
      folder,
      'mended.csv',
      cp932('todoke_line,todoke_reason,メールアドレス,氏名,,\r\n6,x,b@example.jp,佐藤,,\r\n'),
    )
    expect((await run(mended)).counts).toMatchObject({rows: 1, added: 1})

    const other = await bench('never-bad')
    await other.import(put(other.folder, 'list.csv', cp932(LIST.replace('bad', 'b@example.jp'))))
    expect((await content(storeFile)).people).toEqual((await content(other.storeFile)).people)
  })
})

describe('a list without header', () => {
  const LIST = 'a@example.jp,Taro,active\nb@example.jp,Jiro,unsubscribed\n'

  it('is refused where nobody can be asked, and nothing is changed', async () => {
    const {import: run, folder, storeFile} = await bench('no-header')
    const error = await failure(run(put(folder, 'list.csv', LIST)))
    expect([error.code, error.values]).toMatchObject(['HEADER_MISSING', {line: 1, number: 1}])
    expect((await content(storeFile)).people).toEqual([])
  })

  it('comes in whole once it is said, opt-outs included', async () => {
    const {import: run, folder, storeFile} = await bench('said-headerless')
    const result = await run(put(folder, 'list.csv', LIST), {header: 'none'})
    expect(result.counts).toMatchObject({rows: 2, added: 2, optOuts: 1})
    expect((await content(storeFile)).people.map(({attributes}) => attributes)).toEqual([
      {'column 2': 'Taro'},
      {'column 2': 'Jiro'},
    ])
  })
})
