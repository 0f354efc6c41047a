import {createHash} from 'node:crypto'
import {mkdir, mkdtemp, readdir, readFile, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import iconv from 'iconv-lite'
import {beforeEach, describe, expect, it} from 'vitest'
import {loadSettings} from '../../src/adapters/settings/load-settings.ts'
import {workspaceMaker} from '../../src/adapters/settings/make-workspace.ts'
import {isAddress, parseAddress} from '../../src/core/contacts/address.ts'
import {exampleValuesLeft} from '../../src/core/example-values.ts'
import {parseTemplate} from '../../src/core/templates/parse-template.ts'
import {AppError} from '../../src/errors.ts'
import {initWorkspace} from '../../src/flows/init-workspace.ts'
import type {WorkspaceValues} from '../../src/ports/workspace.ts'
import {jp} from '../../src/rulebook/jp.ts'
import {tpl} from '../../src/rulebook/tpl.ts'
import {us} from '../../src/rulebook/us.ts'
import {lintPaths} from '../support/lint.ts'

let outer: string
let folder: string

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'todoke-init-'))
  folder = join(outer, 'mail', 'news')
})

function init(lang: 'ja' | 'en', values: WorkspaceValues = {}) {
  return initWorkspace({folder, values}, {workspaces: workspaceMaker({laws: ['jp'], lang})})
}

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error
}

/** Every file and folder below, with mode and content: what "untouched" is compared by. */
async function stateOf(at: string): Promise<string[]> {
  const names = await readdir(at, {recursive: true})
  const lines = names.map(async (name) => {
    const found = await stat(join(at, name))
    const content = found.isFile()
      ? createHash('sha256')
          .update(await readFile(join(at, name)))
          .digest('hex')
      : '/'
    return `${name} ${(found.mode & 0o777).toString(8)} ${content}`
  })
  return (await Promise.all(lines)).sort()
}

function fileIn(path: string): Promise<Buffer> {
  return readFile(join(folder, path))
}

describe('making a workspace', () => {
  it('writes settings that load at once, in both languages, and says what is still an example', async () => {
    for (const lang of ['ja', 'en'] as const) {
      folder = join(outer, lang)
      const made = await init(lang)
      const loaded = await loadSettings(folder, {laws: ['jp'], lang})
      expect(made.examplesLeft.map(({key}) => key)).toEqual(exampleValuesLeft(loaded!.settings))
      expect(made.examplesLeft.map(({key}) => key)).toEqual([
        'sender.name',
        'sender.address',
        'sender.contact',
        'sender.from.name',
        'sender.from.address',
        'optOut.url',
        'optOut.mailto',
        'relay.host',
      ])
      const lines = (await fileIn('todoke.yaml')).toString().split('\n')
      for (const {key, line} of made.examplesLeft)
        expect(lines[line - 1]).toMatch(new RegExp(`^ +${key.split('.').at(-1)}: `))
    }
  })

  it('keeps state and lists to their owner', async () => {
    await init('ja')
    const modes = async (...paths: string[]) =>
      Promise.all(paths.map(async (path) => ((await stat(join(folder, path))).mode & 0o777).toString(8)))
    expect(await modes('.todoke', '.todoke/keys', 'lists')).toEqual(['700', '700', '700'])
    expect(await modes('lists/sample.csv', 'lists/optouts.csv', '.todoke/todoke.schema.json')).toEqual([
      '600',
      '600',
      '600',
    ])
    expect((await fileIn('.gitignore')).toString()).toBe('.todoke/\nlists/\n')
  })

  it('is refused the second time and then changes nothing', async () => {
    await init('ja')
    await writeFile(join(folder, 'todoke.yaml'), '# edited\n')
    const before = await stateOf(outer)
    const error = await failure(init('en'))
    expect(error.code).toBe('WORKSPACE_EXISTS')
    expect(String(error.values.file)).toMatch(/todoke\.yaml$/)
    expect(await stateOf(outer)).toEqual(before)
  })

  it('is refused when any one of its files is there, or a file stands where a folder must be', async () => {
    await mkdir(join(folder, 'templates', 'news-en'), {recursive: true})
    await writeFile(join(folder, 'templates', 'news-en', 'body.txt'), 'mine')
    const before = await stateOf(outer)
    expect(String((await failure(init('ja'))).values.file)).toMatch(/templates\/news-en\/body\.txt$/)
    expect(await stateOf(outer)).toEqual(before)
    folder = join(outer, 'other')
    await mkdir(folder)
    await writeFile(join(folder, 'lists'), 'a file')
    expect(String((await failure(init('ja'))).values.file)).toMatch(/other\/lists$/)
    expect(await readdir(folder)).toEqual(['lists'])
  })

  it('takes everything back when the disk refuses half-way', async () => {
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, '.gitignore'), 'dist')
    const before = await stateOf(outer)
    const maker = workspaceMaker({laws: ['jp'], lang: 'ja'})
    const {files} = maker.draft({})
    const unwritable = {...files.at(-1)!, path: `${'x'.repeat(300)}.yaml`}
    const error = await failure(maker.create(folder, [...files, unwritable]))
    expect(error.code).toBe('FILE_UNWRITABLE')
    expect(error.values.why).toBe('ENAMETOOLONG')
    expect(await stateOf(outer)).toEqual(before)
  })

  it('adds to a .gitignore that is there and repeats nothing', async () => {
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, '.gitignore'), 'dist\r\nlists/')
    await init('en')
    expect((await fileIn('.gitignore')).toString()).toBe('dist\r\nlists/\n.todoke/\n')
  })

  it('writes what the flags say, however odd, and leaves no example where one was given', async () => {
    const values = {
      senderName: '# "Ham & Eggs": [Co.], Ltd.',
      senderAddress: "1-2-3 Chuo, O'Hara Bldg: 4F",
      senderContact: '0312345678',
      from: '"Ham, Eggs" <News@shop.mihon.co.jp>',
      optOutUrl: 'https://mail.mihon.co.jp/out',
      optOutMailto: 'out@mihon.co.jp',
      relayHost: 'smtp.mihon.co.jp',
      relayPort: 465,
      relayUser: 'yes',
      relayPasswordFile: '.todoke/keys/relay',
      laws: ['jp'],
    }
    const made = await init('ja', values)
    expect(made.examplesLeft).toEqual([])
    const {settings} = (await loadSettings(folder, {laws: ['jp'], lang: 'ja'}))!
    expect(settings.sender).toEqual({
      name: values.senderName,
      address: values.senderAddress,
      contact: values.senderContact,
      from: {name: 'Ham, Eggs', address: 'News@shop.mihon.co.jp'},
      replyTo: null,
    })
    expect(settings.relay).toMatchObject({
      host: 'smtp.mihon.co.jp',
      port: 465,
      tls: 'implicit',
      user: 'yes',
      passwordFile: '.todoke/keys/relay',
    })
  })

  it.each<[string, WorkspaceValues, string, Record<string, string>]>([
    ['an address', {from: 'News <news@@x.jp>'}, 'FLAG_INVALID', {flag: '--from', given: 'News <n***@@x.jp>'}],
    ['clear text elsewhere', {relayTls: 'none'}, 'FLAG_INVALID', {flag: '--relay-tls', given: 'none'}],
    ['a port', {relayPort: 0}, 'FLAG_INVALID', {flag: '--relay-port', given: '0'}],
    [
      'a user alone',
      {relayUser: 'a'},
      'FLAG_INVALID',
      {flag: '--relay-user', expected: '--relay-password-file with it'},
    ],
    ['a line end in a name', {senderName: 'a\nb: c'}, 'FLAG_INVALID', {flag: '--sender-name', given: 'a b: c'}],
    ['a law', {laws: ['jp', 'xx']}, 'LAW_UNKNOWN', {law: 'xx', known: 'jp'}],
  ])('refuses %s that cannot be used, names the flag and makes nothing', async (_, values, code, said) => {
    const error = await failure(init('en', values))
    expect(error.code).toBe(code)
    expect(error.values).toMatchObject(said)
    expect(await readdir(outer)).toEqual([])
  })
})

describe('the samples', () => {
  it('are a CP932 list on a Japanese screen, with the characters that only CP932 has', async () => {
    await init('ja')
    for (const path of ['lists/sample.csv', 'lists/optouts.csv']) {
      const bytes = await fileIn(path)
      expect(() => new TextDecoder('utf-8', {fatal: true}).decode(bytes)).toThrow()
      const decoded = new TextDecoder('shift_jis', {fatal: true}).decode(bytes)
      expect(decoded).toContain('メールアドレス')
      expect(decoded).not.toContain('?,')
      expect(iconv.encode(decoded, 'cp932').equals(bytes)).toBe(true)
    }
    const list = iconv.decode(await fileIn('lists/sample.csv'), 'cp932')
    expect(list).toContain('髙橋')
    expect(list).toContain('㈱')
    expectTable(list, 12)
  })

  it('are a UTF-8 list on an English screen', async () => {
    await init('en')
    expectTable(new TextDecoder('utf-8', {fatal: true}).decode(await fileIn('lists/sample.csv')), 12)
  })

  it('have mails that parse without a problem and show sender, address, contact and opt-out in both parts', async () => {
    await init('ja')
    for (const name of ['news-ja', 'news-en']) {
      const html = (await fileIn(`templates/${name}/body.html`)).toString()
      for (const part of [html, (await fileIn(`templates/${name}/body.txt`)).toString()]) {
        const {problems, tags} = parseTemplate(part)
        expect(problems).toEqual([])
        const names = tags.map((tag) => tag.name)
        for (const wanted of ['unsubscribe_url', 'sender.name', 'sender.address', 'sender.contact'])
          expect(names, name).toContain(wanted)
        expect(tags.filter(({fallback}) => fallback !== null)).toHaveLength(1)
      }
      expect(Buffer.byteLength(html)).toBeLessThan(8000)
    }
  })

  it('have mails in which the rules find nothing to complain of under Japanese and American law', async () => {
    for (const lang of ['ja', 'en'] as const) {
      folder = join(outer, lang)
      await init(lang)
      const {sender} = (await loadSettings(folder, {laws: ['jp'], lang}))!.settings
      const paths = ['news-ja', 'news-en'].map((name) => join(folder, 'templates', name))
      const {templates} = await lintPaths(paths, {laws: [jp, us, tpl], sender, from: sender.from, day: '2026-01-15'})
      expect(templates.map(({findings}) => findings.map(({duty, where, values}) => ({duty, where, values})))).toEqual([
        [],
        [],
      ])
    }
  })
})

function expectTable(csv: string, rows: number): void {
  const [header, ...lines] = csv.trimEnd().split('\n')
  expect(lines).toHaveLength(rows)
  for (const line of lines) {
    const cells = line.replace(/"[^"]*"/g, '').split(',')
    expect(cells).toHaveLength(header!.split(',').length)
    expect(isAddress(parseAddress(cells[0]!))).toBe(true)
    expect(cells[0]).toMatch(/@(?:[\w.]+\.)?example\.(?:jp|co\.jp|com|net|org)$/)
  }
}
