/** Folders with all that belongs to a mail: partials, pictures, attachments, MJML; on real files. */
import {createHash} from 'node:crypto'
import {mkdir, mkdtemp, symlink, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {templateFiles} from '../../../src/adapters/files/template-files.ts'
import {templateMarkup} from '../../../src/adapters/html/template-markup.ts'
import {AppError} from '../../../src/errors.ts'
import type {Lang} from '../../../src/i18n/text.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const GIF = Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'todoke-folder-')), 'news')
  await put('template.yaml', 'subject: a\n')
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, content)
  return path
}

const read = (path = folder, lang: Lang = 'en') => templateFiles(lang, templateMarkup).read(path)

/** Lines of details, without the folder before each. */
async function refused(path = folder, lang: Lang = 'en'): Promise<readonly string[]> {
  const error = await read(path, lang).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe('TEMPLATE_INVALID')
  return (error as AppError).details.map((line) => line.replace(`${folder}/`, '').replace(folder, '.'))
}

describe('partials', () => {
  it('are read by name and part, in any script and in folders', async () => {
    await put('body.html', '<p>a</p>')
    await put('partials/footer.html', '<p>f</p>')
    await put('partials/footer.txt', 'f')
    await put('partials/季節/春_1.0.html', '<p>春</p>')
    await put('partials/empty.txt', '')
    await put('partials/.DS_Store', 'x')
    await put('partials/README.md', 'x')
    const {partials} = await read()
    expect([...partials.html].map(([name, {source}]) => [name, source])).toEqual([
      ['footer', '<p>f</p>'],
      ['季節/春_1.0', '<p>春</p>'],
    ])
    expect([...partials.text.keys()]).toEqual(['empty', 'footer'])
    expect(partials.text.get('footer')!.file).toBe(join(folder, 'partials', 'footer.txt'))
  })

  it('with decomposed names are known by the composed name', async () => {
    await put('body.txt', 'a')
    await put('partials/ガ.txt'.normalize('NFD'), 'x')
    expect([...(await read()).partials.text.keys()]).toEqual(['ガ'.normalize('NFC')])
  })

  it('that lead out, are too big or badly named are refused, all at once', async () => {
    await put('body.html', '<p>a</p>')
    await put('../secret.html', 'secret')
    await mkdir(join(folder, 'partials'))
    await symlink('../../secret.html', join(folder, 'partials', 'out.html'))
    await put('partials/a b.html', 'x')
    await put('partials/big.txt', 'x'.repeat(1_000_001))
    expect(await refused()).toEqual([
      'partials/a b.html  letters, digits, - _ and . may stand in the name of a partial',
      'partials/big.txt  “partials/big.txt” is bigger than 1 MB',
      expect.stringMatching(/^partials\/out\.html {2}“partials\/out\.html” is a link that leads out/),
    ])
    expect((await refused(folder, 'ja')).join()).toContain('外へのリンク')
  })

  it('may be 64, counted by name', async () => {
    await put('body.txt', 'a')
    for (let i = 0; i < 64; i += 1) {
      await put(`partials/p${i}.html`, 'x')
      await put(`partials/p${i}.txt`, 'x')
    }
    expect((await read()).partials.html.size).toBe(64)
    await put('partials/one-more.txt', 'x')
    expect(await refused()).toEqual(['partials  more than 64 partials'])
  })
})

describe('pictures', () => {
  it('of body and partials become parts, the same content once, with each place that names it', async () => {
    await put('images/logo.png', PNG)
    await put('images/copy of logo.png', PNG)
    await put('images/dot.gif', GIF)
    const body = `<img src="images/logo.png"><td background='./images/dot.gif?v=2'><img src="images/copy%20of%20logo.png">`
    await put('body.html', body)
    const partial = '<tr><td background="images/dot.gif">{{> x}}'
    await put('partials/head.html', partial)
    const {images, partials} = await read()
    const html = join(folder, 'body.html')
    const cid = (content: Uint8Array) => `${createHash('sha256').update(content).digest('hex').slice(0, 24)}@inline`
    expect(images.map(({cid: id, file}) => [id, file.name, file.type, Buffer.from(file.content)])).toEqual([
      [cid(PNG), 'logo.png', 'image/png', PNG],
      [cid(GIF), 'dot.gif', 'image/gif', GIF],
    ])
    const named = images.map(({uses}) =>
      uses.map(({file, start, end}) => (file === html ? body : partials.html.get('head')!.source).slice(start, end)),
    )
    expect(named).toEqual([
      ['images/logo.png', 'images/copy%20of%20logo.png'],
      ['./images/dot.gif?v=2', 'images/dot.gif'],
    ])
    expect(images[1]!.uses.map(({file}) => file)).toEqual([html, join(folder, 'partials', 'head.html')])
  })

  it('of a single file lie beside it', async () => {
    await put('images/logo.png', PNG)
    const path = await put('mail.html', '<title>a</title><img src="images/logo.png">')
    expect((await read(path)).images).toMatchObject([
      {file: {name: 'logo.png'}, uses: [{file: path, start: 26, end: 41}]},
    ])
    const other = await put('images/mail.html', '<img src="../images/logo.png">')
    expect((await refused(other))[0]).toContain('images/mail.html:1:11  “../images/logo.png” leads out')
  })

  it('that cannot travel are refused, each at its place', async () => {
    await put('../secret.png', PNG)
    await symlink('../secret.png', join(folder, 'link.png'))
    await put('logo.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')
    await put('words.png', 'no picture')
    await put('empty.png', '')
    await truncate(await put('huge.png', PNG), 50_000_000)
    const sources = [
      'src="../secret.png"',
      'src="%2e%2e/secret.png"',
      'src="/etc/passwd"',
      'src="link.png"',
      'src="logo.svg"',
      'src="words.png"',
      'src="empty.png"',
      'src="huge.png"',
      'src="none.png"',
      'src=images/a.png',
      'src="images/{{name}}.png"',
      'src="images\\a.png"',
    ]
    await put('body.html', sources.map((source) => `<img ${source}>`).join('\n'))
    const lines = await refused()
    expect(lines.map((line) => line.replace(/^body\.html:(\d+):\d+ {2}“.*?”:? (.{1,20}).*$/, '$1 $2'))).toEqual([
      '1 leads out of the tem',
      '2 leads out of the tem',
      '3 is a place on this m',
      '4 is a link that leads',
      '5 is SVG, which most m',
      '6 is no picture that m',
      '7 is empty',
      '8 is bigger than 10 MB',
      '9 is not in the templa',
      '10 put the path in quot',
      '11 a tag cannot choose ',
      '12 write / between fold',
    ])
  })
})

describe('attachments', () => {
  it('keep their name or get one, with their media type', async () => {
    await put('body.txt', 'a')
    await put('files/価格表.pdf', '%PDF')
    await put('files/data', 'x')
    await put('files/list.xlsx', 'PK')
    await put(
      'template.yaml',
      'subject: a\nattachments:\n  - files/価格表.pdf\n  - files/data\n  - {file: files/list.xlsx, name: 一覧.xlsx}\n',
    )
    expect((await read()).attachments.map(({name, type}) => [name, type])).toEqual([
      ['価格表.pdf', 'application/pdf'],
      ['data', 'application/octet-stream'],
      ['一覧.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ])
  })

  it('that are not there or lead out are refused at their line', async () => {
    await put('body.txt', 'a')
    await put('template.yaml', 'subject: a\nattachments:\n  - none.pdf\n  - {name: a.txt, file: /etc/passwd}\n')
    expect((await refused()).map((line) => line.slice(0, 50))).toEqual([
      'template.yaml:3:5  “none.pdf” is not in the templa',
      'template.yaml:4:25  “/etc/passwd” is a place on th',
    ])
  })

  it('and pictures may weigh 10 MB together, not more', async () => {
    await put('a.png', PNG)
    await put('body.html', '<img src="a.png"><img src="a.png">')
    await put('template.yaml', 'subject: a\nattachments: [big.bin]\n')
    await truncate(await put('big.bin', 'x'), 10_000_000 - PNG.length)
    expect((await read()).attachments[0]!.content.length).toBe(10_000_000 - PNG.length)
    await truncate(join(folder, 'big.bin'), 10_000_001 - PNG.length)
    expect(await refused()).toEqual([
      expect.stringMatching(/^\. {2}pictures and attachments together are bigger than 10 MB/),
    ])
  })
})

describe('a folder', () => {
  it('tells the mistakes of its settings, partials, pictures and attachments all at once', async () => {
    await put('template.yaml', 'subjekt: a\nattachments: [none.pdf]\n')
    await put('body.html', '<img src="none.png">')
    await put('partials/a b.html', 'x')
    expect((await refused()).map((line) => line.split('  ')[0])).toEqual([
      'template.yaml:1:1',
      'template.yaml:1:1',
      'partials/a b.html',
      'body.html:1:11',
      'template.yaml:2:15',
    ])
  })
})

describe('a body', () => {
  it('that is a link out of the folder is refused', async () => {
    await put('../secret.txt', 'secret')
    await symlink('../secret.txt', join(folder, 'body.txt'))
    expect(await refused()).toEqual([expect.stringContaining('“body.txt” is a link that leads out')])
  })

  it('may be MJML, whose pictures are found in what it becomes', async () => {
    await put('logo.png', PNG)
    await put(
      'body.mjml',
      '<mjml><mj-body><mj-section><mj-column><mj-image src="logo.png" alt="L"/><mj-text>{{氏名|"客" & 様}}</mj-text></mj-column></mj-section></mj-body></mjml>',
    )
    const {html, images} = await read()
    expect(html!.file).toBe(join(folder, 'body.mjml'))
    expect(html!.source).toContain('{{氏名|"客" & 様}}')
    const [use] = images[0]!.uses
    expect([use!.file, html!.source.slice(use!.start, use!.end)]).toEqual([html!.file, 'logo.png'])
  })

  it('in HTML and MJML together is refused', async () => {
    await put('body.mjml', '<mjml></mjml>')
    await put('body.html', '<p>a</p>')
    expect(await refused()).toEqual([expect.stringContaining('.  has both body.html and body.mjml')])
  })

  it('says the language of template.yaml in its HTML, else that of its words', async () => {
    const body = (words: string) =>
      `<mjml><mj-body><mj-section><mj-column><mj-text>${words}</mj-text></mj-column></mj-section></mj-body></mjml>`
    await put('template.yaml', 'subject: s\nlanguages: [ko, en]\n')
    await put('body.mjml', body('x'))
    expect((await read()).html!.source).toContain('<html lang="ko"')
    await put('template.yaml', 'subject: s\n')
    await put('body.mjml', body('お知らせ'))
    expect((await read()).html!.source).toContain('<html lang="ja"')
  })

  it('in a single .mjml file has the title of its head as subject', async () => {
    const path = await put(
      'mail.mjml',
      '<mjml><mj-head>\n<mj-title>A &amp; B</mj-title></mj-head><mj-body><mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>',
    )
    expect(await read(path)).toMatchObject({
      name: 'mail',
      subject: 'A & B',
      subjectAt: {file: path, line: 2, column: 11},
      text: null,
    })
  })
})
