/** `list show` and `list export` as they are typed: what stands where, and what an export is worth elsewhere. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {beforeAll, describe, expect, it} from 'vitest'
import {ask, copyWorkspace, makeWorkspace, must, row, run, start} from '../support/send-workspace.ts'

const HEADER = 'email,name,phone,signup_date,signup_source,consent_method,consent,opt_out'

function person(address: string, phone = '', optOut = ''): string {
  const name = address.split('@')[0]
  return `${address},${name},${phone},2024-04-02,https://www.example.com/signup,web form,yes,${optOut}`
}

let base: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
  const rows = [
    person('hanako@example.jp', '+81-90-1234'),
    person('taro@example.jp'),
    person('gone@example.jp', '', 'unsubscribed'),
  ]
  await writeFile(join(base, 'list.csv'), `${[HEADER, ...rows].join('\n')}\n`)
  await must(run(base, 'list', 'import', 'list.csv', '--list', 'people'))
})

describe('list export', () => {
  it('puts the list and nothing else on standard output, and says on stderr who was left out', async () => {
    const {code, stdout, stderr} = await run(base, 'list', 'export', 'people')
    const cells = parse(stdout) as string[][]
    expect([code, cells.length, new Set(cells.map((each) => each.length)).size]).toEqual([0, 3, 1])
    expect(cells.map(([address]) => address)).toEqual(['email', 'hanako@example.jp', 'taro@example.jp'])
    expect(cells[1]).toContain("'+81-90-1234")
    expect(stderr).toContain('1 left out: opted out')
    expect(stdout).not.toContain('left out')
  })

  it('speaks Japanese, and with --quiet says nothing', async () => {
    const {stderr} = await run(base, 'list', 'export', 'people', '--lang', 'ja')
    expect(stderr).toContain('1 件を除きました')
    expect((await run(base, 'list', 'export', 'people', '--quiet')).stderr).toBe('')
  })

  it('writes a file for its owner alone, and answers one object with counts', async () => {
    const folder = await copyWorkspace(base, 1)
    const {code, answer} = await ask(folder, 'list', 'export', 'people', '--out', 'out.csv', '--where', 'name = "taro"')
    expect([code, answer]).toMatchObject([
      0,
      {list: 'people', file: 'out.csv', rows: 1, outside: 2, leftOut: {optedOut: 0, refused: 0}, encoding: 'utf-8'},
    ])
    expect(statSync(join(folder, 'out.csv')).mode & 0o777).toBe(0o600)
    const again = await ask(folder, 'list', 'export', 'people', '--out', 'out.csv')
    expect([again.code, again.answer.error.code]).toEqual([2, 'FILE_EXISTS'])
    await must(run(folder, 'list', 'export', 'people', '--out', 'out.csv', '--overwrite', '--bom'))
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').startsWith('\ufeffemail,')).toBe(true)
  })

  it.each([
    [['--json'], '--json'],
    [['--encoding', 'cp932', '--bom'], '--bom'],
    [['--encoding', 'ebcdic'], '--encoding'],
    [['--columns', 'email,nam'], '--columns'],
    [['--delimiter', 'ab'], '--delimiter'],
  ])('refuses %j and writes nothing', async (words, flag) => {
    const {code, stdout, stderr} = await run(base, 'list', 'export', 'people', ...words)
    const said = words[0] === '--json' ? stdout : stderr
    expect([code, said.includes(flag), parsesAsList(stdout)]).toEqual([2, true, false])
  })

  it('in an encoding without a character leaves no file, and names column and way out', async () => {
    const folder = await copyWorkspace(base, 1)
    await writeFile(join(folder, 'emoji.csv'), `${HEADER}\n${person('x@example.jp', '😀')}\n`)
    await must(run(folder, 'list', 'import', 'emoji.csv', '--list', 'people'))
    const {code, answer} = await ask(folder, 'list', 'export', 'people', '--out', 'sjis.csv', '--encoding', 'sjis')
    expect([code, answer.error.code, answer.error.values.columns]).toEqual([2, 'EXPORT_UNENCODABLE', 'phone (1)'])
    expect(answer.error.next.join(' ')).toContain('--encoding utf-8')
    expect(existsSync(join(folder, 'sjis.csv'))).toBe(false)
  })

  it('whose reader leaves ends as other programs do, without a word', async () => {
    const folder = await copyWorkspace(base, 1)
    const many = Array.from({length: 20_000}, (_, i) => person(`member${i}@example.jp`))
    await writeFile(join(folder, 'many.csv'), `${[HEADER, ...many].join('\n')}\n`)
    await must(run(folder, 'list', 'import', 'many.csv', '--list', 'people'))
    const {child, ended} = start(folder, ['list', 'export', 'people'])
    child.stdout!.once('data', () => child.stdout!.destroy())
    expect(await ended).toMatchObject({code: 141, stderr: ''})
  })

  it('moves a list to another workspace: same people, same audit, and nobody comes back', async () => {
    const folder = await copyWorkspace(base, 1)
    await must(run(folder, 'list', 'export', 'people', '--suppressed', 'include', '--out', 'all.csv'))
    const other = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
    await must(run(other, 'list', 'import', join(folder, 'all.csv'), '--list', 'people'))
    const audits = await Promise.all([folder, other].map((place) => ask(place, 'audit', 'people')))
    // Of the two only the files they came from, the moment and the ids of the people differ.
    const judged = audits.map(({answer: {targets, total}}) => ({
      total,
      findings: targets[0].findings.map(({samples: _samples, ...finding}: {samples?: unknown}) => finding),
      bases: targets[0].bases,
    }))
    expect(judged[1]).toEqual(judged[0])
    expect((await run(other, 'suppression', 'check', 'gone@example.jp')).code).toBe(1)
    const shown = await Promise.all([folder, other].map((place) => ask(place, 'list', 'show', 'people')))
    const figures = shown.map(({answer: {imports: _imports, columns, ...rest}}) => ({
      ...rest,
      columns: columns.map(({header, filled}: {header: string; filled: number}) => [header, filled]),
    }))
    expect(figures[1]).toEqual(figures[0])
  })
})

function parsesAsList(stdout: string): boolean {
  return stdout.startsWith('email')
}

describe('work', () => {
  it('goes on to its end when nobody reads what is said about it', async () => {
    const folder = await copyWorkspace(base, 1)
    const many = Array.from({length: 2000}, (_, i) => person(`member${i}@example.jp`))
    await writeFile(join(folder, 'many.csv'), `${[HEADER, ...many].join('\n')}\n`)
    const {child, ended} = start(folder, ['list', 'import', 'many.csv', '--list', 'more'])
    child.stdout!.destroy()
    child.stderr!.destroy()
    expect((await ended).code).toBe(0)
    expect((await ask(folder, 'list', 'show', 'more')).answer.members).toBe(2000)
  })
})

describe('list show', () => {
  it('lists all lists, and one in numbers', async () => {
    const all = await ask(base, 'list', 'show')
    expect(all.answer.lists.map(({name, contacts}: {name: string; contacts: number}) => [name, contacts])).toEqual([
      ['news', 1],
      ['people', 3],
    ])
    const {answer, code} = await ask(base, 'list', 'show', 'people')
    expect([code, answer]).toMatchObject([
      0,
      {members: 3, standing: {mailable: 2, suppressed: 1, refused: 0, withoutConsent: 0}},
    ])
    const {stdout} = await run(base, 'list', 'show', 'people', '--lang', 'ja')
    expect(stdout).toContain('people: 連絡先 3 件')
    expect(stdout).not.toContain('@')
  })

  it('knows no list of another name', async () => {
    const {code, answer} = await ask(base, 'list', 'show', 'peple')
    expect([code, answer.error.code]).toEqual([2, 'LIST_UNKNOWN'])
  })
})
