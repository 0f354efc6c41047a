/** `lint --fix` and `lint --watch` as a person runs them. */
import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, unlinkSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {needsDist, put, tempFolder} from '../support/files.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const folder = tempFolder('lint-ways')
const NAME = ['--sender-name', '株式会社サンプル', '--lang', 'en']
const GOOD =
  '<p>株式会社サンプル 〒150-0002 東京都渋谷区渋谷1-2-3 お問い合わせ 03-1234-5678</p><p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>\n'

beforeAll(() => needsDist())

function lint(cwd: string, ...words: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLI, 'lint', ...words], {cwd, encoding: 'utf8'})
  return {status, stdout, stderr}
}

describe('lint --fix', () => {
  it('tells what it mended, file by file, and ends with what is left; first as a diff that changes nothing', () => {
    const place = join(folder, 'ws')
    expect(spawnSync(process.execPath, [CLI, 'init', place, '--lang', 'ja']).status).toBe(0)
    mkdirSync(join(place, 'templates', 'bare'))
    put(join(place, 'templates', 'bare'), 'template.yaml', 'subject: お知らせ\nlanguage: ja\n')
    put(join(place, 'templates', 'bare'), 'body.html', '<html>\n<body>\n<p>春のご案内</p>\n</body>\n</html>\n')
    const dry = lint(place, 'templates/bare', '--fix', '--dry-run', '--lang', 'ja')
    expect([dry.status, dry.stdout]).toEqual([0, expect.stringContaining('+{{> footer}}\n </body>')])
    expect(dry.stdout).toContain('修正の予定（何も変更していません）')
    expect(dry.stdout).toContain('-<html>\n')
    expect(lint(place, 'templates/bare').status).toBe(1)
    const done = lint(place, 'templates/bare', '--fix', '--lang', 'ja')
    expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('✔ フッター（')])
    expect(readFileSync(join(place, 'templates', 'bare', 'body.html'), 'utf8')).toBe(
      '<html lang="ja">\n<body>\n<p>春のご案内</p>\n{{> footer}}\n</body>\n</html>\n',
    )
    const json = JSON.parse(lint(place, 'templates/bare', '--fix', '--json').stdout)
    expect([json.fixed, json.errors]).toEqual([[], 0])
  })

  it('leaves standard output to another format', () => {
    const file = put(folder, 'lang.html', '<html><p>春のご案内をお送りします</p></html>')
    const {stdout, stderr} = lint(folder, file, '--fix', '--dry-run', '--format', 'json', ...NAME)
    expect(JSON.parse(stdout).templates).toHaveLength(1)
    expect(stderr).toContain('+<html lang="ja">')
  })

  it('wants --fix beside --dry-run, and no --watch', () => {
    const alone = lint(folder, 'x.html', '--dry-run', '--lang', 'en')
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('todoke lint --fix --dry-run')])
    expect(lint(folder, 'x.html', '--fix', '--watch').status).toBe(2)
  })
})

describe('lint --watch', () => {
  it('lints again what changed, keeps what was told, outlives a file that is gone, and ends with the last state', async () => {
    const place = join(folder, 'watched')
    mkdirSync(place)
    put(place, 'a.html', GOOD)
    put(place, 'b.html', '<p>株式会社サンプル</p>')
    const child = spawn(process.execPath, [CLI, 'lint', 'a.html', 'b.html', '--watch', ...NAME], {cwd: place})
    let told = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        told += chunk
      })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const until = async (words: RegExp) => {
      for (const began = Date.now(); !words.test(told); await new Promise((resolve) => setTimeout(resolve, 20)))
        if (Date.now() - began > 40_000) throw new Error(`never told ${words}:\n${told}`)
      const all = told
      told = ''
      return all
    }
    const first = await until(/watching for changes/)
    expect(first).toMatch(/a\.html\n {2}✔ no findings[\s\S]*b\.html\n {2}✖ error[\s\S]*2 templates: 4 errors/)
    put(place, 'b.html', GOOD)
    expect(await until(/2 templates: 0 errors/)).toMatch(/changed: b\.html[\s\S]*b\.html\n {2}✔ no findings/)
    unlinkSync(join(place, 'a.html'))
    expect(await until(/FILE_MISSING/)).toMatch(/changed: a\.html/)
    put(place, 'a.html', '<p>株式会社サンプル</p>')
    expect(await until(/2 templates: 4 errors/)).not.toContain('b.html')
    child.kill('SIGINT')
    expect(await ended).toBe(1)
  })
})
