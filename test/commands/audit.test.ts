/** `todoke audit` as it is typed: targets, formats, files, exit codes, and what is refused. */
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {beforeAll, describe, expect, it} from 'vitest'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {SARIF_LOG} from '../support/sarif-shape.ts'
import {ask, copyWorkspace, makeWorkspace, must, row, run, start} from '../support/send-workspace.ts'

const HEADER = 'email,name,同意,同意日,登録経路'
const GOOD = 'good@example.jp,Good,はい,2024-04-02,https://www.example.com/signup'
const BAD = 'bad@example.jp,Bad,,,'
const BARE = 'bare@example.jp,Bare,はい,,'

let files: string

beforeAll(() => {
  needsDist()
  files = tempFolder('audit-command')
  put(files, 'good.csv', `${HEADER}\n${GOOD}\n`)
  put(files, 'bad.csv', `${HEADER}\n${GOOD}\n${BAD}\n${BARE}\n`)
})

describe('targets', () => {
  it('are several files without a workspace: a result each and a sum', async () => {
    const {code, answer} = await ask(files, 'audit', 'good.csv', 'bad.csv', 'good.csv', '--law', 'jp')
    expect(code).toBe(1)
    expect(answer.targets.map(({of, kind, contacts}: Record<string, unknown>) => [of, kind, contacts])).toEqual([
      ['good.csv', 'file', 1],
      ['bad.csv', 'file', 3],
    ])
    expect(answer.total).toMatchObject({contacts: 4, verdicts: {sendable: 2, held: 2, suppressed: 0}})
    expect(answer).toMatchObject({audience: 'JP', laws: ['jp'], onlySenderLaw: false})
  })

  it('are lists of the workspace by name, with their opt-outs, and files beside them', async () => {
    const folder = await makeWorkspace({
      port: 1,
      rows: [row('other@example.com', 'Other'), row('gone@example.com', 'Gone')],
    })
    await must(run(folder, 'list', 'import', join(files, 'bad.csv'), '--list', 'people'))
    await must(run(folder, 'suppression', 'add', 'good@example.jp', '--reason', 'complaint'))
    const {answer} = await ask(folder, 'audit', 'people', join(files, 'good.csv'))
    const [people, file] = answer.targets
    expect(people).toMatchObject({kind: 'list', contacts: 3, verdicts: {sendable: 0, held: 2, suppressed: 1}})
    expect(people.suppressed).toEqual({contacts: 1, by: [{reason: 'complaint', scope: 'all', count: 1}]})
    expect(people.imports).toMatchObject([{name: 'bad.csv', contacts: 3}])
    expect(file).toMatchObject({kind: 'file', contacts: 1, knowsOptOuts: true})
    expect(file.suppressed.by).toEqual([{reason: 'complaint', scope: 'all', count: 1}])
    expect(file.verdicts.suppressed).toBe(1)
    const {code, answer: mistyped} = await ask(folder, 'audit', 'poeple')
    expect([code, mistyped.error.code]).toEqual([2, 'TARGET_UNKNOWN'])
    expect((await run(folder, 'audit', 'poeple')).stderr).toContain('people')
  })

  it('that are neither a list nor a file are told by name', async () => {
    const {code, answer} = await ask(files, 'audit', 'nowhere.csv')
    expect([code, answer.error.code]).toEqual([2, 'FILE_MISSING'])
  })
})

describe('words of the list', () => {
  it('that nobody knows are told as that, and never as a refusal', async () => {
    put(files, 'words.csv', 'email,同意\na@example.jp,たぶん\nb@example.jp,いいえ\n')
    put(files, 'bases.csv', 'email,basis,consent_at,source\na@example.jp,foobar,2024-04-02,web\n')
    const {answer} = await ask(files, 'audit', 'words.csv', 'bases.csv', '--law', 'jp', '--fail-on', 'never')
    const told = answer.targets.map(({findings}: {findings: Record<string, unknown>[]}) =>
      findings.filter(({duty}) => duty === 'jp/consent-basis').map(({key, count}) => [key, count]),
    )
    expect(told).toEqual([
      [
        ['consent-basis.held', 1],
        ['consent-basis.refused', 1],
      ],
      [['consent-basis.unknown-word', 1]],
    ])
  })
})

describe('laws and days', () => {
  it('without any country the strictest profile judges, and one note says so', async () => {
    const {answer} = await ask(files, 'audit', 'good.csv', '--fail-on', 'never')
    expect(answer.audience).toBeNull()
    expect(answer.targets[0].byLaw.map(({law}: {law: string}) => law)).not.toContain('strictest')
    put(files, 'abroad.csv', 'email,同意\nsomebody@example.com,はい\n')
    const abroad = (await ask(files, 'audit', 'abroad.csv', '--fail-on', 'never')).answer.targets[0]
    expect(abroad.byLaw.map(({law}: {law: string}) => law)).toContain('strictest')
    const notes = abroad.findings.filter(({duty}: {duty: string}) => duty === 'evidence/country-assumed')
    expect(notes.map(({key, count}: Record<string, unknown>) => [key, count])).toEqual([['country-assumed.unknown', 1]])
  })

  it('--as-of judges by the law of the day and by the consents there were', async () => {
    const before = await ask(files, 'audit', 'good.csv', '--law', 'jp', '--as-of', '2024-04-01')
    expect(before.answer.day).toBe('2024-04-01')
    expect([before.code, before.answer.total.verdicts.held]).toEqual([1, 1])
    const optOutAge = await ask(files, 'audit', 'bad.csv', '--law', 'jp', '--as-of', '2008-11-30')
    expect(optOutAge.answer.targets[0].findings.map(({duty}: {duty: string}) => duty)).not.toContain('jp/consent-basis')
  })

  it.each([
    ['--as-of', '2024-02-30'],
    ['--audience', 'UK'],
    ['--rule', 'jp/consent-basis=loud'],
    ['--law', 'atlantis'],
    ['--fail-on', 'sometimes'],
    ['--format', 'pdf'],
  ])('%s %s is refused before anything is read', async (flag, value) => {
    const {code, answer} = await ask(files, 'audit', 'nowhere.csv', flag, value)
    expect([code, ['FLAG_INVALID', 'LAW_UNKNOWN']]).toEqual([2, expect.arrayContaining([answer.error.code])])
  })

  it('an id of --rule that nobody knows comes back with the nearest one', async () => {
    const {code, stderr} = await run(files, 'audit', 'good.csv', '--rule', 'jp/consent-bases=off')
    expect(code).toBe(2)
    expect(stderr).toContain('--rule jp/consent-basis=off')
  })
})

describe('exit codes', () => {
  it.each([
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'error'], 1],
    [['--rule', 'jp/consent-basis=warning', '--rule', 'jp/consent-record=warning'], 0],
    [['--rule', 'jp/consent-basis=warning', '--rule', 'jp/consent-record=warning', '--fail-on', 'warning'], 1],
  ])('%j ends with %i', async (flags, expected) => {
    expect((await run(files, 'audit', 'bad.csv', '--law', 'jp', ...flags)).code).toBe(expected)
  })

  it('a baseline lets what is known pass and fails on what is new', async () => {
    const folder = tempFolder('audit-baseline')
    put(folder, 'list.csv', `${HEADER}\n${GOOD}\n${BAD}\n`)
    const made = await run(folder, 'audit', 'list.csv', '--law', 'jp', '--write-baseline', 'known.json')
    expect(made.code).toBe(0)
    const text = readFileSync(join(folder, 'known.json'), 'utf8')
    expect(text).not.toContain('@')
    expect(statSync(join(folder, 'known.json')).mode & 0o777).toBe(0o600)
    const known = await ask(folder, 'audit', 'list.csv', '--law', 'jp', '--baseline', 'known.json')
    expect([known.code, known.answer.total.known]).toEqual([0, known.answer.targets[0].findings.length])
    put(folder, 'list.csv', `${HEADER}\n${GOOD}\n${BAD}\n${BARE}\n`)
    const grown = await ask(folder, 'audit', 'list.csv', '--law', 'jp', '--baseline', 'known.json')
    expect(grown.code).toBe(1)
    const isNew = grown.answer.targets[0].findings.filter(({isKnown}: {isKnown: boolean}) => !isKnown)
    expect(isNew.map(({duty}: {duty: string}) => duty)).toContain('jp/consent-record')
    writeFileSync(join(folder, 'known.json'), '{}')
    const broken = await ask(folder, 'audit', 'list.csv', '--baseline', 'known.json')
    expect([broken.code, broken.answer.error.code]).toEqual([2, 'BASELINE_INVALID'])
  })
})

describe('formats', () => {
  const audit = async (format: string, ...more: string[]) =>
    (await run(files, 'audit', 'bad.csv', '--law', 'jp', '--fail-on', 'never', '--format', format, ...more)).stdout

  it('json is what --json answers', async () => {
    const [text, {answer}] = [JSON.parse(await audit('json')), await ask(files, 'audit', 'bad.csv', '--law', 'jp')]
    const timeless = ({madeAt: _made, asOf: _asOf, ...rest}: Record<string, unknown>) => rest
    expect(timeless(text)).toEqual(timeless(answer))
  })

  it('sarif, csv and html go to standard output whole and nothing else does', async () => {
    expect(SARIF_LOG.safeParse(JSON.parse(await audit('sarif'))).error?.issues ?? []).toEqual([])
    const cells = parse(await audit('csv')) as string[][]
    expect(cells.length).toBeGreaterThan(2)
    const html = await audit('html', '--lang', 'ja')
    expect([html.startsWith('<!DOCTYPE html>'), html.trimEnd().endsWith('</html>')]).toEqual([true, true])
    expect(html).toContain('lang="ja"')
  })

  it('--output writes a file for its owner alone, and replaces one only when told to', async () => {
    const folder = tempFolder('audit-output')
    const file = join(folder, 'audit.txt')
    expect(await audit('stylish', '--output', file)).toBe('')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain('jp/consent-basis')
    const again = await ask(files, 'audit', 'bad.csv', '--output', file)
    expect([again.code, again.answer.error.code]).toEqual([2, 'FILE_EXISTS'])
    await audit('html', '--output', file, '--overwrite')
    expect(readFileSync(file, 'utf8')).toContain('</html>')
  })
})

describe('files beside the result', () => {
  it('--rows-out and --way-out are written whole for lists and files, in the language of the screen', async () => {
    const folder = await makeWorkspace({port: 1, rows: [row('other@example.com', 'Other')]})
    await must(run(folder, 'list', 'import', join(files, 'bad.csv'), '--list', 'people'))
    const place = await copyWorkspace(folder, 1)
    await run(
      place,
      'audit',
      'people',
      join(files, 'bad.csv'),
      '--rows-out',
      'rows.csv',
      '--way-out',
      'ways',
      '--lang',
      'ja',
    )
    const rows = parse(readFileSync(join(place, 'rows.csv'), 'utf8')) as string[][]
    expect(new Set(rows.slice(1).map(([target]) => target))).toEqual(new Set(['people', join(files, 'bad.csv')]))
    const ofList = rows.find(([target]) => target === 'people')!
    expect([ofList[1], ofList[2]]).toEqual(['', expect.stringMatching(/^[\w-]{22}$/)])
    expect(JSON.stringify(rows)).not.toContain('@example')
    const declared = parse(readFileSync(join(place, 'ways', 'can-be-declared.csv'), 'utf8')) as string[][]
    expect(declared[0]).toEqual(['対象', '行', 'ID', 'アドレス', '理由', '対応'])
    expect(declared.slice(1).map(([, , , address]) => address)).toEqual(['bare@example.jp', 'bare@example.jp'])
  })

  it('nothing is left where the target cannot be read', async () => {
    const folder = tempFolder('audit-nothing')
    await run(folder, 'audit', 'nowhere.csv', '--rows-out', 'rows.csv', '--way-out', 'ways', '--output', 'out.txt')
    expect([existsSync(join(folder, 'rows.csv')), existsSync(join(folder, 'out.txt'))]).toEqual([false, false])
    expect(existsSync(join(folder, 'ways', 'leave-alone.csv'))).toBe(false)
  })
})

describe('what cannot be read', () => {
  it('is an error where no row could be read, with each line in --rows-out', async () => {
    const folder = tempFolder('audit-unread')
    put(folder, 'list.csv', `${HEADER}\nnobody,A,はい,2024-04-02,x\nno one,B,はい,2024-04-02,x\n`)
    const {code, answer} = await ask(folder, 'audit', 'list.csv', '--map', 'email=address', '--rows-out', 'rows.csv')
    expect(code).toBe(1)
    expect(answer.targets[0].findings.map(({duty}: {duty: string}) => duty)).toContain('evidence/nothing-read')
    const rows = parse(readFileSync(join(folder, 'rows.csv'), 'utf8')) as string[][]
    expect(rows.slice(1).map(([, line, , , duty]) => [line, duty])).toEqual([
      ['2', 'evidence/unread-rows'],
      ['3', 'evidence/unread-rows'],
    ])
  })

  it('a --where that matches nobody is told, and opt-outs that nobody looked up', async () => {
    const {stdout} = await run(files, 'audit', 'good.csv', '--where', 'country = "FR"', '--lang', 'en')
    expect(stdout).toContain('--where matches nobody')
    expect(stdout).not.toContain('No findings')
    expect((await run(files, 'audit', 'good.csv', '--lang', 'en')).stdout).toContain('not looked up')
  })

  it('a date that may mean two days is read by --dates, and one that is none is told without its text', async () => {
    const folder = tempFolder('audit-dates')
    const of = (day: string) => `${HEADER}\ngood@example.jp,Good,はい,${day},https://www.example.com/signup\n`
    put(folder, 'list.csv', of('31/12/2023'))
    const keys = async (...flags: string[]) =>
      (await ask(folder, 'audit', 'list.csv', '--law', 'jp', ...flags)).answer.targets[0].findings.map(
        ({key}: {key: string}) => key,
      )
    expect(await keys()).toContain('consent-record.date-ambiguous')
    expect((await keys('--dates', 'dmy')).filter((key: string) => key.startsWith('consent-record'))).toEqual([])
    put(folder, 'list.csv', of('2022-02-29'))
    expect(await keys()).toContain('consent-record.date-unread')
    put(folder, 'list.csv', of('someday'))
    const {stdout} = await run(folder, 'audit', 'list.csv', '--law', 'jp', '--lang', 'en')
    expect(stdout).toContain('it cannot be read')
    expect(stdout).not.toContain('someday')
  })

  it('--header says where the column names stand', async () => {
    const folder = tempFolder('audit-header')
    put(folder, 'list.csv', `a,b,c,d,e\n${HEADER}\n${GOOD}\n`)
    const {answer} = await ask(folder, 'audit', 'list.csv', '--law', 'jp', '--header', '2')
    expect(answer.targets[0]).toMatchObject({contacts: 1, bases: {consent: 1}})
  })
})

describe('files that are to be written', () => {
  it.each(['--output', '--write-baseline', '--rows-out'])('%s is refused when it is the target', async (flag) => {
    const folder = tempFolder('audit-same')
    put(folder, 'list.csv', `${HEADER}\n${GOOD}\n`)
    const {code, answer} = await ask(folder, 'audit', 'list.csv', flag, './list.csv', '--overwrite')
    expect([code, answer.error.code]).toEqual([2, 'OUTPUT_IS_TARGET'])
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe(`${HEADER}\n${GOOD}\n`)
  })

  it('--way-out is refused when a target is one of its files, and a folder that is not there is named', async () => {
    const folder = tempFolder('audit-ways')
    put(folder, 'leave-alone.csv', `${HEADER}\n${GOOD}\n`)
    const ways = await ask(folder, 'audit', 'leave-alone.csv', '--way-out', '.', '--overwrite')
    expect(ways.answer.error.code).toBe('OUTPUT_IS_TARGET')
    const nowhere = await ask(folder, 'audit', 'leave-alone.csv', '--output', 'no/such/x.txt')
    expect(nowhere.answer.error.code).toBe('FOLDER_MISSING')
  })

  it('a target given as --baseline is not advised to be overwritten', async () => {
    const {stderr} = await run(files, 'audit', 'good.csv', '--baseline', 'good.csv', '--lang', 'en')
    expect(stderr).not.toContain('--overwrite')
    expect(stderr).toContain('known.json')
  })
})

describe('an audit that is stopped', () => {
  it('ends at once, though a thread reads ahead, and leaves no file', async () => {
    const folder = tempFolder('audit-stopped')
    const rows = Array.from({length: 150_000}, (_, i) => `bad${i}@example.jp,Bad,,,`)
    put(files, 'many.csv', `${HEADER}\n${rows.join('\n')}\n`)
    const running = start(files, ['audit', 'many.csv', '--rows-out', join(folder, 'rows.csv')])
    const written = () => readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0)
    await expect.poll(written, {timeout: 60_000, interval: 10}).toBe(true)
    running.child.kill('SIGINT')
    const {code, stderr} = await running.ended
    expect([code, stderr]).toEqual([130, expect.stringContaining('INTERRUPTED_UNCHANGED')])
    expect(readdirSync(folder)).toEqual([])
  }, 120_000)
})
