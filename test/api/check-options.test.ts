/** Options of the API that cannot be used are refused by name, with what was expected; those that can are taken. */
import {describe, expect, it} from 'vitest'
import {LintError, lint} from '../../src/api/lint.ts'

const MAIL = {source: '<p>*|FNAME|* 株式会社サンプル</p>', filename: 'mail.html'}
const asked = (options: unknown) =>
  lint(options as Parameters<typeof lint>[0]).then(
    () => 'judged',
    (error: unknown) => (error instanceof LintError ? error : `no LintError: ${error}`),
  )

describe('lint of the API', () => {
  it.each([
    [undefined, 'OPTION_INVALID', 'the option options'],
    [{}, 'OPTION_INVALID', 'either paths, or source and filename'],
    [{paths: []}, 'OPTION_INVALID', 'at least one'],
    [{paths: 'mail.html'}, 'OPTION_INVALID', 'the option paths cannot be “mail.html”'],
    [{source: '<p>'}, 'OPTION_INVALID', 'filename'],
    [{source: '<p>', filename: 'mail.pdf'}, 'OPTION_INVALID', '.html, .txt, .mjml or .eml'],
    [{...MAIL, laws: ['xx']}, 'LAW_UNKNOWN', 'xx'],
    [{...MAIL, laws: 'jp'}, 'OPTION_INVALID', 'the option laws'],
    [{...MAIL, rules: {'jp/nothing': 'off'}}, 'RULE_UNKNOWN', 'jp/nothing'],
    [{...MAIL, rules: {'jp/postal-address': 'fatal'}}, 'OPTION_INVALID', 'off, info, warning, error'],
    [{...MAIL, system: 'mailchump'}, 'OPTION_INVALID', 'mailchimp, sendgrid'],
    [{...MAIL, format: 'sarif'}, 'OPTION_INVALID', 'the option format'],
    [{...MAIL, sender: {nmae: 'x'}}, 'OPTION_INVALID', 'sender.nmae'],
    [{...MAIL, sender: {name: 1}}, 'OPTION_INVALID', 'sender.name'],
    [{...MAIL, facts: {sellerType: 'shop'}}, 'OPTION_INVALID', 'b2c-distance, other'],
    [{...MAIL, mailClass: 'news'}, 'OPTION_INVALID', 'marketing, transactional'],
    [{...MAIL, columns: 'a,b'}, 'OPTION_INVALID', 'the option columns'],
    [{...MAIL, partial: 'yes'}, 'OPTION_INVALID', 'true or false'],
    [{...MAIL, day: '2026-02-30'}, 'OPTION_INVALID', '2026-11-30'],
    [{...MAIL, lang: 'fr'}, 'OPTION_INVALID', 'en, ja'],
  ])('refuses %j', async (options, code, words) => {
    const error = await asked(options)
    expect(error).toBeInstanceOf(LintError)
    const {message, next, ...more} = error as LintError
    expect([more.code, message]).toEqual([code, expect.stringContaining(words)])
    expect(next.join('')).not.toBe('')
  })

  it('says so in Japanese too, and never shows an address', async () => {
    const error = (await asked({...MAIL, lang: 'ja', columns: 'taro@example.jp'})) as LintError
    expect(error.message).toMatch(/オプション columns に「\*\*\*@\*\*\*」は使えません/)
  })

  it('takes the tags of the system that is named for known', async () => {
    const duties = async (system?: string) =>
      (await lint({...MAIL, ...(system && {system})})).templates[0]!.findings.map(({duty}) => duty)
    expect(await duties()).toContain('tpl/unresolved-tag')
    expect(await duties('mailchimp')).not.toContain('tpl/unresolved-tag')
  })
})
