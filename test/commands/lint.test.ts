/** `todoke lint` as a person and a CI job run it: outputs, exit codes, files. */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeEach, describe, expect, it} from 'vitest'
import {needsDist, put, tempFolder} from '../support/files.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const folder = tempFolder('lint-command')

beforeEach(() => needsDist())

function lint(...words: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLI, 'lint', ...words], {cwd: folder, encoding: 'utf8'})
  return {status, stdout, stderr}
}

const WAIVED = '<!-- todoke-disable jp/postal-address: 会社概要のページに記載 -->'
const mail = (body: string) =>
  `<title>お知らせ</title><p>株式会社サンプル お問い合わせ 03-1234-5678</p>${body}<p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>\n`
const NAME = ['--sender-name', '株式会社サンプル']

describe('lint', () => {
  it('writes several outputs at once, the screen among them, and leaves files that are there alone', () => {
    put(folder, 'mail.html', mail(''))
    const first = lint('mail.html', ...NAME, '--format', 'github', '--format', 'sarif=out.sarif', '--lang', 'en')
    expect([first.status, first.stdout]).toEqual([
      1,
      expect.stringMatching(/^::error file=mail\.html,line=\d+,col=1,title=jp\/postal-address::/),
    ])
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(statSync(join(folder, 'out.sarif')).mode & 0o777).toBe(0o600)
    expect(lint('mail.html', '--format', 'sarif=out.sarif').status).toBe(2)
    expect(lint('mail.html', '--format', 'sarif=out.sarif', '--overwrite').status).toBe(1)
  })

  it('prints the reason of a waiver and counts it for nothing', () => {
    put(folder, 'waived.html', mail(WAIVED))
    const {status, stdout} = lint('waived.html', ...NAME, '--lang', 'ja')
    expect([status, stdout]).toEqual([0, expect.stringContaining('[対象外: 会社概要のページに記載]')])
    expect(stdout).toContain('対象外 1 件')
    const json = JSON.parse(lint('waived.html', ...NAME, '--format', 'json').stdout)
    expect([json.errors, json.waived, json.templates[0].findings[0].waived]).toEqual([0, 1, '会社概要のページに記載'])
  })

  it('fails on too many warnings, and with --strict on what could not be judged', () => {
    put(folder, 'warned.html', mail(`${WAIVED}<!-- todoke-disable jp/sender-name: x -->`))
    const few = lint('warned.html', ...NAME, '--lang', 'en', '--max-warnings', '1')
    expect([few.status, few.stderr]).toEqual([0, ''])
    const many = lint('warned.html', ...NAME, '--lang', 'en', '--max-warnings', '0')
    expect([many.status, many.stderr]).toEqual([1, expect.stringContaining('1 warning, more than --max-warnings 0')])
    put(folder, 'waived.html', mail(WAIVED))
    expect(lint('waived.html').status).toBe(0)
    const strict = lint('waived.html', '--strict', '--lang', 'en')
    expect([strict.status, strict.stderr]).toEqual([1, expect.stringContaining('--strict: 1 duty could not be judged')])
  })

  it('starts today with a baseline and fails only on what is new', () => {
    put(folder, 'mail.html', mail(''))
    expect(lint('mail.html', ...NAME, '--write-baseline', 'known.json').status).toBe(0)
    const again = lint('mail.html', ...NAME, '--baseline', 'known.json', '--lang', 'en')
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('1 known')])
    put(folder, 'mail.html', mail('<a href="#">Unsubscribe</a>'))
    expect(lint('mail.html', ...NAME, '--baseline', 'known.json').status).toBe(1)
  })

  it.each([
    ['a format that there is not', ['--format', 'xml']],
    ['two outputs on one screen', ['--format', 'json', '--format', 'github']],
    ['a file without a name', ['--format', 'sarif=']],
    ['a weight of no duty', ['--rule', 'jp/nothing=off']],
  ])('refuses %s before it reads anything', (_, words) => {
    const {status, stderr} = lint('missing.html', ...words, '--lang', 'en')
    expect([status, stderr]).toEqual([2, expect.stringContaining(words[0]!)])
    expect(existsSync(join(folder, 'missing.html'))).toBe(false)
  })
})
