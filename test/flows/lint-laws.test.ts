/**
 * For each law a mail in its language with all that it asks for (fixtures/templates/laws): it passes as it is, and what is
 * taken out or put in gives just the findings that this law has for it.
 */
import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {DeclaredFacts} from '../../src/core/laws/declared-facts.ts'
import {LAWS, lawsOf} from '../../src/rulebook/laws.ts'
import {tempFolder} from '../support/files.ts'
import {lintPaths} from '../support/lint.ts'

/** A day on which all that is announced is firm. */
const DAY = '2027-06-01'

interface LawCase {
  readonly law: string
  readonly sender: string
  readonly facts?: DeclaredFacts
  /** Words that are replaced wherever they stand in the folder, by what, and the duties that then find something. */
  readonly changes: readonly (readonly [string, string, readonly string[]])[]
}

const LOGIN = 'https://shop.example.co.jp/login?next=unsubscribe'
const RE = 'Re: '

const CASES: readonly LawCase[] = [
  {
    law: 'jp',
    sender: '株式会社みほん堂',
    facts: {sellerType: 'b2c-distance'},
    changes: [
      ['株式会社みほん堂', 'みほん堂', ['error jp/sender-name']],
      ['{{unsubscribe_url}}', '#', ['error jp/optout-address', 'error tpl/unsub-href-bad']],
      ['配信停止をご希望の方は', '', ['error jp/optout-notice']],
      ['〒100-0001 東京都千代田区千代田1-2-3', '', ['error jp/postal-address']],
      [
        'お問い合わせ: 03-1234-5678 / info@shop.example.co.jp',
        '',
        ['error jp/complaint-contact', 'warning jp/tokusho-ad-items'],
      ],
      [' / info@shop.example.co.jp', '', ['warning jp/tokusho-ad-items']],
      ['特定商取引法に基づく表記', '会社概要', ['warning jp/tokusho-ad-items']],
      ['春のかばんが', '業界No.1のかばんが', ['warning jp/tokusho-exaggeration']],
      [
        '配信停止をご希望の方は',
        '反映まで３〜７営業日かかります。配信停止をご希望の方は',
        ['warning jp/optout-delay-claim'],
      ],
      ['{{unsubscribe_url}}', LOGIN, ['warning jp/optout-no-extra-data']],
      ['みほん堂通信', 'support@other.example.net', ['error jp/false-sender-info']],
      ['春の新作が', `${RE}春の新作が`, ['warning tpl/subject-disguise']],
      ['配信元: ', '配信元: 株式会社〇〇 ', ['warning tpl/placeholder-sender']],
    ],
  },
  {
    law: 'us',
    sender: 'Larkwell Bags Inc.',
    facts: {affirmativeConsent: 'no'},
    changes: [
      ['{{unsubscribe_url}}', '#', ['error tpl/unsub-href-bad', 'error us/optout-mechanism']],
      [
        'You can <a href="{{unsubscribe_url}}">unsubscribe',
        '<a href="{{unsubscribe_url}}">here',
        ['error us/optout-notice'],
      ],
      [', 48 Orchard Street, Portland, OR 97205', '', ['error us/postal-address']],
      ['This email is an advertisement.', '', ['warning us/ad-identification']],
      ['{{unsubscribe_url}}', LOGIN, ['error us/optout-no-fee-no-login']],
      ['at any time', '; it takes up to 21 days to process', ['error us/optout-delay-claim']],
      ['Larkwell Bags, address', 'support@other.example.net, address', ['error us/header-truth']],
      ['The spring', `${RE}The spring`, ['warning tpl/subject-disguise', 'warning us/subject-truth']],
      ['The spring list is here', 'Last chance for the spring list', ['warning us/state-laws']],
    ],
  },
  {
    law: 'ca',
    sender: 'Larkwell Bags Inc.',
    changes: [
      ['Larkwell Bags Inc.', '', ['error ca/identification']],
      ['48 Orchard Street, Ottawa, ON K1P 5M7', '', ['error ca/postal-address']],
      ['Contact us: 613-555-0123', '', ['error ca/contact']],
      ['{{unsubscribe_url}}', '#', ['error ca/unsubscribe', 'error tpl/unsub-href-bad']],
      ['{{unsubscribe_url}}', LOGIN, ['warning ca/unsubscribe-easy']],
      ['at any time', '; it takes up to 21 days to process', ['error ca/optout-delay-claim']],
    ],
  },
  {
    law: 'uk',
    sender: 'Larkwell Bags Ltd',
    changes: [
      ['Larkwell Bags Ltd.', 'us.', ['warning uk/sender-name']],
      ['{{unsubscribe_url}}', '#', ['error tpl/unsub-href-bad', 'error uk/identity-and-address']],
      ['Registered in England and Wales.', '', ['warning uk/company-details']],
      ['Company number 01234567.', '', ['warning uk/company-details']],
      ['Registered office: ', '', ['warning uk/company-details']],
      ['{{unsubscribe_url}}', LOGIN, ['warning uk/optout-easy']],
      ['at any time', '; it takes a few days to process', ['warning uk/optout-delay-claim']],
    ],
  },
  {
    law: 'eu',
    sender: 'Bolsos Larcano S.L.',
    changes: [
      ['Remitente: Bolsos Larcano S.L.', '', ['warning eu/sender-name']],
      // The source was not checked, so that nothing of it weighs an error.
      ['{{unsubscribe_url}}', '#', ['error tpl/unsub-href-bad', 'warning eu/identity-hidden']],
      ['{{unsubscribe_url}}', LOGIN, ['warning eu/optout-easy']],
      ['puede ', 'se tramita en 10 días y puede ', ['warning eu/optout-delay-claim']],
    ],
  },
  {
    law: 'de',
    sender: 'Lerchtal Taschen GmbH',
    changes: [
      ['Absender: Lerchtal Taschen GmbH', '', ['warning eu/sender-name']],
      ['Ulmenstraße 12, 20095 Hamburg', '', ['error de/impressum']],
      ['Geschäftsführerin: Anna Lerch', '', ['warning de/impressum-items']],
      ['Amtsgericht Hamburg, HRB 12345', '', ['warning de/impressum-items']],
      ['Kontakt: kontakt@laden.example.co.jp', '', ['warning de/impressum-contact']],
      ['{{unsubscribe_url}}', '#', ['error de/uwg-identity', 'error tpl/unsub-href-bad', 'warning eu/identity-hidden']],
      [
        'Sie können jederzeit widersprechen',
        'Die Abmeldung dauert bis zu 10 Werktage',
        ['warning eu/optout-delay-claim'],
      ],
      ['Unsere Früh', 'AW: Unsere Früh', ['warning de/ad-recognisable', 'warning tpl/subject-disguise']],
    ],
  },
  {
    law: 'fr',
    sender: 'Sacs Larcelin SARL',
    changes: [
      ['Sacs Larcelin SARL', '', ['error fr/identity', 'warning eu/sender-name']],
      ['{{unsubscribe_url}}', '#', ['error fr/opt-out', 'error tpl/unsub-href-bad', 'warning eu/identity-hidden']],
      ['{{unsubscribe_url}}', LOGIN, ['warning eu/optout-easy']],
      ['La liste', 'TR: La liste', ['warning fr/subject', 'warning tpl/subject-disguise']],
    ],
  },
  {
    law: 'au',
    sender: 'Larkwell Bags Pty Ltd',
    changes: [
      ['Larkwell Bags Pty Ltd', 'us', ['error au/identify']],
      ['Contact us: help@shop.example.co.jp', '', ['error au/contact']],
      ['{{unsubscribe_url}}', '#', ['error au/unsubscribe', 'error tpl/unsub-href-bad']],
      [
        'You can <a href="{{unsubscribe_url}}">unsubscribe',
        '<a href="{{unsubscribe_url}}">here',
        ['error au/unsubscribe-statement'],
      ],
      ['{{unsubscribe_url}}', LOGIN, ['error au/unsubscribe-simple']],
      ['at any time', '; it takes up to 10 working days to process', ['error au/optout-delay-claim']],
    ],
  },
  {
    law: 'sg',
    sender: 'Larkwell Bags Pte. Ltd.',
    facts: {affirmativeConsent: 'no'},
    changes: [
      ['<ADV> ', '', ['error sg/adv-label']],
      ['<ADV> ', '[ADV] ', ['error sg/adv-label']],
      ['Contact us: +65 6123 4567', '', ['error sg/contact']],
      ['{{unsubscribe_url}}', '#', ['error sg/unsubscribe', 'error tpl/unsub-href-bad']],
      [
        '<a href="{{unsubscribe_url}}">unsubscribe',
        '<a href="{{unsubscribe_url}}">退订',
        ['error sg/unsubscribe-english'],
      ],
      ['{{unsubscribe_url}}', LOGIN, ['warning sg/unsubscribe-easy']],
      ['at any time', '; it takes up to 21 days to process', ['error sg/optout-delay-claim']],
      ['Larkwell Bags, address', 'support@other.example.net, address', ['error sg/header-subject']],
    ],
  },
  {
    law: 'kr',
    sender: '주식회사 라크웰',
    changes: [
      ['(광고) ', '', ['error kr/ad-label']],
      ['(광고)', '[광고]', ['error kr/ad-label']],
      ['(광고)', '(광/고)', ['error kr/ad-label']],
      ['주식회사 라크웰', '', ['error kr/sender-block']],
      ['문의처: 02-1234-5678', '', ['error kr/sender-contact']],
      ['{{unsubscribe_url}}', '#', ['error kr/optout-mechanism', 'error tpl/unsub-href-bad']],
      ['To unsubscribe free of charge, use the same link.', '', ['warning kr/optout-bilingual']],
      ['{{unsubscribe_url}}', LOGIN, ['warning kr/optout-easy']],
      ['무료 수신거부', '수신거부 처리에 7일 정도 소요됩니다. 무료 수신거부', ['warning kr/optout-delay-claim']],
    ],
  },
  {
    law: 'br',
    sender: 'Bolsas Larcano Ltda.',
    changes: [
      ['Remetente: Bolsas Larcano Ltda.', '', ['warning br/capem-sender']],
      ['{{unsubscribe_url}}', '#', ['error tpl/unsub-href-bad', 'warning br/capem']],
      ['{{unsubscribe_url}}', LOGIN, ['warning br/optout-easy']],
    ],
  },
  {
    law: 'in',
    sender: 'Larkwell Bags Pvt. Ltd.',
    changes: [['{{unsubscribe_url}}', LOGIN, ['error in/dpdp-withdrawal']]],
  },
]

const folder = tempFolder('lint-laws')

async function found({law, sender, facts = {}}: LawCase, path: string): Promise<readonly string[]> {
  const {templates} = await lintPaths([path], {
    ...{laws: lawsOf([law]), sender: {name: sender, address: '', contact: ''}, day: DAY, facts},
  })
  return [...new Set(templates[0]!.findings.map(({severity, duty}) => `${severity} ${duty}`))].sort()
}

let copies = 0

/** A copy of the law's mail in which the words stand no more. */
function changed(law: string, words: string, by: string): string {
  copies += 1
  const copy = join(folder, `${law}-${copies}`)
  cpSync(join('fixtures/templates/laws', law), copy, {recursive: true})
  let hits = 0
  for (const name of readdirSync(copy)) {
    const source = readFileSync(join(copy, name), 'utf8')
    if (source.includes(words)) hits += 1
    writeFileSync(join(copy, name), source.replaceAll(words, by))
  }
  expect([words, hits > 0]).toEqual([words, true])
  return copy
}

it('there is a mail for every law', () => {
  expect(CASES.map(({law}) => law)).toEqual(LAWS.map(({id}) => id))
})

describe.each(CASES.map((each) => [each.law, each] as const))('by the law %s', (law, each) => {
  it('a mail with everything passes', async () => {
    expect(await found(each, join('fixtures/templates/laws', law))).toEqual([])
  })

  it.each(each.changes)('%j as %j', async (words, by, expected) => {
    expect(await found(each, changed(law, words, by))).toEqual([...expected].sort())
  })
})
