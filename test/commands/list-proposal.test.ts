/** A proposal before a change, and the way back: `list import --dry-run` and `list undo` from the command line. */
import {readdirSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {ask, copyWorkspace, makeWorkspace, must, row, run} from '../support/send-workspace.ts'
import {content, dump} from '../support/workspace-store.ts'

const OLD = 'メールアドレス,氏名,会員種別\ntaro@example.com,山田 太郎,一般\nhanako@example.com,佐藤 花子,一般\n'
const NEW = [
  'メールアドレス,氏名,会員種別,配信停止',
  'taro@example.com,山田 太郎,特別,',
  'hanako@example.com,佐藤 花子,一般,停止',
  'jiro@example.com,鈴木 次郎,一般,',
  'こわれた行,x,x,',
].join('\n')

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  await writeFile(join(base, 'old.csv'), OLD)
  await writeFile(join(base, 'new.csv'), `${NEW}\n`)
  await must(run(base, 'list', 'import', 'old.csv', '--list', 'people'))
})

const storeOf = (folder: string) => join(folder, '.todoke', 'store.db')

describe('list import --dry-run', () => {
  it('shows what would be added, changed, stopped and rejected, and changes nothing', async () => {
    const folder = await copyWorkspace(base, 1)
    const before = await dump(storeOf(folder))
    const {code, answer} = await ask(folder, 'list', 'import', 'new.csv', '--list', 'people', '--dry-run')
    expect(code).toBe(1)
    expect(answer).toMatchObject({
      ...{dryRun: true, importId: null, rejectsFile: null},
      counts: {rows: 4, added: 1, updated: 2, unchanged: 0, duplicate: 0, rejected: 1, optOuts: 1, stopped: 1},
      rejectedBy: {'no-at': {count: 1, firstLine: 5}},
    })
    expect(answer.samples).toEqual([
      {
        kind: 'updated',
        address: 't***@example.com',
        changes: [{field: 'attribute', header: '会員種別', before: '***', after: '***'}],
        by: null,
      },
      {kind: 'stopped', address: 'h***@example.com', changes: [], by: 'optout'},
      {
        kind: 'added',
        address: 'j***@example.com',
        changes: [
          {field: 'attribute', header: '氏名', before: null, after: '***'},
          {field: 'attribute', header: '会員種別', before: null, after: '***'},
        ],
        by: null,
      },
    ])
    expect(await dump(storeOf(folder))).toBe(before)
    expect(readdirSync(join(folder, '.todoke', 'tmp'))).toEqual([])
    expect(readdirSync(folder)).not.toContain('rejects')
  })

  it('says the same on the screen, in Japanese too', async () => {
    const folder = await copyWorkspace(base, 1)
    const {stdout} = await run(folder, 'list', 'import', 'new.csv', '--list', 'people', '--dry-run', '--lang', 'ja')
    expect(stdout).toContain('何も変更していません')
    expect(stdout).toContain('~ t***@example.com')
    expect(stdout).toContain('会員種別: 一般 > 特別')
    expect(stdout).not.toContain('taro@')
  })
})

describe('list undo', () => {
  it('takes back the import whose id the import printed, and keeps its opt-out', async () => {
    const folder = await copyWorkspace(base, 1)
    const before = await content(storeOf(folder))
    const {answer} = await ask(folder, 'list', 'import', 'new.csv', '--list', 'people')
    const done = await ask(folder, 'list', 'undo', answer.importId.slice(0, 8), '--yes')
    expect([done.code, done.answer]).toEqual([
      0,
      {removed: 1, kept: 0, reverted: 1, changedSince: 0, memberships: 1, consents: 0, optOutsKept: 1, refusalsKept: 0},
    ])
    const after = await content(storeOf(folder))
    expect(after.suppressions).toHaveLength(before.suppressions.length + 1)
    expect({...after, suppressions: []}).toEqual({...before, suppressions: []})
  })

  it('wants --yes where nobody can be asked, and changes nothing without', async () => {
    const folder = await copyWorkspace(base, 1)
    const {answer} = await ask(folder, 'list', 'import', 'new.csv', '--list', 'people')
    const before = await dump(storeOf(folder))
    const id = answer.importId.slice(0, 8)
    const {code, stderr} = await run(folder, 'list', 'undo', id)
    expect(code).toBe(2)
    expect(stderr).toContain(`todoke list undo ${id} --yes`)
    expect(await dump(storeOf(folder))).toBe(before)
  })

  it('refuses an id it does not know with exit code 2 and names the way to see them', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, stderr} = await run(folder, 'list', 'undo', 'ffffffff')
    expect(code).toBe(2)
    expect(stderr).toContain('todoke list show')
  })
})
