/** Mending every template there is: what was mended passes, nothing new is found, and mending again changes nothing. */
import {cpSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {corpusPath, hasCorpora} from '../support/corpora.ts'
import {put, tempFolder} from '../support/files.ts'
import {fixPaths} from '../support/fix.ts'
import {lintPaths} from '../support/lint.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/templates', import.meta.url))
const WHO = {
  name: '株式会社サンプル',
  address: '〒150-0002 東京都渋谷区渋谷1-2-3',
  contact: 'https://shop.example.co.jp/contact',
}

/** Fails unless mending keeps its promises. */
async function mendedWell(path: string): Promise<void> {
  const before = await lintPaths([path], {sender: WHO})
  const first = await fixPaths([path])
  const keys = (report: typeof before) => report.templates[0]!.findings.map(({duty, key}) => `${duty} ${key}`)
  const known = new Set(keys(before))
  expect(keys(first.report).filter((key) => !known.has(key))).toEqual([])
  for (const {file, mends} of first.fixed) {
    if (!mends.some(({kind}) => kind === 'footer')) continue
    const left = first.report.templates[0]!.findings.filter(
      ({where}) => where.kind === 'template' && where.file === file,
    )
    expect(left.map(({key}) => key).filter((key) => key === 'opt-out-link.missing')).toEqual([])
  }
  expect((await fixPaths([path])).fixed).toEqual([])
}

describe('mending', () => {
  it.each(readdirSync(FIXTURES))('keeps its promises for the fixture %s', async (name) => {
    const copy = join(tempFolder('mended'), name)
    cpSync(join(FIXTURES, name), copy, {recursive: true})
    if (statSync(copy).isDirectory() ? readdirSync(copy).includes('template.yaml') : /\.(html|txt)$/.test(name))
      await mendedWell(copy)
  })

  it.skipIf(!hasCorpora)('keeps its promises for every template of the corpora', async () => {
    const folder = tempFolder('mended')
    const files = readdirSync(corpusPath('templates'), {recursive: true, encoding: 'utf8'}).filter((name) =>
      /\.(html?|txt)$/i.test(name),
    )
    let mended = 0
    for (const [i, name] of files.entries()) {
      // Pictures stay behind: what is linted is the text.
      const source = readFileSync(corpusPath(join('templates', name)), 'utf8').replace(
        /\b(src|background)=/gi,
        'data-$1=',
      )
      if (source.trim() === '' || source.includes('\0')) continue
      const path = put(folder, `${i}.${name.split('.').at(-1)}`, source)
      await mendedWell(path)
      mended += Number(readFileSync(path, 'utf8') !== source)
    }
    expect(files.length).toBeGreaterThan(50)
    expect(mended).toBeGreaterThan(10)
  })

  it('keeps its promises for any crooked HTML', async () => {
    const folder = tempFolder('mended')
    const piece = fc.constantFrom(
      ...['<html>', '<html lang="en">', '<HTML\n>', '<body>', '</body>', '</html>', '<!--', '-->', '<p>', '\r\n', '\n'],
      ...[
        '{{> footer}}',
        '{{#a}}',
        '{{/a}}',
        '{{!',
        '}}',
        '<title>',
        '</title>',
        'こんにちは、春のご案内です',
        '<style>',
      ],
      ...[
        '<a href="http://shop.example.co.jp/x">',
        "<a href='HTTP://shop.example.co.jp'>",
        '<a href=http://shop.example.co.jp/>',
      ],
      ...['https://shop.example.co.jp/', '</a>', '<table><tr>', '{{unsubscribe_url}}', '配信停止', 'x'],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {minLength: 1, maxLength: 14}), async (pieces) => {
        const source = pieces.join('')
        if (source.trim() === '') return
        await mendedWell(put(folder, 'any.html', source))
        await mendedWell(put(folder, 'any.txt', source))
      }),
      {numRuns: 150},
    )
  })
})
