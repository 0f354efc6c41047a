/** The fixtures of rulebook H.1, 1 to 5, and what else a mail can get wrong, through the whole flow. */
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readBaseline} from '../../src/core/lint/baseline.ts'
import type {SenderFacts} from '../../src/core/lint/template-view.ts'
import {type OfferedNames, offeredColumns} from '../../src/core/templates/offered-names.ts'
import {lintBaselineOf} from '../../src/flows/lint-templates.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'
import {put, tempFolder} from '../support/files.ts'
import {lintPaths} from '../support/lint.ts'

const declared: SenderFacts = {name: '株式会社サンプル', address: '', contact: ''}

async function lint(
  name: string,
  more: {sender?: SenderFacts; laws?: readonly string[]; knownNames?: OfferedNames} = {},
) {
  const {sender = declared, laws = ['jp'], knownNames = null} = more
  const paths = [join('fixtures/templates', name)]
  return lintPaths(paths, {laws: lawsOf(laws), sender, knownNames})
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
    ['name-in-alt', ['error jp/labels-as-text html 7', 'error jp/sender-name html 12']],
    ['opt-out-in-html-only', ['error jp/optout-address text 9', 'error jp/optout-notice text 9']],
    ['notice-far-away', ['warning jp/optout-notice-adjacent html 69']],
    ['address-on-linked-page.html', ['error jp/postal-address html 12']],
    [
      'many-mistakes.html',
      [
        'error tpl/syntax html 3',
        'error tpl/unresolved-tag html 5',
        'error tpl/hidden-label html 7',
        'error jp/labels-as-text html 8',
        'error tpl/unsub-href-bad html 9',
        'error jp/sender-name html 11',
        'error jp/postal-address html 11',
        'error jp/complaint-contact html 11',
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
      'error us/postal-address html 12',
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
    const result = await lintPaths(paths)
    expect([result.templates.length, result.errors, result.warnings, result.laws]).toEqual([3, 2, 1, ['jp']])
  })

  it('knows no duty of 2008 on a day before it', async () => {
    const paths = ['fixtures/templates/opt-out-in-html-only']
    expect((await lintPaths(paths, {day: '2008-11-30'})).errors).toBe(0)
  })

  const folder = tempFolder('lint')
  const bare = (waiver: string) => put(folder, 'mail.html', `${waiver}<title>x</title><p>Hello</p>\n`)

  it('sets findings aside that a comment waives with a reason, and prints the reason', async () => {
    const before = await lintPaths([bare('')])
    expect([before.errors, before.waived]).toEqual([5, 0])
    const waiver = '<!-- todoke-disable jp/sender-name, jp/optout-address: on the linked page -->'
    const {errors, waived, templates} = await lintPaths([bare(waiver)])
    expect([errors, waived]).toEqual([3, 2])
    const reasons = templates[0]!.findings.map(({duty, waived: reason}) => `${duty} ${reason ?? '-'}`)
    expect(reasons).toEqual([
      'jp/sender-name on the linked page',
      'jp/optout-address on the linked page',
      'jp/optout-notice -',
      'jp/postal-address -',
      'jp/complaint-contact -',
    ])
  })

  it('says of waivers that give no reason, name nothing known, or are not used', async () => {
    const told = async (waiver: string) =>
      (await lintPaths([bare(waiver)])).templates[0]!.findings.filter(({duty}) => duty === 'tpl/waiver').map(
        ({key, values, where}) => [key, values.near ?? '', where.kind === 'template' ? where.column : 0],
      )
    expect(await told('<!-- todoke-disable jp/sender-name -->')).toEqual([['waivers.no-reason', '', 21]])
    expect(await told('<!-- todoke-disable jp/sendername: x -->')).toEqual([['waivers.misspelt', 'jp/sender-name', 21]])
    expect(await told('<!-- todoke-disable tpl/syntax: x -->')).toEqual([['waivers.unused', '', 21]])
    // Of a law that was not asked for nobody can say that it finds nothing.
    expect(await told('<!-- todoke-disable kr/consent: x -->{{! todoke-disable jp/sender-name: y }}')).toEqual([])
  })

  it('reads waivers with a full-width colon, in text as template comments alone, and none of waivers themselves', async () => {
    const waived = async (name: string, source: string) => (await lintPaths([put(folder, name, source)])).waived
    expect(await waived('a.html', '<!-- todoke-disable jp/sender-name：リンク先に記載 --><p>x</p>\n')).toBe(1)
    expect(await waived('a.txt', '{{! todoke-disable jp/sender-name: x }}\nHello\n')).toBe(1)
    expect(await waived('a.txt', '<!-- todoke-disable jp/sender-name: x -->\nHello\n')).toBe(0)
    const own = '<!-- todoke-disable tpl/waiver: x --><!-- todoke-disable jp/sender-name --><p>x</p>\n'
    expect(await waived('a.html', own)).toBe(0)
  })

  // With every opener looked through to the end, this would take hours.
  it('ends with megabytes of comments that never close', async () => {
    const source = `<p>todoke-disable</p>${'<!--'.repeat(200_000)}`
    expect((await lintPaths([put(folder, 'open.html', source)])).waived).toBe(0)
  }, 60_000)

  it('takes a folder for a whole mail, whatever its name', async () => {
    mkdirSync(join(folder, '_news'))
    put(folder, '_news/template.yaml', 'subject: Hello\n')
    put(folder, '_news/body.html', '<p>Hello</p>\n')
    expect((await lintPaths([join(folder, '_news')])).errors).toBe(5)
  })

  it('asks nothing of a fragment that only a whole mail has', async () => {
    const whole = await lintPaths([put(folder, 'part.html', '<p>Hello</p>\n')])
    expect(whole.errors).toBe(5)
    expect((await lintPaths([put(folder, 'part.html', '<p>Hello</p>\n')], {partial: true})).errors).toBe(0)
    const named = put(folder, '_part.html', '<p>{{#a}}</p><a href="#">Unsubscribe</a>\n')
    const found = (await lintPaths([named])).templates[0]!.findings.map(({duty}) => duty)
    expect(found).toEqual(['tpl/syntax', 'tpl/unsub-href-bad'])
  })

  it('knows what the baseline holds, as often as it holds it', async () => {
    const link = '<a href="#">Unsubscribe</a>'
    const first = await lintPaths([bare(link)])
    const baseline = readBaseline(lintBaselineOf(first))!
    const again = await lintPaths([bare(link)], {baseline})
    expect([again.errors, again.warnings, again.known]).toEqual([0, 0, first.templates[0]!.findings.length])
    const more = await lintPaths([bare(link + link)], {baseline})
    expect([more.errors, more.templates[0]!.findings.filter(({isKnown}) => !isKnown)[0]?.duty]).toEqual([
      1,
      'tpl/unsub-href-bad',
    ])
  })

  it('weighs duties as it is told', async () => {
    const weights = new Map([
      ['jp/sender-name', 'warning'],
      ['jp/optout-notice', 'off'],
    ] as const)
    const {errors, warnings} = await lintPaths([bare('')], {weights})
    expect([errors, warnings]).toEqual([3, 1])
  })
})
