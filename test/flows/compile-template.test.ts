import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {templateFiles} from '../../src/adapters/files/template-files.ts'
import {templateMarkup} from '../../src/adapters/html/template-markup.ts'
import {textOfHtml} from '../../src/adapters/html/text-of-html.ts'
import {charsetWriter} from '../../src/adapters/mime/iso-2022-jp.ts'
import {writtenForm} from '../../src/core/templates/compile-part.ts'
import {offeredColumns} from '../../src/core/templates/offered-names.ts'
import {AppError} from '../../src/errors.ts'
import {compileTemplate} from '../../src/flows/compile-template.ts'
import {type MessageKey, text} from '../../src/i18n/text.ts'
import {tempFolder} from '../support/files.ts'

const root = tempFolder('compile-template')
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const needs = {
  textOf: async (html: string) => textOfHtml(html),
  charsetOf: charsetWriter,
  say: (key: string, values: Readonly<Record<string, string>>) => text('en', key as MessageKey, values),
}

async function compiled(
  name: string,
  files: Readonly<Record<string, string | Buffer>>,
  names: readonly string[] | null = null,
) {
  const folder = join(root, name)
  for (const [file, content] of Object.entries({'template.yaml': 'subject: News\n', ...files})) {
    mkdirSync(join(folder, file, '..'), {recursive: true})
    writeFileSync(join(folder, file), content)
  }
  const source = await templateFiles('en', templateMarkup).read(folder)
  const ask = {template: folder, subject: null, names: names && offeredColumns(names)}
  const result = await compileTemplate(ask, needs, source).catch((error) => error)
  return result instanceof AppError ? result.details.map((each) => each.replaceAll(`${folder}/`, '')) : result
}

describe('compiling a template folder', () => {
  it('makes the text part from the HTML as it is seen, partials and pictures included', async () => {
    const {
      html,
      text: words,
      images,
    } = await compiled('made', {
      'body.html': '<h1>Hello {{name}}</h1><img src="a.png" alt="Logo"><p>{{> more}}</p>',
      'partials/more.html': 'See <a href="https://www.example.com/">our page</a>',
      'partials/unused.html': '<img src="b.png" alt="">',
      'a.png': PNG,
      'b.png': Buffer.concat([PNG, PNG]),
    })
    expect(writtenForm(html)).toMatch(/<img src="cid:[0-9a-f]{24}@inline" alt="Logo"><p>See /)
    expect(writtenForm(words)).toContain('{{name}}')
    expect(writtenForm(words)).toContain('our page')
    expect(writtenForm(words)).not.toContain('cid:')
    expect(images.map(({file}: {file: {name: string}}) => file.name)).toEqual(['a.png'])
  })

  it('tells each problem once, with file, line and column, also within partials', async () => {
    const found = await compiled(
      'wrong',
      {
        'template.yaml': 'subject: "{{nmae}}"\n',
        'body.html': '<p>\n{{nmae}} {{> head}} {{> none}}</p><p style="color:{{name}}">',
        'partials/head.html': 'a\n  {{> head}}{{{name}}}',
      },
      ['name'],
    )
    expect(found).toEqual([
      'template.yaml:1:11  nothing will fill the tag “nmae”; did you mean “name”?',
      'body.html:2:1  nothing will fill the tag “nmae”; did you mean “name”?',
      'partials/head.html:2:3  the partial “head” includes itself',
      'partials/head.html:2:13  the raw tag “name” would put unescaped text into the mail',
      'body.html:2:21  the partial “none” is not in the folder partials/',
      expect.stringMatching(/^body\.html:2:5\d {2}no value can stand safely where the tag “name” is/),
    ])
  })

  it('tells a tag that would go on in the host of a link of the text part it makes, at its place in the HTML', async () => {
    const found = await compiled('host', {
      'body.html': '<p>\n<a href="https://www.example.com">https://www.example.com</a>{{name}}</p>',
    })
    expect(found).toEqual([expect.stringMatching(/^body\.html:2:62 {2}no value can stand safely/)])
  })

  it('never lets a tag of another system out', async () => {
    const found = await compiled('foreign', {
      'template.yaml': 'subject: Hello [[name]]\npreheader: for %%name%%\n',
      'body.html': '<style>a{width:100%}</style><!-- *|NO|* --><p>*|FNAME|*</p>',
    })
    expect(found.map((each: string) => each.replace(/ is a tag of another system.*/, ''))).toEqual([
      'template.yaml:1:16  “[[name]]”',
      'template.yaml:2:16  “%%name%%”',
      'body.html:1:47  “*|FNAME|*”',
    ])
  })

  it('refuses words that the character set of the mail lacks', async () => {
    const yaml = 'subject: お知らせ\ncharset: iso-2022-jp\n'
    expect(await compiled('charset', {'template.yaml': yaml, 'body.txt': 'a\n①番'})).toEqual([
      'body.txt:2:1  the character set iso-2022-jp has no “①”',
    ])
  })
})
