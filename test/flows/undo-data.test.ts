/** What an import writes down so that it can be taken back: what fields were, and never what must not be stored. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {put} from '../support/files.ts'
import {bench, content, NOW, query} from '../support/workspace-store.ts'

const OLD = 'メールアドレス,氏名,会員種別\ntaro@example.jp,山田 太郎,一般\nhanako@example.jp,佐藤 花子,一般\n'
const BARRED = ['123456789018', '糖尿病', '7654321']
const rows = (kind: string) => [
  'メールアドレス,氏名,会員種別,既往歴,マイナンバー,口座番号',
  `taro@example.jp,山田 太郎,${kind},糖尿病,123456789018,7654321`,
  `hanako@example.jp,佐藤 花子,${kind},,,`,
]

it('holds no column that must not be stored, before and after the way back', async () => {
  const {import: run, folder, storeFile, store} = await bench('undo-data')
  await run(put(folder, 'old.csv', OLD))
  const before = await content(storeFile)
  const first = await run(put(folder, 'new.csv', `${rows('特別').join('\n')}\n`))
  const second = await run(put(folder, 'newer.csv', `${rows('最高').join('\n')}\n`))
  expect([first.counts.updated, second.counts.updated]).toEqual([2, 2])
  expect(Object.keys(first.leftOut).sort()).toEqual(['マイナンバー', '口座番号', '既往歴'])
  await store.close()
  expect(await query(storeFile, 'select count(*) as n from import_changes')).toEqual([{n: 4}])
  const holds = () => BARRED.filter((value) => readFileSync(storeFile).includes(value))
  expect(holds()).toEqual([])
  const again = await openStore(join(folder, '.todoke', 'store.db'))
  for (const {importId} of [second, first]) expect(await again.lists.undo(importId!, NOW)).toMatchObject({reverted: 2})
  await again.close()
  expect(await content(storeFile)).toEqual(before)
  expect(holds()).toEqual([])
})
