/** Sensitive columns as a user meets them: what an import leaves out, on which ground one came in, and what is never shown. */
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {needsDist, put} from '../support/files.ts'
import {ask, makeWorkspace, must, row, run} from '../support/send-workspace.ts'

const KEEP = ['--keep', '病歴', '--keep', '口座番号', '--keep-basis', 'consent', '--keep-evidence', 'form of 2024-04']
const FILE = [
  'email,病歴,口座番号,基礎年金番号,マイナンバー,同意',
  'hanako@example.jp,糖尿病,7654321,1234-567890,123456789018,はい',
  'taro@example.jp,なし,,,,はい',
]

let folder: string

beforeAll(async () => {
  needsDist()
  folder = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  put(folder, 'ill.csv', `${FILE.join('\n')}\n`)
})

describe('a list with sensitive columns', () => {
  it('is imported without them, a line for each, and refuses in words to keep what is barred', async () => {
    const {stdout} = await must(run(folder, 'list', 'import', 'ill.csv', '--list', 'plain'))
    const text = stdout.replace(/\s+/g, ' ')
    for (const column of ['病歴', '口座番号', '基礎年金番号', 'マイナンバー'])
      expect(text).toContain(`“${column}” was left out`)
    expect(text).toContain('“口座番号” was left out (1 cell): it identifies people')
    const barred = await run(
      folder,
      'list',
      'import',
      'ill.csv',
      '--list',
      'x',
      '--keep',
      'マイナンバー',
      ...KEEP.slice(4),
    )
    expect(barred.stderr).toContain('holds My Number')
    expect(barred.stderr).not.toContain('mynumber')
    expect(barred.code).not.toBe(0)
  })

  it('shows the ground of those that were kept with the list, the audit and the person, and no value', async () => {
    await must(run(folder, 'list', 'import', 'ill.csv', '--list', 'kept', ...KEEP))
    const shown = [
      await run(folder, 'list', 'show', 'kept'),
      await run(folder, 'audit', 'kept', '--fail-on', 'never'),
      await run(folder, 'consent', 'show', 'hanako@example.jp'),
      await run(folder, 'audit', 'kept', '--fail-on', 'never', '--format', 'html'),
    ]
    for (const {stdout} of shown) {
      expect(stdout.replace(/\s+/g, ' ')).toContain('form of 2024-04')
      expect(stdout).not.toMatch(/糖尿病|7654321/)
    }
  })

  it('is filtered by one without its value being shown, in an audit of the list and of the file', async () => {
    const where = '病歴 = "糖尿病"'
    for (const target of ['kept', join(folder, 'ill.csv')]) {
      const typed = ['audit', target, '--where', where, '--fail-on', 'never']
      const screen = await run(folder, ...typed)
      const {answer} = await ask(folder, ...typed)
      expect(screen.stdout).toContain('病歴 = ***')
      expect(screen.stdout).not.toContain('糖尿病')
      expect(answer.targets[0].segment).toBe('病歴 = ***')
      expect(JSON.stringify(answer)).not.toContain('糖尿病')
    }
    expect((await run(folder, 'list', 'export', 'kept', '--where', where, '--columns', 'email')).code).toBe(3)
  })
})
