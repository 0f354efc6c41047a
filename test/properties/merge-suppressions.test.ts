import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {put} from '../support/files.ts'
import {bench, content, dump, query} from '../support/workspace-store.ts'

const line = fc
  .tuple(
    fc.constantFrom(
      'a@example.jp',
      'A@Example.jp',
      'b.c@gmail.com',
      'bc@gmail.com',
      '@example.com',
      'x..y@docomo.ne.jp',
      'nobody',
      '',
    ),
    fc.constantFrom('', 'spam', 'bounce', '退会', '弁護士'),
    fc.constantFrom('', '2024-01-01', '2025-01-01', '2099-01-01', '04/01/2024'),
  )
  .map((cells) => cells.join(','))
const file = fc.array(line, {maxLength: 8})
const ORDERED = 'select subject from suppression_events order by subject'

describe('merging opt-out files', () => {
  it('gives the same in any order, the second time nothing, and never less than before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, {minLength: 1, maxLength: 4}), fc.nat(), async (files, seed) => {
        const one = await bench('merge-property')
        const two = await bench('merge-property')
        const paths = files.map((lines, i) =>
          put(one.folder, `${i}.csv`, ['email,reason,date', 'seed@example.jp,,', ...lines].join('\n')),
        )
        const first = await one.merge(paths)
        const before = await dump(one.storeFile)
        expect(await one.merge([...paths].reverse())).toMatchObject({added: 0, total: first.total})
        expect(await dump(one.storeFile)).toBe(before)
        expect(first.added + first.known).toBe(first.files.reduce((sum, each) => sum + each.entries, 0))

        const turned = paths.map((_, i) => paths[(i + seed) % paths.length]!).reverse()
        await two.merge(turned)
        expect((await content(two.storeFile)).suppressions).toEqual((await content(one.storeFile)).suppressions)

        const held = (await query(one.storeFile, ORDERED)).length
        await one.merge([put(one.folder, 'more.csv', 'email\nmore@example.jp\n')])
        expect((await query(one.storeFile, ORDERED)).length).toBe(held + 1)
        await one.store.close()
        await two.store.close()
      }),
      {numRuns: 25, endOnFailure: true},
    )
  })
})
