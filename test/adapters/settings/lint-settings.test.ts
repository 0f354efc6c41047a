/** todoke.lint.yaml: where it is found, what it may say, and how its mistakes are told. */
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {findLintSettings} from '../../../src/adapters/settings/find-lint-settings.ts'
import {checkLintSettings} from '../../../src/adapters/settings/lint-settings.ts'
import {problemLine} from '../../../src/adapters/settings/problem.ts'
import type {Lang} from '../../../src/i18n/text.ts'
import {put, tempFolder} from '../../support/files.ts'

const folder = tempFolder('lint-settings')

function check(source: string, lang: Lang = 'en') {
  const duties = new Set(['jp/postal-address', 'jp/labels-visible'])
  return checkLintSettings(Buffer.from(source), {lang, laws: ['jp', 'us'], duties})
}
const mistakes = (source: string, lang: Lang = 'en') =>
  check(source, lang).problems.map((problem) => problemLine(problem, 'todoke.lint.yaml', lang))

describe('todoke.lint.yaml', () => {
  it('says who sends, by which laws and weights, and what is left aside', () => {
    const source = `sender: {name: 株式会社サンプル, address: 東京都渋谷区渋谷1-2-3, contact: 03-1234-5678, addressPage: https://shop.example.co.jp/}
laws: [jp, us]
rules:
  jp/labels-visible: off
ignore: [drafts/**, "*.old.html"]
system: mailchimp
strict: true
maxWarnings: 3
`
    expect(check(source).settings).toEqual({
      sender: {
        name: '株式会社サンプル',
        address: '東京都渋谷区渋谷1-2-3',
        contact: '03-1234-5678',
        addressPage: 'https://shop.example.co.jp/',
      },
      laws: ['jp', 'us'],
      weights: new Map([['jp/labels-visible', 'off']]),
      ignore: ['drafts/**', '*.old.html'],
      system: 'mailchimp',
      strict: true,
      maxWarnings: 3,
    })
  })

  it.each(['', '# nothing yet\n', 'laws:\n'])('may say nothing: %j', (source) => {
    expect(check(source)).toMatchObject({settings: {sender: {}, laws: null, strict: null}, problems: []})
  })

  it.each([
    ['laws: [japan]', 'todoke.lint.yaml:1:8  laws[0]: expected a law that this version knows (jp, us), found "japan"'],
    ['lawes: [jp]', 'todoke.lint.yaml:1:1  lawes: is not a key that is known here; did you mean laws?'],
    [
      'rules:\n  jp/postal-adress: off',
      'todoke.lint.yaml:2:3  rules.jp/postal-adress: is not a key that is known here; did you mean jp/postal-address?',
    ],
    ['rules: {x/y: error}', 'todoke.lint.yaml:1:9  rules.x/y: no duty has this id; `todoke rules` lists them'],
    [
      'rules: {jp/postal-address: loud}',
      'todoke.lint.yaml:1:28  rules.jp/postal-address: expected off, info, warning or error, found "loud"',
    ],
    ['maxWarnings: many', 'todoke.lint.yaml:1:14  maxWarnings: expected a whole number, 0 or more, found "many"'],
    [
      'ignore: drafts',
      'todoke.lint.yaml:1:9  ignore: expected a list of patterns such as [drafts/**, "*.old.html"], found "drafts"',
    ],
    ['- a', 'todoke.lint.yaml:1:1  expected keys with values, indented below it, found a list'],
  ])('with %j is refused at its place', (source, line) => {
    expect(mistakes(source)).toEqual([line])
  })

  it('tells mistakes in Japanese too', () => {
    expect(mistakes('rules: {x/y: error}', 'ja')).toEqual([expect.stringContaining('この ID の義務はありません')])
  })

  it('is looked for from the template upwards, as far as the repository reaches', async () => {
    put(folder, 'todoke.lint.yaml', '')
    put(folder, 'repo/mails/a.html', '<p>a</p>')
    mkdirSync(join(folder, 'repo', '.git'), {recursive: true})
    expect(await findLintSettings(join(folder, 'other', 'a.html'))).toBe(join(folder, 'todoke.lint.yaml'))
    expect(await findLintSettings(join(folder, 'repo', 'mails', 'a.html'))).toBeNull()
    const own = put(folder, 'repo/todoke.lint.yaml', '')
    expect(await findLintSettings(join(folder, 'repo', 'mails', 'a.html'))).toBe(own)
  })
})
