/** A list of which part is missing, because an import was cut short: said wherever the list is looked at or used. */
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {openStore} from '../../src/adapters/store/open-store.ts'
import {block, draft} from '../support/drafts.ts'
import {ask, makeWorkspace, must, plan, row, run} from '../support/send-workspace.ts'
import {NOW} from '../support/workspace-store.ts'

let folder: string
let id: string

beforeAll(async () => {
  folder = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  expect((await ask(folder, 'list', 'show', 'news')).answer.unfinished).toEqual([])
  const store = await openStore(join(folder, '.todoke', 'store.db'))
  const header = {
    ...{list: 'news', fileName: 'more.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
    ...{mapping: [], basis: null, purpose: null},
  }
  const session = await store.lists.startImport(header, NOW)
  await session.write(block([draft('a'), draft('b')]), 4321)
  await session.abandon()
  id = session.uuid.slice(0, 8)
  await store.close()
})

describe('a list whose import was cut short', () => {
  it('says so in list show, alone and among all lists, with the row and the ways out', async () => {
    for (const words of [['news'], []]) {
      const en = (await run(folder, 'list', 'show', ...words)).stdout.replace(/\s+/g, ' ')
      expect(en).toContain(
        `part of “news” is missing: import ${id} (more.csv) was cut short, or runs still; 4,321 rows`,
      )
      expect(en).toContain(`todoke list undo ${id}`)
      const ja = (await run(folder, 'list', 'show', ...words, '--lang', 'ja')).stdout.replace(/\s+/g, '')
      expect(ja).toContain('4,321行で中断したか、まだ実行中です')
    }
    const unfinished = [{id, file: 'more.csv', rowsRead: 4321}]
    expect((await ask(folder, 'list', 'show', 'news')).answer.unfinished).toEqual(unfinished)
    expect((await ask(folder, 'list', 'show')).answer.lists).toMatchObject([{name: 'news', unfinished}])
  })

  it('is planned only with a warning', async () => {
    const words = ['send', 'plan', 'x', '--template', 'templates/mine', '--list', 'news']
    const {stdout} = await run(folder, ...words)
    expect(stdout).toContain('▲ part of “news” is missing')
    expect(stdout.replace(/\s+/g, ' ')).toContain('then plan again with --replace')
    const {answer} = await ask(folder, ...words, '--replace')
    expect(answer.unfinished).toEqual([{id, file: 'more.csv', rowsRead: 4321}])
  })

  it('is whole again once the import is taken back', async () => {
    await must(run(folder, 'list', 'undo', id, '--yes'))
    expect((await run(folder, 'list', 'show', 'news')).stdout).not.toContain('▲')
    expect(await plan(folder, 'y')).toBe('y:1')
    expect((await ask(folder, 'list', 'show')).answer.lists[0].unfinished).toEqual([])
  })
})
