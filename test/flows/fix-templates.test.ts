import {cpSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {cp932, put, tempFolder} from '../support/files.ts'
import {fixPaths} from '../support/fix.ts'

const folder = tempFolder('fix')
const DECLARED = {name: '株式会社サンプル', address: '〒150-0002 東京都渋谷区渋谷1-2-3', contact: '03-1234-5678'}
const kindsOf = ({fixed}: Awaited<ReturnType<typeof fixPaths>>) =>
  fixed.flatMap(({mends}) => mends.map(({kind, count}) => `${kind} ${count}`))

describe('mending templates', () => {
  it('says the language, goes over to https where the host is known for it, and adds the footer before the end', async () => {
    const file = put(
      folder,
      'mail.html',
      '<html>\r\n<body>\r\n<p>こんにちは。春のご案内です。</p>\r\n' +
        '<a href="http://shop.example.co.jp/a">新商品</a> <a href="http://other.example.co.jp/">外部</a>\r\n</body>\r\n</html>\r\n',
    )
    const answer = await fixPaths([file])
    expect(kindsOf(answer)).toEqual(['lang 1', 'https 1', 'footer 1'])
    expect(readFileSync(file, 'utf8')).toBe(
      '<html lang="ja">\r\n<body>\r\n<p>こんにちは。春のご案内です。</p>\r\n' +
        '<a href="https://shop.example.co.jp/a">新商品</a> <a href="http://other.example.co.jp/">外部</a>\r\n{{> footer}}\r\n</body>\r\n</html>\r\n',
    )
    expect(answer.report.errors).toBe(0)
    expect(kindsOf(await fixPaths([file]))).toEqual([])
  })

  it('makes the text part of a folder that has none, with the partial that it stands for', async () => {
    const path = join(folder, 'news')
    mkdirSync(path)
    put(path, 'template.yaml', 'subject: お知らせ\nlanguage: ja\n')
    put(path, 'body.html', '<html lang="ja"><body><h1>春の催し</h1><p>{{氏名}} 様</p></body></html>\n')
    const answer = await fixPaths([path])
    expect(answer.fixed.map(({file, isNew, mends}) => [file, isNew, mends.map(({kind}) => kind)])).toEqual([
      [join(path, 'body.html'), false, ['footer']],
      [join(path, 'body.txt'), true, ['text-part']],
    ])
    expect(readFileSync(join(path, 'body.txt'), 'utf8')).toBe('春の催し\n\n{{氏名}} 様\n\n{{> footer}}\n')
    expect([answer.report.errors, kindsOf(await fixPaths([path]))]).toEqual([0, []])
  })

  it('takes the sender from what is declared near the file, and tells languages of Latin letters and Chinese by their words', async () => {
    const words =
      'Thank you for your order. We have the new list of our products for you, and you can read it at any time.'
    const file = put(folder, 'near.html', `<html><body>\n<p>${words}</p>\n</body></html>\n`)
    const near = {
      sender: {...DECLARED, addressPage: ''},
      laws: ['jp'],
      lawsAreSaid: false,
      weights: new Map(),
      usualSystem: null,
    }
    const answer = await fixPaths([file], {sender: {name: '', address: '', contact: ''}, own: new Map([[file, near]])})
    expect(kindsOf(answer)).toEqual(['lang 1', 'footer 1'])
    expect(readFileSync(file, 'utf8')).toBe(`<html lang="en"><body>\n<p>${words}</p>\n{{> footer}}\n</body></html>\n`)
    const chinese = '感谢您的支持！这是我们为您准备的优惠。请点击链接阅读，如果您还没有订阅，现在就可以选择。'
    const other = put(folder, 'zh.html', `<html><p>${chinese}</p></html>\n`)
    await fixPaths([other], {sender: {name: '', address: '', contact: ''}})
    expect(readFileSync(other, 'utf8')).toBe(`<html lang="zh-Hans"><p>${chinese}</p></html>\n`)
  })

  it('changes nothing in a dry run and tells what would be left', async () => {
    const source = '<p>こんにちは</p>\n'
    const file = put(folder, 'dry.html', source)
    const {fixed, report} = await fixPaths([file], {isDry: true})
    expect(fixed[0]!.diff.slice(2)).toEqual(['@@ -1,1 +1,2 @@', ' <p>こんにちは</p>', '+{{> footer}}'])
    expect([readFileSync(file, 'utf8'), report.errors]).toEqual([source, 0])
  })

  it('keeps CP932 and leaves out what waivers set aside', async () => {
    const waivers = ['sender-name', 'optout-address', 'optout-notice', 'postal-address', 'complaint-contact']
    const comment = `<!-- todoke-disable ${waivers.map((id) => `jp/${id}`).join(', ')}: 別のページに記載 -->`
    const file = put(folder, 'waived.html', cp932(`<p>表示</p>${comment}\r\n`))
    expect(kindsOf(await fixPaths([file]))).toEqual([])
    const plain = put(folder, 'plain.html', cp932('<p>表示</p>\r\n'))
    expect(kindsOf(await fixPaths([plain]))).toEqual(['footer 1'])
    expect(readFileSync(plain)).toEqual(cp932('<p>表示</p>\r\n{{> footer}}\r\n'))
  })

  it.each([
    ['a sender that was not declared', '<p>こんにちは</p>', {sender: {...DECLARED, contact: ''}}],
    ['tags of another system', '<p>*|FNAME|* 様 こんにちは</p>', {}],
    ['a fragment', '<p>こんにちは</p>', {partial: true}],
    ['an end that nobody would see', '<p>こんにちは</p><!-- open', {}],
  ])('adds no footer where it would not be safe or not help: %s', async (what, source, more) => {
    const file = put(folder, `${what.replaceAll(' ', '-')}.html`, source)
    expect(kindsOf(await fixPaths([file], more))).toEqual([])
    expect(readFileSync(file, 'utf8')).toBe(source)
  })

  it.each([
    ['<html {{#ja}}lang="ja"{{/ja}}><p>こんにちは、ありがとうございます</p>'],
    ['<html lang=""><p>こんにちは、ありがとうございます</p>'],
    ['<html><p>Hello from 株式会社サンプル (ソリューション)</p>'],
    ['<a href="http://shop.example.co.jp:8080/a">x</a><a href="https://shop.example.co.jp/">y</a>'],
    ['<a href="http://{{host}}/a">x</a><a href="http://shop.example.co.jp.{{x}}/a">x</a>'],
  ])('touches neither a language that may be said nor an address that may be another: %s', async (source) => {
    const file = put(folder, 'doubt.html', source)
    expect(kindsOf(await fixPaths([file], {sender: {name: '', address: '', contact: ''}}))).toEqual([])
  })

  it('mends partials of a folder where links are concerned', async () => {
    const path = join(folder, 'parts')
    mkdirSync(join(path, 'partials'), {recursive: true})
    put(path, 'template.yaml', 'subject: お知らせ\nlanguage: ja\n')
    put(
      path,
      'body.html',
      '<html lang="ja"><body><a href="https://shop.example.co.jp/">店</a>{{> foot}}{{> footer}}</body></html>\n',
    )
    put(path, 'body.txt', 'https://shop.example.co.jp/\n\n{{> foot}}\n\n{{> footer}}\n')
    put(join(path, 'partials'), 'foot.html', '<p><a href="http://shop.example.co.jp/b">b</a></p>\n')
    put(join(path, 'partials'), 'foot.txt', 'http://shop.example.co.jp/b\n')
    const answer = await fixPaths([path])
    expect(answer.fixed.map(({file}) => file)).toEqual([
      join(path, 'partials', 'foot.html'),
      join(path, 'partials', 'foot.txt'),
    ])
    expect(readFileSync(join(path, 'partials', 'foot.html'), 'utf8')).toContain('"https://shop.example.co.jp/b"')
    expect(readFileSync(join(path, 'partials', 'foot.txt'), 'utf8')).toBe('https://shop.example.co.jp/b\n')
    expect(kindsOf(await fixPaths([path]))).toEqual([])
  })

  it('mends language and links of MJML in its own file, and says what it leaves', async () => {
    const words =
      'Thank you for your order. We have the new list of our products for you, and you can read it at any time.'
    const path = join(folder, 'mjml')
    mkdirSync(path)
    put(path, '_more.mjml', '<mj-text><a href="http://shop.example.co.jp/included">c</a></mj-text>\n')
    const source = (lang: string, tls: string) =>
      `<!-- ours -->\r\n<mjml${lang}>\r\n<mj-body><mj-section><mj-column>\r\n<mj-text>${words} <a href="https://shop.example.co.jp/">a</a></mj-text>\r\n<mj-button href="http${tls}://shop.example.co.jp/b">{{name}}</mj-button>\r\n<mj-include path="./_more.mjml" />\r\n</mj-column></mj-section></mj-body></mjml>\r\n`
    const file = put(path, 'mail.mjml', source('', ''))
    const answer = await fixPaths([file])
    expect(kindsOf(answer)).toEqual(['lang 1', 'https 1'])
    expect(answer.left).toEqual([
      {file, why: 'mjml-include', count: 1},
      {file, why: 'mjml-footer', count: expect.any(Number)},
    ])
    expect(readFileSync(file, 'utf8')).toBe(source(' lang="en"', 's'))
    expect(kindsOf(await fixPaths([file]))).toEqual([])
  })

  it('reads the same file once, also one named as a folder and by itself', async () => {
    const path = join(folder, 'twice')
    cpSync(fileURLToPath(new URL('../../fixtures/templates/opt-out-in-html-only', import.meta.url)), path, {
      recursive: true,
    })
    const answer = await fixPaths([path, path, join(path, 'body.html')])
    expect(answer.fixed.map(({file}) => file)).toEqual([join(path, 'body.txt')])
    expect(answer.report.errors).toBe(0)
  })
})
