/** What the words of a command line stand for. */
import {mkdirSync} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'
import {filesMatching, findTemplates} from '../../../src/adapters/files/find-templates.ts'
import {put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('find-templates')
for (const name of [
  ...['a.html', 'b.txt', 'sub/c.MJML', 'sub/d.eml', 'sub/logo.png', 'sub/e.tpl', '[odd].html'],
  ...['news/template.yaml', 'news/body.html', 'news/partials/foot.html', 'news/price.txt'],
  ...['node_modules/x/f.html', '.hidden/g.html'],
])
  put(folder, name, 'x')
mkdirSync(join(folder, 'empty'), {recursive: true})

const found = async (...words: readonly string[]) =>
  (await findTemplates(words.map((word) => (word === '-' ? word : join(folder, word))))).map(({path}) =>
    path === '-' ? path : relative(folder, path),
  )
const failure = (word: string) => found(word).catch((error) => error.code)

describe('a word', () => {
  it('names a file, a template folder, or all below another folder but what is not ours', async () => {
    expect(await found('b.txt', 'news', '-')).toEqual(['b.txt', 'news', '-'])
    expect(await found('.')).toEqual([
      '[odd].html',
      'a.html',
      'b.txt',
      'news',
      'news/price.txt',
      'sub/c.MJML',
      'sub/d.eml',
    ])
    expect(await found('sub')).toEqual(['sub/c.MJML', 'sub/d.eml'])
  })

  it('is a pattern where no such file exists; files of a template folder stand for it', async () => {
    expect(await found('**/*.html')).toEqual(['[odd].html', 'a.html', 'news'])
    expect(await found('[odd].html')).toEqual(['[odd].html'])
    expect(await found('sub/*')).toEqual(['sub/c.MJML', 'sub/d.eml'])
    expect(await found('sub/*.tpl')).toEqual(['sub/e.tpl'])
    expect(await found('{a,z}.html')).toEqual(['a.html'])
    expect(await found('n*')).toEqual(['news'])
  })

  it('names each once', async () => {
    expect(await found('a.html', '*.html', 'sub/../a.html')).toEqual(['a.html', '[odd].html'])
  })

  it('names the template folder by any file of it, once, and other files there by themselves', async () => {
    const files = ['news/template.yaml', 'news/body.html', 'news/partials/foot.html', 'news/price.txt']
    expect(await found(...files)).toEqual(['news', 'news/price.txt'])
    expect(await found('news/partials/foot.html', 'news', 'a.html')).toEqual(['news', 'a.html'])
  })

  it('that names nothing is refused', async () => {
    expect(await failure('gone.html')).toBe('FILE_MISSING')
    expect(await failure('gone/*.html')).toBe('PATTERN_UNMATCHED')
    expect(await failure('sub/*.png.gone')).toBe('PATTERN_UNMATCHED')
    expect(await failure('empty')).toBe('FOLDER_UNLINTABLE')
  })
})

describe('patterns to leave aside', () => {
  it('match files and folders below the folder', async () => {
    const matched = await filesMatching(['sub', '*.txt'], folder)
    expect([...matched].map((path) => relative(folder, path)).sort()).toContain('b.txt')
    expect(matched.has(join(folder, 'sub', 'd.eml'))).toBe(true)
    expect(matched.has(join(folder, 'a.html'))).toBe(false)
    expect((await filesMatching([], folder)).size).toBe(0)
  })
})
