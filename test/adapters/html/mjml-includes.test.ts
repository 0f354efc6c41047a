/** mj-include on real files: where parts end up, compared with what mjml itself makes of them, and what is refused. */
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import mjml from 'mjml'
import {beforeEach, describe, expect, it} from 'vitest'
import {templateFiles} from '../../../src/adapters/files/template-files.ts'
import {mjmlToHtml} from '../../../src/adapters/html/mjml-to-html.ts'
import {templateMarkup} from '../../../src/adapters/html/template-markup.ts'
import type {Lang} from '../../../src/i18n/text.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'
import {failure, tempFolder} from '../../support/files.ts'

let folder = ''
beforeEach(() => {
  folder = join(tempFolder('mjml'), 'mail')
})

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, content)
  return path
}

const made = (path: string, lang: Lang = 'en') => mjmlToHtml(readFileSync(path, 'utf8'), path, lang)

/** Lines of details, without the folder before each. */
async function refused(source: string, lang: Lang = 'en'): Promise<readonly string[]> {
  const error = await failure(made(put('a.mjml', source), lang))
  expect(error.code).toBe('TEMPLATE_INVALID')
  return error.details.map((line) => line.replaceAll(`${folder}/`, ''))
}

/** As mjml makes it when it reads the files itself; ids that it draws at random are left out. */
async function byMjml(path: string): Promise<string> {
  const options = {filePath: path, includePath: folder, ignoreIncludes: false, fonts: {}} as const
  const {html, errors} = await mjml(readFileSync(path, 'utf8'), options)
  expect(errors).toEqual([])
  return html
}

/** Blank lines around parts mean nothing. */
const meaning = (html: string) => html.replace(/\s+/g, ' ').replace(/> </g, '><')

const body = (inside: string, head = '') => `<mjml>${head}<mj-body>\n${inside}\n</mj-body></mjml>\n`
const row = (inside: string) =>
  `<mj-section><mj-column>\n<mj-text css-class="x">${inside}</mj-text>\n</mj-column></mj-section>`
const include = (path: string, more = '') => `<mj-include path="${path}"${more} />`
const STYLE = '<mj-attributes><mj-text color="#123456" /></mj-attributes>'

const ALIKE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a part of the head': {
    'a.mjml': body(row('a'), `<mj-head>${include('./head.mjml')}<mj-title>t</mj-title></mj-head>`),
    'head.mjml': `${STYLE}\n`,
  },
  'elements of the body, twice': {
    'a.mjml': body(`${include('parts/row.mjml')}${row('a')}${include('./parts/row.mjml')}`),
    'parts/row.mjml': row('part'),
  },
  'a whole mail, its head too': {
    'a.mjml': body(`${row('a')}${include('whole.mjml')}`, '<mj-head><mj-title>t</mj-title></mj-head>'),
    'whole.mjml': body(row('whole'), `<mj-head>${STYLE}<mj-style>.x { color: red }</mj-style></mj-head>`),
  },
  'a whole mail, into a mail without head': {
    'a.mjml': body(include('whole.mjml')),
    'whole.mjml': body(row('whole'), `<mj-head>${STYLE}</mj-head>`),
  },
  'a head, within the head': {
    'a.mjml': body(row('a'), `<mj-head>${include('whole.mjml')}<mj-title>t</mj-title></mj-head>`),
    'whole.mjml': `<mjml><mj-head>${STYLE}<mj-preview>p</mj-preview></mj-head></mjml>`,
  },
  'files that include others, from where they are': {
    'a.mjml': body(`${include('parts/one.mjml')}${row('a')}`),
    'parts/one.mjml': body(`${row('one')}${include('./two.mjml')}${include('../top.mjml')}`, '<mj-head></mj-head>'),
    'parts/two.mjml': body(row('two'), `<mj-head>${STYLE}</mj-head>`),
    'top.mjml': row('top'),
  },
  'HTML, as it is': {
    'a.mjml': body(`${row('a')}${include('part.html', ' type="html"')}`),
    'part.html': '<!-- a --><div class="x">1 &amp; 2<br></div>',
  },
  'CSS, before and behind the head it goes into': {
    'a.mjml': body(
      `${row('a')}${include('b.css', ' type="css" css-inline="inline"')}`,
      `<mj-head>${include('a.css', ' type="css"')}<mj-style>.x { color: blue }</mj-style></mj-head>`,
    ),
    'a.css': '.x > p { color: red }',
    'b.css': '.x { margin: 1px }',
  },
  'parts that close too little and too much': {
    'a.mjml': body(`${include('few.mjml')}${row('a')}${include('many.mjml')}${row('b')}`),
    'few.mjml': '<mj-section><mj-column><mj-text>few</mj-text>',
    'many.mjml': `${row('many')}</mj-section></mj-body></mjml>`,
  },
  'a closed include, in capitals, with an empty head': {
    'a.mjml': body(`<MJ-INCLUDE path='row.mjml'></MJ-INCLUDE>${row('a')}`, '<mj-head />'),
    'row.mjml': body(row('part'), `<mj-head>${STYLE}</mj-head>`),
  },
}

describe('mj-include', () => {
  it.each(Object.entries(ALIKE))('of %s makes what mjml makes', async (_, files) => {
    for (const [name, content] of Object.entries(files)) put(name, content)
    const path = join(folder, 'a.mjml')
    const html = await made(path)
    expect(meaning(html)).toBe(meaning(await byMjml(path)))
    expect(html).not.toContain('mj-include')
  })

  it('keeps the tags of what it reads', async () => {
    put('row.mjml', row('{{name|"A" > B}} {{> footer}}'))
    put('part.html', '<p>{{#x}}{{{raw}}}{{/x}}</p>')
    const html = await made(put('a.mjml', body(`${include('row.mjml')}${include('part.html', ' type="html"')}`)))
    expect(html).toContain('{{name|"A" > B}} {{> footer}}')
    expect(html).toContain('<p>{{#x}}{{{raw}}}{{/x}}</p>')
  })

  it('of an empty file puts nothing in', async () => {
    put('empty.mjml', '')
    const html = await made(put('a.mjml', body(`${row('a')}${include('empty.mjml')}`)))
    expect(meaning(html)).toBe(meaning(await made(put('b.mjml', body(row('a'))))))
  })

  it('in a comment is none', async () => {
    expect(await made(put('a.mjml', body(`<!-- ${include('none.mjml')} -->${row('a')}`)))).toContain('none.mjml')
  })

  it('tells a mistake in the file that holds it, and behind it in the one that includes', async () => {
    put('parts/row.mjml', `\n${row('a')}\n<mj-txt>{{\n\n}}</mj-txt>\n {{#rows}}`)
    expect(await refused(body(`${include('parts/row.mjml')}<mj-foo />\n{{/rows}}`))).toEqual([
      expect.stringMatching(/^parts\/row\.mjml:5:1 {2}mj-txt: /),
      expect.stringMatching(/^a\.mjml:2:1 {2}mj-foo: /),
      expect.stringMatching(/^parts\/row\.mjml:5:9 {2}MJML would drop \{\{/),
      'parts/row.mjml:8:2  MJML would drop {{#rows}} here; put it between <mj-raw> and </mj-raw>',
      'a.mjml:3:1  MJML would drop {{/rows}} here; put it between <mj-raw> and </mj-raw>',
    ])
  })
})

describe('mj-include is refused', () => {
  it('outside the folder and where no file can be read, all at once, each at its place', async () => {
    put('../secret.mjml', row('secret'))
    put('sub/up.mjml', include('../../secret.mjml'))
    symlinkSync('../secret.mjml', join(folder, 'link.mjml'))
    symlinkSync('..', join(folder, 'out'))
    put('big.mjml', 'x'.repeat(1_000_001))
    const paths = [
      '../secret.mjml',
      '/etc/passwd',
      'link.mjml',
      'out/secret.mjml',
      'none.mjml',
      'sub',
      'b\\c.mjml',
      '~/x',
    ]
    const more = ['sub/up.mjml', 'big.mjml', '{{name}}.mjml', 'sub/../../secret.mjml', 'https://example.com/a.mjml']
    expect(await refused(body([...paths, ...more].map((path) => include(path)).join('\n')))).toEqual([
      'a.mjml:2:1  “../secret.mjml” leads out of the template’s folder by ..; copy the file into it',
      expect.stringMatching(/^a\.mjml:3:1 {2}“\/etc\/passwd” is a place on this machine/),
      expect.stringMatching(/^a\.mjml:4:1 {2}“link\.mjml” is a link that leads out/),
      expect.stringMatching(/^a\.mjml:5:1 {2}“out\/secret\.mjml” is a link that leads out/),
      'a.mjml:6:1  “none.mjml” is not in the template’s folder',
      expect.stringMatching(/^a\.mjml:7:1 {2}“sub” is not a regular file/),
      'a.mjml:8:1  “b\\c.mjml”: write / between folders',
      expect.stringMatching(/^a\.mjml:9:1 {2}“~\/x” is a place on this machine/),
      expect.stringMatching(/^sub\/up\.mjml:1:1 {2}“\.\.\/\.\.\/secret\.mjml” leads out/),
      'a.mjml:11:1  “big.mjml” is bigger than 1 MB',
      'a.mjml:12:1  a tag cannot choose what mj-include reads; name one file of the template’s folder',
      expect.stringMatching(/^a\.mjml:13:1 {2}“sub\/\.\.\/\.\.\/secret\.mjml” leads out/),
      'a.mjml:14:1  “https://example.com/a.mjml” is not in the template’s folder',
    ])
    expect((await refused(body(include('none.mjml')), 'ja'))[0]).toContain(
      '「none.mjml」がテンプレートのフォルダにありません',
    )
  })

  it('in words and other tags, without path, and as a type that is none', async () => {
    put('row.mjml', row('a'))
    put('part.html', `\n${include('row.mjml')}`)
    const wrong = [
      row(`\n${include('row.mjml')}`),
      `<mj-raw>\n${include('row.mjml')}</mj-raw>`,
      '<mj-include />',
      include('row.mjml', ' type="text"'),
      `<mj-text title="${include('row.mjml').replaceAll('"', "'")}">a</mj-text>`,
      include('part.html', ' type="html"'),
    ]
    const lines = await refused(body(wrong.join('\n')))
    const places = ['a.mjml:10:17', 'a.mjml:4:1', 'a.mjml:7:1', 'a.mjml:8:1', 'a.mjml:9:1', 'part.html:2:1']
    expect(lines.map((line) => line.split('  ')[0])).toEqual(places)
    for (const line of lines) expect(line).toContain('  mj-include cannot be read here; expected <mj-include path=')
  })

  it('when files include each other', async () => {
    put('parts/b.mjml', `\n ${include('c.mjml')}`)
    put('parts/c.mjml', include('../a.mjml'))
    expect(await refused(body(include('parts/b.mjml')))).toEqual([
      'parts/c.mjml:1:1  includes itself: a.mjml > parts/b.mjml > parts/c.mjml > a.mjml',
    ])
    put('parts/b.mjml', include('b.mjml'))
    expect((await refused(body(include('parts/b.mjml')), 'ja'))[0]).toBe(
      'parts/b.mjml:1:1  mj-include が循環しています: parts/b.mjml > parts/b.mjml',
    )
  })

  it('more than 16 deep, also by a link to the folder itself', async () => {
    for (let depth = 1; depth < 16; depth += 1) put(`${depth}.mjml`, include(`${depth + 1}.mjml`))
    put('16.mjml', row('innermost'))
    expect(await made(put('a.mjml', body(include('1.mjml'))))).toContain('innermost')
    put('16.mjml', include('17.mjml'))
    put('17.mjml', row('innermost'))
    const tooDeep = 'more than 16 files include each other here; put the innermost ones together'
    expect(await refused(body(include('1.mjml')))).toEqual([`16.mjml:1:1  ${tooDeep}`])
    symlinkSync('.', join(folder, 'again'))
    put('b.mjml', include('again/b.mjml'))
    const [line] = await refused(body(include('b.mjml')))
    expect(line).toBe(`${'again/'.repeat(15)}b.mjml:1:1  ${tooDeep}`)
  })

  it('for more than 64 files, and for more than a mail may hold', async () => {
    for (let i = 0; i < 65; i += 1) put(`${i}.mjml`, row('a'))
    const all = Array.from({length: 64}, (_, i) => include(`${i}.mjml`))
    expect(await made(put('a.mjml', body([...all, ...all].join('\n'))))).toContain('</html>')
    expect(await refused(body([...all, include('64.mjml')].join('\n')))).toEqual([
      'a.mjml:66:1  more than 64 files are included; put some of them together',
    ])
    // 2^16 of them, if nobody counted.
    for (let depth = 1; depth < 16; depth += 1) put(`d${depth}.mjml`, include(`d${depth + 1}.mjml`).repeat(2))
    put('d16.mjml', 'x'.repeat(100))
    expect(await refused(body(include('d1.mjml')))).toEqual([
      expect.stringMatching(/^d\d+\.mjml:1:\d+ {2}with this one the mail is bigger than 1,000 KB; a mail may not be$/),
    ])
  })

  it('when a file is no text', async () => {
    put('b.mjml', Buffer.from([0, 1, 2]))
    expect((await failure(made(put('a.mjml', body(include('b.mjml')))))).code).toBe('FILE_BINARY')
  })
})

describe('a template with mj-include', () => {
  const read = (path: string) => templateFiles('en', templateMarkup).read(path)

  it('may be a folder, whose files it includes', async () => {
    put('template.yaml', 'subject: a\n')
    put('body.mjml', body(include('parts/row.mjml')))
    put('parts/row.mjml', row('part'))
    expect((await read(folder)).html!.source).toContain('part')
  })

  it('takes its subject from the title that it includes', async () => {
    put('head.mjml', '<mj-title>News {{name}}</mj-title>')
    const path = put('a.mjml', body(row('a'), `<mj-head>${include('head.mjml')}</mj-head>`))
    const {subject, subjectAt} = await read(path)
    expect(subject).toBe('News {{name}}')
    expect(subjectAt).toMatchObject({file: path.replace('a.mjml', 'head.mjml'), line: 1, column: 11})
  })
})

describe.skipIf(!hasCorpora)('the .mjml files of the corpora', () => {
  const from = corpusPath('templates')
  const files = hasCorpora
    ? (readdirSync(from, {recursive: true}) as string[]).filter((file) => /\.mjml$/.test(file))
    : []

  it.each(files.filter((file) => basename(dirname(file)) !== 'partials'))('%s becomes HTML', async (file) => {
    const path = join(from, file)
    const html = await made(path)
    folder = dirname(path)
    expect(meaning(html)).toBe(meaning(await byMjml(path)))
  })
})
