/** Conversion of real files: where results go, what is copied, what is refused before anything is written. */
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {convertFiles} from '../../src/adapters/files/convert-files.ts'
import type {ConvertAsk} from '../../src/flows/convert-template.ts'
import {convertTemplate} from '../../src/flows/convert-template.ts'
import {cp932, failure, put, tempFolder} from '../support/files.ts'

const needs = {files: convertFiles('en')}
const ask = (paths: readonly string[], more: Partial<ConvertAsk> = {}) =>
  convertTemplate({paths, from: null, out: null, overwrite: false, rename: new Map(), ...more}, needs)
const textAt = (...path: string[]) => readFileSync(join(...path), 'utf8')

function oldTemplate(): string {
  const folder = tempFolder('convert')
  mkdirSync(join(folder, 'old', 'images'), {recursive: true})
  put(folder, 'old/template.yaml', 'subject: Hi *|FNAME|*\n')
  put(folder, 'old/body.html', '<p>*|FNAME|* <a href="*|UNSUB|*">x</a></p>\r\n')
  put(folder, 'old/body.txt', '')
  put(folder, 'old/images/a.png', Buffer.from([0x89, 0x50, 0, 1]))
  put(folder, 'old/.hidden', '*|X|*')
  symlinkSync(join(folder, 'old/body.html'), join(folder, 'old/link.html'))
  return folder
}

describe('a folder', () => {
  it('keeps its structure in the folder that is named, pictures and empty files included, links and hidden files not', async () => {
    const folder = oldTemplate()
    const out = join(folder, 'new', 'news')
    const {templates, replaced, kept} = await ask([join(folder, 'old')], {out})
    expect([templates[0]!.system, replaced, kept]).toEqual(['mailchimp', 3, 0])
    expect(readdirSync(out, {recursive: true, encoding: 'utf8'}).sort()).toEqual(
      ['body.html', 'body.txt', 'images', join('images', 'a.png'), 'template.yaml'].sort(),
    )
    expect(textAt(out, 'body.html')).toBe('<p>{{FNAME}} <a href="{{unsubscribe_url}}">x</a></p>\r\n')
    expect(textAt(out, 'template.yaml')).toBe('subject: Hi {{FNAME}}\n')
    expect(readFileSync(join(out, 'images/a.png'))).toEqual(Buffer.from([0x89, 0x50, 0, 1]))
    expect(textAt(folder, 'old/template.yaml')).toBe('subject: Hi *|FNAME|*\n')
  })

  it('stands beside others under its own name', async () => {
    const folder = oldTemplate()
    const single = put(folder, 'one.txt', '%%name%%')
    await ask([join(folder, 'old'), single], {out: join(folder, 'out')})
    expect(textAt(folder, 'out/old/template.yaml')).toBe('subject: Hi {{FNAME}}\n')
    expect(textAt(folder, 'out/one.txt')).toBe('{{name}}')
  })

  it('can be converted in its place, with overwrite', async () => {
    const folder = oldTemplate()
    await ask([join(folder, 'old')], {out: join(folder, 'old'), overwrite: true})
    expect(textAt(folder, 'old/template.yaml')).toBe('subject: Hi {{FNAME}}\n')
    const again = await ask([join(folder, 'old')], {out: join(folder, 'old'), overwrite: true})
    expect([again.replaced, again.kept]).toEqual([0, 0])
  })
})

describe('a file', () => {
  it('goes nowhere without a place, into a folder that is there, else to the file that is named', async () => {
    const folder = tempFolder('convert')
    const file = put(folder, 'a.html', '<p>*|FNAME|*</p>')
    expect((await ask([file])).templates[0]!.files[0]).toMatchObject({out: null, text: '<p>{{FNAME}}</p>'})
    mkdirSync(join(folder, 'there'))
    await ask([file], {out: join(folder, 'there')})
    await ask([file], {out: join(folder, 'deep/er/b.html')})
    expect([textAt(folder, 'there/a.html'), textAt(folder, 'deep/er/b.html')]).toEqual(
      Array(2).fill('<p>{{FNAME}}</p>'),
    )
  })

  it('in Shift_JIS is read and written in UTF-8', async () => {
    const folder = tempFolder('convert')
    const file = put(folder, 'a.txt', cp932('%%氏名%% 様\r\n'))
    await ask([file], {out: join(folder, 'b.txt')})
    expect(textAt(folder, 'b.txt')).toBe('{{氏名}} 様\r\n')
  })
})

describe('nothing is written', () => {
  it('when a file is in the way, not even the others', async () => {
    const folder = oldTemplate()
    mkdirSync(join(folder, 'out'))
    put(folder, 'out/template.yaml', 'mine')
    const error = await failure(ask([join(folder, 'old')], {out: join(folder, 'out')}))
    expect([error.code, readdirSync(join(folder, 'out')), textAt(folder, 'out/template.yaml')]).toEqual([
      'FILE_EXISTS',
      ['template.yaml'],
      'mine',
    ])
  })

  it('when two files would go to one place', async () => {
    const folder = oldTemplate()
    const one = put(folder, 'a.html', '*|A|*')
    mkdirSync(join(folder, 'b'))
    const two = put(folder, 'b/a.html', '*|B|*')
    expect((await failure(ask([one, two], {out: join(folder, 'out')}))).code).toBe('OUTPUT_IS_TARGET')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it.each([
    ['missing.html', null, 'FILE_MISSING'],
    ['empty.html', '', 'FILE_EMPTY'],
    ['binary.html', Buffer.from([1, 0, 2]), 'FILE_BINARY'],
    ['big.html', '*|A|*'.repeat(250_000), 'TEMPLATE_INVALID'],
  ])('of %s', async (name, content, code) => {
    const folder = tempFolder('convert')
    if (content !== null) put(folder, name, content)
    expect((await failure(ask([join(folder, name)], {out: join(folder, 'out')}))).code).toBe(code)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})
