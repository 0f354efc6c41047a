/** Templates against a list of a real store, and mails that another system sends, through the whole flow. */
import {describe, expect, it} from 'vitest'
import {textOfHtml} from '../../src/adapters/html/text-of-html.ts'
import {charsetWriter} from '../../src/adapters/mime/iso-2022-jp.ts'
import {lintTemplates} from '../../src/flows/lint-templates.ts'
import {type MessageKey, text} from '../../src/i18n/text.ts'
import {lawsOf} from '../../src/rulebook/laws.ts'
import {failure, put, tempFolder} from '../support/files.ts'
import {lintNeeds, lintPaths} from '../support/lint.ts'
import type {Bench} from '../support/workspace-store.ts'
import {bench, clock} from '../support/workspace-store.ts'

const content = {
  sender: {name: '株式会社サンプル', address: '東京都渋谷区渋谷1-2-3', contact: '03-1234-5678'},
  optOut: {url: 'https://mail.example.jp/o', mailto: 'stop@example.jp'},
  signUp: {
    ...{url: 'https://mail.example.jp', confirmDays: 7, clientAddress: 'network' as const, forms: []},
    limits: {perAddressHours: 1, perNetworkHour: 20},
  },
}

function lintList(place: Bench, paths: readonly string[], list = 'news') {
  const filled = {
    ...{store: place.store, clock, charsetOf: charsetWriter},
    textOf: async (html: string) => textOfHtml(html),
    say: (key: string, values: Readonly<Record<string, string>>) => text('en', key as MessageKey, values),
  }
  const ask = {laws: lawsOf(['jp']), sender: content.sender, knownNames: null, day: '2026-11-23', version: '0'} as const
  return lintTemplates({...ask, baseline: null, paths, list, content}, {...lintNeeds, filled})
}

const told = (report: Awaited<ReturnType<typeof lintList>>) =>
  report.templates[0]!.findings.filter(({rule}) => rule.startsWith('fill-') || rule === 'known-names').map(
    ({key, values, count, samples}) =>
      [key, values.name, count, samples?.map(({row}) => row).join(' ')].filter((each) => each !== undefined).join(' '),
  )

describe('a template against a list', () => {
  it('tells whose fields are empty, by place in the list, and leaves aside who may get nothing', async () => {
    const place = await bench('lint-filled')
    const rows = ['a@example.jp,山田,A', 'b@example.jp,,A', 'c@example.jp,鈴木,<b>B</b>', 'd@example.jp,,']
    await place.import(put(place.folder, 'list.csv', `email,氏名,区分\n${rows.join('\n')}\n`))
    await place.merge([put(place.folder, 'stops.csv', 'd@example.jp\n')])
    const mail = put(place.folder, 'mail.html', '<title>{{氏名}}様</title><p>{{氏名}}様 {{区分}}</p>\n')
    const report = await lintList(place, [mail])
    expect(told(report)).toEqual(['fill-empty.stops 氏名 1 2', 'fill-layout.markup 区分 1 3'])
    expect(report.templates[0]!.filled).toEqual({
      ...{contacts: 3, stopped: 1, largestHtml: expect.any(Number)},
      longestSubject: {columns: 6, row: 1},
    })
    expect(JSON.stringify(report)).not.toContain('b@example.jp')
  })

  it('knows the names of the list, and says so where a template cannot be made', async () => {
    const place = await bench('lint-filled-names')
    await place.import(put(place.folder, 'list.csv', 'email,氏名\na@example.jp,山田\n'))
    const mail = put(place.folder, 'mail.html', '<title>x</title><p>{{氏名}}{{会社}}</p>\n')
    expect(told(await lintList(place, [mail]))).toEqual(['known-names.unknown 会社', 'fill-none.template'])
    expect((await failure(lintList(place, [mail], 'other'))).code).toBe('LIST_UNKNOWN')
  })
})

describe('a mail that another system sends', () => {
  const folder = tempFolder('lint-system')
  const mailchimp = put(
    folder,
    'mailchimp.html',
    '<title>*|FNAME|*</title><p>Dear *|FNAME|*, the spring list is here.</p><p>*|LIST:COMPANY|*, *|LIST:ADDRESS|*, *|LIST:PHONE|*</p><p><a href="*|UNSUB|*">Unsubscribe</a></p>\n',
  )
  const duties = async (...ask: Parameters<typeof lintPaths>) =>
    (await lintPaths(...ask)).templates[0]!.findings.map(({duty, key, values}) =>
      `${duty} ${key} ${values.tag ?? ''}`.trim(),
    )

  it('is judged by the tags of that system', async () => {
    expect(await duties([mailchimp], {laws: lawsOf(['us', 'jp']), system: 'mailchimp'})).toEqual([])
  })

  it('is judged by them without its name too, beside tags that Todoke would not fill', async () => {
    expect([...new Set(await duties([mailchimp], {laws: lawsOf(['us'])}))]).toEqual([
      'tpl/unresolved-tag known-names.foreign-of *|FNAME|*',
      'tpl/unresolved-tag known-names.foreign-of *|LIST:COMPANY|*',
      'tpl/unresolved-tag known-names.foreign-of *|LIST:ADDRESS|*',
      'tpl/unresolved-tag known-names.foreign-of *|LIST:PHONE|*',
      'tpl/unresolved-tag known-names.foreign-of *|UNSUB|*',
    ])
  })
})
