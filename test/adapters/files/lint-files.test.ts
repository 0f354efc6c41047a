/** Whatever is named to lint: one file that cannot be used is a fault of its own, with its place, and never an error. */
import {symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {put, tempFolder} from '../../support/files.ts'
import {lintNeeds, lintPaths} from '../../support/lint.ts'

const folder = tempFolder('lint-files')
const {inputs: files} = lintNeeds

async function faultsOf(name: string, content: string | Uint8Array) {
  const {faults, template, mail} = await files.read(put(folder, name, content))
  return {
    isRead: template !== null || mail !== null,
    told: faults.map(({key, place}) => `${key} ${place.line}:${place.column}`),
  }
}

describe('a file that cannot be used', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['a JPEG', 'a.html', Buffer.from('\xff\xd8\xff\xe0JFIF', 'latin1'), 'readable.other-kind'],
    ['a PNG in a text', 'a.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'readable.other-kind'],
    ['a PDF', 'a.html', '%PDF-1.7', 'readable.other-kind'],
    ['a Word file', 'a.html', 'PK\x03\x04x', 'readable.other-kind'],
    ['UTF-16', 'a.html', Buffer.from('\ufeff<p>a</p>', 'utf16le'), 'readable.other-kind'],
    ['NUL bytes', 'a.html', '<p>a\0b</p>', 'readable.binary'],
    ['an encoding that is not read', 'a.html', Buffer.from('<p>gr\xfc</p>\xff', 'latin1'), 'readable.binary'],
    ['nothing', 'a.html', '', 'readable.empty'],
    ['blanks', 'a.eml', ' \n \r\n', 'readable.empty'],
    ['10 MB of HTML', 'a.html', '<p>words</p>'.repeat(900_000), 'readable.too-big'],
    ['40 MB of mail', 'a.eml', Buffer.alloc(40_000_000, 'a'), 'readable.too-big'],
    ['100,000 nested tags', 'a.html', '<b>'.repeat(100_000), 'readable.too-deep'],
    [
      '100,000 nested tags in a mail',
      'a.eml',
      `Content-Type: text/html\n\n${'<b>'.repeat(100_000)}`,
      'readable.too-deep',
    ],
  ])('with %s is told as %s', async (_, name, content, key) => {
    const start = performance.now()
    const {isRead, told} = await faultsOf(name, content)
    expect([isRead, told.length, told[0]]).toEqual([false, 1, expect.stringMatching(`^${key} `)])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('of nested tags is told where it goes too deep, and of MJML where that stands', async () => {
    expect((await faultsOf('a.html', `<p>a</p>\n${'<i>'.repeat(20_000)}`)).told).toEqual(['readable.too-deep 2:30001'])
    expect((await faultsOf('a.mjml', '<mjml>\n<mj-body>\n<mj-nothing/></mj-body></mjml>')).told).toEqual([
      'template-mjml.refused 3:1',
    ])
  })

  it('does not keep deep but closed HTML, lists and tables from being read', async () => {
    for (const html of ['<p>'.repeat(50_000), '<div><p>a</div>'.repeat(20_000), '<tr><td>a'.repeat(20_000)])
      expect(await faultsOf('a.html', html)).toEqual({isRead: true, told: []})
  })
})

describe('a template with faults', () => {
  it('is read all the same, each fault with its place', async () => {
    put(folder, 'news/template.yaml', 'subject: "a\\r\\nBcc: x@example.com"\nlaws: [us]\n')
    put(folder, 'news/body.html', '<p>Hello</p>\n<img src="gone.png"><img src="https://shop.example.co.jp/a.png">')
    const {template, faults} = await files.read(join(folder, 'news'))
    expect(template!.html!.source).toContain('Hello')
    expect(faults.map(({kind, key, place}) => `${kind} ${key} ${place.line}:${place.column}`)).toEqual([
      'header template-yaml.not-one-line 1:1',
      'picture template-file.missing 2:11',
    ])
  })

  it('whose partials include one another tells it where that is written', async () => {
    put(folder, 'circle/template.yaml', 'subject: a\n')
    put(folder, 'circle/body.html', '<p>{{> a}}</p>')
    put(folder, 'circle/partials/a.html', 'a\n {{> b}}')
    put(folder, 'circle/partials/b.html', 'b {{> a}}')
    const {templates} = await lintPaths([join(folder, 'circle')])
    const circular = templates[0]!.findings.find(({key}) => key === 'template.partial-circular')!
    expect(circular.where).toMatchObject({file: join(folder, 'circle', 'partials', 'b.html'), line: 1, column: 3})
    expect(circular.excerpt!.text).toBe('b {{> a}}')
  })
})

describe('what a file is', () => {
  it('is told by its ending, else by how it begins', async () => {
    const kindOf = async (name: string, content: string) => {
      const {template, mail} = await files.read(put(folder, name, content))
      return mail !== null ? 'mail' : template!.html !== null ? 'html' : 'text'
    }
    expect(await kindOf('a', 'From: a@example.com\nSubject: b\n\nHello\n')).toBe('mail')
    expect(await kindOf('b', '<p>a</p>')).toBe('html')
    expect(await kindOf('c', 'Note: this is a text.\n\nHello\n')).toBe('text')
    expect(await kindOf('d.txt', 'From: a@example.com\n\nHello\n')).toBe('text')
    expect(await kindOf('e.EML', 'Hello')).toBe('mail')
  })

  it('is read through a link, and a device ends', async () => {
    await symlink(put(folder, 'real.html', '<p>a</p>'), join(folder, 'link.html'))
    expect((await files.read(join(folder, 'link.html'))).template).not.toBeNull()
    expect((await files.read('/dev/zero')).faults.map(({key}) => key)).toEqual(['readable.too-big'])
  })
})

describe('one bad file among many', () => {
  it('does not stop the others', async () => {
    const paths = [put(folder, 'x.html', Buffer.from('\xff\xd8\xff', 'latin1')), put(folder, 'y.html', '<p>Hello</p>')]
    const {templates, errors} = await lintPaths(paths)
    expect(templates.map(({findings}) => findings[0]!.duty)).toEqual(['tpl/readable', 'jp/sender-name'])
    expect(errors).toBeGreaterThan(1)
  })
})
