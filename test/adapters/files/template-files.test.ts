import {chmod, mkdir, mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {templateFiles} from '../../../src/adapters/files/template-files.ts'
import {templateMarkup} from '../../../src/adapters/html/template-markup.ts'
import {AppError} from '../../../src/errors.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todoke-templates-'))
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), {recursive: true})
  await writeFile(path, content)
  return path
}

const read = (path: string) => templateFiles('en', templateMarkup).read(path)

async function failure(path: string): Promise<AppError> {
  const error = await read(path).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('a single file', () => {
  it('that ends in .html has its title as subject, with its place', async () => {
    const path = await put('mail.html', '<html>\n<head><title>\n A &amp; B&#x21;\n</title></head><p>Hi</p>')
    expect(await read(path)).toMatchObject({
      name: 'mail',
      subject: 'A & B!',
      subjectAt: {file: path, line: 3, column: 2},
      html: {file: path},
      text: null,
    })
  })

  it('that ends in .txt has no subject', async () => {
    expect(await read(await put('mail.txt', '<title>no</title>'))).toMatchObject({
      subject: null,
      html: null,
      subjectAt: null,
    })
  })

  it('in CP932 or with a byte order mark is read', async () => {
    const cp932 = await put('a.txt', new Uint8Array([0x94, 0x7a, 0x90, 0x4d, 0x92, 0xe2, 0x8e, 0x7e]))
    expect((await read(cp932)).text!.source).toBe('配信停止')
    expect((await read(await put('b.txt', '\ufeff配信'))).text!.source).toBe('配信')
  })
})

describe('a folder', () => {
  it('gives subject, settings and both bodies', async () => {
    await put('news/template.yaml', '# a\nsubject: "{{name}}, hello"\ntopic: sale\nlanguage: en\n')
    await put('news/body.html', '<p>Hi</p>')
    await put('news/body.txt', 'Hi')
    const source = await read(join(folder, 'news'))
    expect(source).toMatchObject({
      name: 'news',
      subject: '{{name}}, hello',
      topic: 'sale',
      languages: ['en'],
      purpose: null,
    })
    expect(source.subjectAt).toEqual({file: join(folder, 'news', 'template.yaml'), line: 2, column: 11})
    expect([source.html!.source, source.text!.source]).toEqual(['<p>Hi</p>', 'Hi'])
  })

  it.each([
    ['subject', 'topic: a\n', '1:1  subject: is missing'],
    ['an unknown key', 'subject: a\nsender: b\n', '2:1  sender: unknown key; known: subject, preheader'],
    ['a misspelt key', 'subject: a\nreply-to: b\n', '2:1  reply-to: unknown key, perhaps replyTo was meant'],
    ['a value that is no text', 'subject: 5\n', '1:1  subject: expected text'],
    ['a list', '- subject\n', '1:1  expected keys with values'],
    ['two lines in one value', 'subject: |\n  a\n  b\n', '1:1  subject: expected one line'],
    ['broken YAML', 'subject: "a\n', 'template.yaml:'],
  ])('with %s wrong is refused with its place', async (_what, yaml, words) => {
    await put('news/template.yaml', yaml)
    await put('news/body.txt', 'Hi')
    const error = await failure(join(folder, 'news'))
    expect(error.code).toBe('TEMPLATE_INVALID')
    expect(error.details.join('\n')).toContain(words)
    expect(error.details.join('\n')).toContain('template.yaml:')
  })

  it('without template.yaml or without a body is refused', async () => {
    await mkdir(join(folder, 'empty'))
    expect((await failure(join(folder, 'empty'))).code).toBe('TEMPLATE_MISSING')
    await put('half/template.yaml', 'subject: a\n')
    const error = await failure(join(folder, 'half'))
    expect([error.code, error.details.join()]).toEqual(['TEMPLATE_INVALID', expect.stringContaining('body.html')])
  })
})

describe('a file that is no template', () => {
  it.each([
    ['an empty file', 'a.html', new Uint8Array(), 'FILE_EMPTY'],
    ['only blanks', 'a.txt', new TextEncoder().encode(' \n\n'), 'FILE_EMPTY'],
    ['a NUL byte', 'a.html', new TextEncoder().encode('<p>a\u0000b</p>'), 'FILE_BINARY'],
    ['a JPEG', 'a.html', new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0x4a, 0x46, 0x49, 0x46]), 'FILE_BINARY'],
    ['10 MB of nested tags', 'a.html', new TextEncoder().encode('<div>'.repeat(2_000_000)), 'TEMPLATE_INVALID'],
  ])('%s is refused', async (_what, name, bytes, code) => {
    expect((await failure(await put(name, bytes))).code).toBe(code)
  })

  it('that is not there is named', async () => {
    const error = await failure(join(folder, 'none.html'))
    expect([error.code, error.values]).toEqual(['FILE_MISSING', {file: join(folder, 'none.html')}])
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read is refused', async () => {
    const path = await put('locked.html', '<p>a</p>')
    await chmod(path, 0)
    expect((await failure(path)).code).toBe('FILE_UNREADABLE')
  })
})
