import {describe, expect, it} from 'vitest'
import {startProblems} from '../../../src/adapters/files/template-problems.ts'
import {readTemplateSettings} from '../../../src/adapters/files/template-settings.ts'
import type {AppError} from '../../../src/errors.ts'
import type {Lang} from '../../../src/i18n/text.ts'

const FILE = 'news/template.yaml'

function read(yaml: string, lang: Lang = 'en') {
  const problems = startProblems('news', lang)
  const settings = readTemplateSettings(yaml, FILE, problems)
  problems.stopIfAny()
  return settings
}

function details(yaml: string, lang: Lang = 'en'): readonly string[] {
  try {
    read(yaml, lang)
  } catch (error) {
    expect((error as AppError).code).toBe('TEMPLATE_INVALID')
    return (error as AppError).details.map((line) => line.replace(`${FILE}:`, ''))
  }
  throw new Error('was read')
}

describe('template.yaml', () => {
  it('says all that a mail can be, each in its place', () => {
    const yaml = `subject: "春の{{name}}"
preheader: 'Three new bags'
from: {name: 株式会社サンプル, address: News@Example.JP}
replyTo: help@example.jp
topic: sale
purpose: newsletter
class: marketing
system: Salesforce
languages: [ja, en-us, ja]
charset: ISO-2022-JP
raw: [本文, block]
laws: [JP, us]
attachments:
  - files/価格表.pdf
  - {file: files/a.bin, name: map.pdf}
`
    expect(read(yaml)).toEqual({
      subject: '春の{{name}}',
      subjectAt: {file: FILE, line: 1, column: 11},
      preheader: 'Three new bags',
      preheaderAt: {file: FILE, line: 2, column: 13},
      from: {name: '株式会社サンプル', address: 'News@example.jp'},
      replyTo: 'help@example.jp',
      topic: 'sale',
      purpose: 'newsletter',
      mailClass: 'marketing',
      languages: ['ja', 'en-US'],
      charset: 'iso-2022-jp',
      system: 'marketing-cloud',
      filling: 'strict',
      raw: ['本文', 'block'],
      laws: [
        {name: 'jp', at: {file: FILE, line: 12, column: 8}},
        {name: 'us', at: {file: FILE, line: 12, column: 12}},
      ],
      wanted: [
        {file: 'files/価格表.pdf', name: null, at: {file: FILE, line: 14, column: 5}},
        {file: 'files/a.bin', name: 'map.pdf', at: {file: FILE, line: 15, column: 12}},
      ],
    })
  })

  it('may say only the subject', () => {
    expect(read('subject: a\n')).toMatchObject({
      preheader: null,
      from: null,
      mailClass: null,
      languages: [],
      charset: 'utf-8',
      system: null,
      filling: 'strict',
      raw: [],
      wanted: [],
    })
    expect(read('subject: a\nlanguage: ja\n').languages).toEqual(['ja'])
  })

  it.each([
    ['class: newsletter', '2:1  class: expected one of marketing, transactional'],
    ['charset: latin1', '2:1  charset: expected one of utf-8, iso-2022-jp'],
    ['language: jp', '2:11  language: “jp” is no language'],
    ['languages: [ja, english]', '2:17  languages[2]: “english” is no language'],
    ['languages: ja', '2:1  languages: expected a list'],
    ['language: ja\nlanguages: [en]', '3:1  language and languages both stand here'],
    ['from: news@example.jp', '2:1  from: expected these keys below it: name, address'],
    ['from: {name: A}', '2:1  from.address: is missing'],
    ['from: {name: A, adress: a@example.jp}', '2:17  from.adress: unknown key, perhaps address was meant'],
    ['from: {name: "A\\u0007", address: a@example.jp}', '2:8  from.name: holds a control character'],
    ['from: {name: "A\\nBcc: x", address: a@example.jp}', '2:8  from.name: expected one line'],
    ['from: {name: A, address: "a@example.jp, b@example.jp"}', '2:27  from.address: expected one mail address'],
    ['replyTo: "A <a@example.jp>"', '2:11  replyTo: expected one mail address'],
    ['preheader: "a\\u2028b"', '2:1  preheader: holds a control character'],
    ['raw: block', '2:1  raw: expected a list'],
    ['raw: [2024]', '2:7  raw[1]: expected text'],
    ['attachments: [{name: a.pdf}]', '2:15  attachments[1].file: is missing'],
    ['attachments: [{file: a.pdf, name: x/a.pdf}]', '2:35  attachments[1].name: a file name for the reader'],
    ['attachments: [[a]]', '2:15  attachments[1]: expected text'],
    ['topic: *other', '2:1  topic: expected text'],
  ])('with “%s” is refused at its place', (line, expected) => {
    expect(details(`subject: a\n${line}\n`)[0]!.slice(0, expected.length)).toBe(expected)
  })

  it('tells all its mistakes at once, in Japanese too, and never the address', () => {
    const yaml = 'preheadr: a\nreplyTo: secret@@example.jp\nclass: x\n'
    expect(details(yaml)).toHaveLength(4)
    const lines = details(yaml, 'ja').join('\n')
    expect(lines).toContain('preheader の誤りではありませんか')
    expect(lines).toContain('メールアドレスを 1 つ')
    expect(lines).not.toContain('secret')
  })
})
