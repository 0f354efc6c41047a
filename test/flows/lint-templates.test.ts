/** The fixtures of rulebook H.1, 1 to 5, and what else a mail can get wrong, through the whole flow. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {templateFiles} from '../../src/adapters/files/template-files.ts'
import {templateMarkup} from '../../src/adapters/html/template-markup.ts'
import {viewHtml} from '../../src/adapters/html/view-html.ts'
import type {SenderFacts} from '../../src/core/lint/template-view.ts'
import {type OfferedNames, offeredColumns} from '../../src/core/templates/offered-names.ts'
import {lintTemplates} from '../../src/flows/lint-templates.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'

const needs = {templates: templateFiles('en', templateMarkup('en')), views: {html: viewHtml}}
const declared: SenderFacts = {name: '株式会社サンプル', address: '', contact: ''}

async function lint(
  name: string,
  more: {sender?: SenderFacts; laws?: readonly string[]; knownNames?: OfferedNames} = {},
) {
  const {sender = declared, laws = ['jp'], knownNames = null} = more
  const paths = [join('fixtures/templates', name)]
  return lintTemplates({paths, laws: lawsOf(laws), sender, knownNames, day: '2026-11-23'}, needs)
}

async function findings(...ask: Parameters<typeof lint>) {
  const result = await lint(...ask)
  return result.templates[0]!.findings.map(({duty, severity, where}) => {
    const part = where.kind === 'template' ? `${where.part} ${where.line}` : where.kind
    return `${severity} ${duty} ${part}`
  })
}

describe('linting templates', () => {
  it.each([
    ['complete', []],
    ['complete.txt', []],
    ['cp932.txt', []],
    ['name-in-alt', ['error jp/labels-as-text html 7', 'error jp/sender-name html 13']],
    ['opt-out-in-html-only', ['error jp/optout-address text 10', 'error jp/optout-notice text 10']],
    ['notice-far-away', ['warning jp/optout-notice-adjacent html 69']],
    ['address-on-linked-page.html', ['error jp/postal-address html 13']],
    [
      'many-mistakes.html',
      [
        'error tpl/syntax html 3',
        'error tpl/unresolved-tag html 5',
        'error tpl/hidden-label html 7',
        'error jp/labels-as-text html 8',
        'error tpl/unsub-href-bad html 9',
        'error jp/sender-name html 12',
        'error jp/postal-address html 12',
        'error jp/complaint-contact html 12',
      ],
    ],
  ])('finds in %s just what is wrong', async (name, expected) => {
    const found = await findings(name)
    expect(found.map((line) => line.replace('subject', 'html'))).toEqual(expected)
  })

  it('takes a declared page in place of the postal address', async () => {
    const sender = {...declared, addressPage: 'https://shop.example.co.jp/company/'}
    expect(await findings('address-on-linked-page.html', {sender})).toEqual([])
  })

  it('wants the address in the mail itself under the law of the United States', async () => {
    const sender = {...declared, addressPage: 'https://shop.example.co.jp/company/'}
    expect(await findings('address-on-linked-page.html', {sender, laws: ['us']})).toEqual([
      'error us/postal-address html 13',
    ])
  })

  it('passes an English mail under both laws', async () => {
    const sender = {name: 'Sample Corporation', address: '', contact: ''}
    expect(await findings('english-complete.html', {sender, laws: ['jp', 'us']})).toEqual([])
  })

  it('says what it cannot assess when nobody has declared the sender', async () => {
    const result = await lint('complete', {sender: {name: '', address: '', contact: ''}})
    expect([result.errors, result.warnings, result.notAssessed]).toEqual([0, 0, 1])
    expect(result.templates[0]!.findings[0]).toMatchObject({
      duty: 'jp/sender-name',
      severity: 'info',
      key: 'lint.not-assessed',
    })
  })

  it('judges names of tags only when the list is known', async () => {
    expect(await findings('complete', {knownNames: offeredColumns(['氏名'])})).toEqual([])
    expect(await findings('complete', {knownNames: offeredColumns(['name'])})).toEqual([
      'error tpl/unresolved-tag html 5',
      'error tpl/unresolved-tag text 1',
    ])
  })

  it('counts over all files', async () => {
    const paths = ['complete', 'notice-far-away', 'opt-out-in-html-only'].map((name) =>
      join('fixtures/templates', name),
    )
    const result = await lintTemplates(
      {paths, laws: lawsOf(['jp']), sender: declared, knownNames: null, day: '2026-11-23'},
      needs,
    )
    expect([result.templates.length, result.errors, result.warnings, result.laws]).toEqual([3, 2, 1, ['jp']])
  })

  it('knows no duty of 2008 on a day before it', async () => {
    const paths = ['fixtures/templates/opt-out-in-html-only']
    const ask = {paths, laws: lawsOf(['jp']), sender: declared, knownNames: null, day: '2008-11-30'} as const
    expect((await lintTemplates(ask, needs)).errors).toBe(0)
  })
})
