/** Findings about MJML stand where it was written: word for word where that is so, else at the element. */
import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {compileMjml} from '../../../src/adapters/html/mjml-to-html.ts'
import {corpusPath, hasCorpora} from '../../support/corpora.ts'
import {put, tempFolder} from '../../support/files.ts'
import {lintPaths} from '../../support/lint.ts'

const SOURCE = `<mjml>
  <mj-head><mj-title>News {{name}}</mj-title></mj-head>
  <mj-body>
    <mj-section background-url="https://shop.example.co.jp/back.png">
      <mj-column>
        <mj-text>
          Hello {{! a note }} <b>friend</b>
          &amp; {{name}}
        </mj-text>
        <mj-image alt="Bags" src="https://shop.example.co.jp/bags.png" href="https://shop.example.co.jp/" />
        <mj-button href="{{unsubscribe_url}}">Unsubscribe</mj-button>
        <mj-raw><p>raw words</p></mj-raw>
        <mj-table><tr><td>cell words</td></tr></mj-table>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`

async function compiled(source = SOURCE) {
  const faults: string[] = []
  const made = await compileMjml({file: 'a.mjml', source}, (_at, key) => faults.push(key))
  expect(faults).toEqual([])
  return made!
}

/** Line and column of the words in a text, from 1. */
function placeIn(source: string, words: string): string {
  const lines = source.slice(0, source.indexOf(words)).split('\n')
  return `${lines.length}:${lines.at(-1)!.length + 1}`
}

describe('a place in the HTML of MJML', () => {
  it.each([
    'Hello ',
    '<b>friend',
    'friend</b>',
    '&amp; {{name}}',
    '{{name}}\n        </mj-text>',
    'Unsubscribe',
    'raw words',
    '<td>cell words',
    'https://shop.example.co.jp/bags.png',
    'src="https://shop.example.co.jp/bags.png',
    'href="{{unsubscribe_url}}',
    '{{unsubscribe_url}}',
    'Bags"',
  ])('that holds %j is where that was written', async (words) => {
    const {source, placeOf} = await compiled()
    const inHtml = words.replace(/\n\s*<\/mj-text>/, '')
    const {line, column, file} = placeOf(source.lastIndexOf(inHtml))
    expect([file, `${line}:${column}`]).toEqual(['a.mjml', placeIn(SOURCE, words)])
  })

  it('of a tag that mjml made is that of the element it was made for; the end is the end', async () => {
    const {source, placeOf} = await compiled()
    const at = (offset: number) => `${placeOf(offset).line}:${placeOf(offset).column}`
    expect(at(source.indexOf('<img'))).toBe(placeIn(SOURCE, '<mj-image'))
    expect(at(source.indexOf('<a'))).toBe(placeIn(SOURCE, '<mj-image'))
    expect(at(source.length)).toBe(placeIn(SOURCE, '</mjml>'))
    expect(at(source.lastIndexOf('</html>'))).toBe(placeIn(SOURCE, '</mjml>'))
  })

  it('leaves no mark in the HTML, even where the words for marks are taken', async () => {
    const {source} = await compiled(SOURCE.replace('Hello', 'mark1z mark markx2z'))
    expect(source.match(/mark\w*/g)).toEqual(['mark1z', 'mark', 'markx2z'])
  })
})

describe('lint of MJML', () => {
  const folder = tempFolder('mjml-places')
  mkdirSync(folder, {recursive: true})
  const lint = async (name: string, source: string) =>
    (await lintPaths([put(folder, name, source)])).templates[0]!.findings

  it('tells findings at the lines of the file', async () => {
    const findings = await lint('a.mjml', SOURCE.replace('{{unsubscribe_url}}', '#'))
    const dead = findings.find(({key}) => key === 'opt-out-href.dead')!
    expect(dead.where).toMatchObject({file: join(folder, 'a.mjml'), line: 11, column: 20})
    expect(dead.excerpt!.text.slice(dead.excerpt!.at)).toMatch(/^href="#"/)
  })

  it.each(['<!-- todoke-disable jp/sender-name: on the page -->', '{{! todoke-disable jp/sender-name: on the page }}'])(
    'hears the waiver %s wherever it stands',
    async (waiver) => {
      for (const before of ['<mj-body>', '<mj-column>', '<mj-head>', 'Hello']) {
        const findings = await lint(
          'b.mjml',
          SOURCE.replace(before, before === 'Hello' ? waiver : `${before}${waiver}`),
        )
        expect(findings.find(({duty}) => duty === 'jp/sender-name')).toMatchObject({waived: 'on the page'})
      }
    },
  )

  it('tells an unused waiver where it stands', async () => {
    const findings = await lint('c.mjml', SOURCE.replace('<mj-body>', '<mj-body>{{! todoke-disable jp/nothing: x }}'))
    expect(findings.find(({duty}) => duty === 'tpl/waiver')!.where).toMatchObject({line: 3, column: 31})
  })
})

describe.skipIf(!hasCorpora)('the .mjml files of the corpora', () => {
  const from = corpusPath('templates/colorlib-mjml')
  const files = hasCorpora
    ? readdirSync(from, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.mjml'))
    : []

  it('become what mjml makes of them without marks', async () => {
    const {default: mjml} = await import('mjml')
    expect(files.length).toBeGreaterThan(3)
    for (const name of files) {
      const source = readFileSync(join(from, name), 'utf8')
      if (source.includes('mj-include') || source.includes('{{') || !/<mj-body/.test(source)) continue
      const plain = await mjml(source, {validationLevel: 'soft', fonts: {}, ignoreIncludes: true})
      const made = await compileMjml({file: name, source}, () => {})
      if (made !== null) expect([name, made.source === plain.html]).toEqual([name, true])
    }
  })
})

describe('what <html> says of the language', () => {
  it.each([
    ['<!-- a -->\n<mjml\n  lang="jp">', '3:3', 'tpl/document-language'],
    ['<!-- a -->\n<mjml>', '2:1', 'tpl/document-language'],
  ])('stands at the first element: %j', async (head, place, duty) => {
    const words = 'Thank you for shopping with us again and again. '.repeat(4)
    const source = `${head}<mj-body><mj-section><mj-column><mj-text>${words}</mj-text></mj-column></mj-section></mj-body></mjml>`
    const {templates} = await lintPaths([put(tempFolder('mjml-language'), 'a.mjml', source)])
    const places = templates[0]!.findings.flatMap(({duty: each, where}) =>
      each === duty && where.kind === 'template' ? [`${where.line}:${where.column}`] : [],
    )
    expect(places).toEqual([place])
  })
})
