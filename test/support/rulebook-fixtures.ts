/**
 * The fixtures of the rulebook (H.1), each made from its words and judged by the whole of what answers for it today.
 * A row that nothing answers for yet says so: it is never counted as right.
 */
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isAddress, parseAddress} from '../../src/core/contacts/address.ts'
import type {Day} from '../../src/core/lint/duty.ts'
import {judgeDomain} from '../../src/core/lint/judge-domain.ts'
import {judgeList} from '../../src/core/lint/judge-list.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import {dns} from '../../src/rulebook/dns.ts'
import {LAWS, lawsOf, RULEBOOK} from '../../src/rulebook/laws.ts'
import {domainRules} from '../../src/rules/domain-rules.ts'
import {listRules} from '../../src/rules/list-rules.ts'
import {auditOf, person, sourceOf, YES} from './audits.ts'
import {judgeCase, readConsentCases} from './consent-cases.ts'
import {put, tempFolder} from './files.ts'
import {lintPaths} from './lint.ts'
import {bench, NOW} from './workspace-store.ts'
import {viewOfZone} from './zone.ts'

export interface RulebookFixture {
  /** Its number in H.1. */
  readonly row: number
  readonly what: string
  /** What H.1 expects, as `today` says it; E and W are "error" and "warning". */
  readonly expected: string
  /** What comes of it; null where nothing answers for it yet. */
  readonly today: (() => Promise<string> | string) | null
  /** Why nothing does, or where part of it is held. */
  readonly note?: string
}

const NOTHING = 'nothing'
const DAY = '2026-01-15'
/** A day on which all that is announced is firm. */
const FIRM = '2027-06-01'
const words = (told: readonly string[]) => (told.length === 0 ? NOTHING : [...new Set(told)].sort().join(', '))

/** Findings on mails, by Japanese law unless others are named, for one of fixtures/templates. */
async function linted(
  name: string,
  {addressPage = '', laws = ['jp'], day = DAY}: {addressPage?: string; laws?: readonly string[]; day?: Day} = {},
): Promise<string> {
  const sender = {name: '株式会社サンプル', address: '', contact: '', addressPage}
  const {templates} = await lintPaths([join('fixtures/templates', name)], {sender, day, laws: lawsOf(laws)})
  return words(templates[0]!.findings.map(({severity, duty}) => `${severity} ${duty}`))
}

/** The Korean mail of fixtures/templates/laws with another label. */
async function labelled(label: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'todoke-label-'))
  cpSync('fixtures/templates/laws/kr', copy, {recursive: true})
  const file = join(copy, 'template.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('(광고)', label))
  const sender = {name: '주식회사 라크웰', address: '', contact: ''}
  const {templates} = await lintPaths([copy], {sender, day: FIRM, laws: lawsOf(['kr'])})
  rmSync(copy, {recursive: true})
  const ofLaw = templates[0]!.findings.filter(({duty}) => duty.startsWith('kr/'))
  return words(ofLaw.map(({severity, duty}) => `${severity} ${duty}`))
}

/** What the rulebook says of Gmail's limit, on the day its error is announced for, of 110 KB before the footer. */
async function largeHtml(): Promise<string> {
  const id = 'gmail/clip-102kb'
  const day = RULEBOOK.flatMap(({duties}) => duties).find((duty) => duty.id === id)!.firmFrom!
  const html = `<p>${'あ'.repeat(37_500)}</p><p><a href="{{unsubscribe_url}}">配信停止</a></p>`
  const {templates} = await lintPaths([put(tempFolder('large-html'), 'mail.html', html)], {day})
  return words(templates[0]!.findings.flatMap(({severity, duty}) => (duty === id ? [`${severity} ${duty}`] : [])))
}

/** What the standards say of the headers of a finished mail, once they are firm. */
async function lintedMail(...headers: readonly string[]): Promise<string> {
  const from = ['From: news@example.com', 'Date: Thu, 1 Jul 2027 10:00:00 +0900', ...headers]
  const path = put(tempFolder('rulebook-mail'), 'mail.eml', `${from.join('\n')}\n\nHello\n`)
  const {templates} = await lintPaths([path], {day: '2027-07-01'})
  const ofStandards = templates[0]!.findings.filter(({duty}) => duty.startsWith('std/'))
  return words(ofStandards.map(({severity, duty}) => `${severity} ${duty}`))
}

/** Errors and warnings of every law on columns, with whatever of the cells' digits a finding shows. */
function judgedColumns(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const judge = startColumnJudge(headers)
  for (const row of rows) judge.see(row)
  const view = {columns: judge.result(), patterns: null, census: null}
  const found = judgeList({laws: lawsOf(['jp']), day: DAY, facts: {}, zone: 540}, listRules, view, 'list')
  const heavy = found.filter(({severity}) => severity !== 'info')
  const shown = rows.flat().filter((cell) => /\d{12}/.test(cell) && JSON.stringify(found).includes(cell))
  return words([...heavy.map(({severity, duty}) => `${severity} ${duty}`), ...shown.map(() => 'a number is shown')])
}

/** A hundred numbers of twelve digits from a fixed seed: one in ten passes the check digit. */
function randomNumbers(): readonly (readonly string[])[] {
  let seed = 20_260_115
  const digit = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * 10)
  }
  return Array.from({length: 100}, () => [Array.from({length: 12}, digit).join('')])
}

/** Only an error makes a consent expired or missing. */
function ofCase(id: string): string {
  const told = readConsentCases().find((each) => each.id === id)
  if (told === undefined) throw new Error(`no case ${id}`)
  const {verdict, duties} = judgeCase(told)
  return `${verdict}: ${words(duties)}`
}

function keyOf(given: string): string {
  const read = parseAddress(given)
  return isAddress(read) ? read.suppressKey : read
}

const isOneKey = (a: string, b: string) => (keyOf(a) === keyOf(b) ? 'one key' : 'two keys')

function carrierAddresses(): string {
  const cells = ['a..b@docomo.ne.jp', 'a.@ezweb.ne.jp', 'a..b@gmail.com']
  const read = cells.map((cell) => (isAddress(parseAddress(cell)) ? 'taken' : 'error'))
  return [...read, isOneKey('"a..b"@docomo.ne.jp', cells[0]!)].join(', ')
}

/** Who is held from a send about another topic, after one entry about topic a and one about all mail. */
async function mergedScopes(): Promise<string> {
  const place = await bench('rulebook-fixture')
  const [narrow, wide] = ['1.csv', '2.csv'].map((name) => put(place.folder, name, 'a@example.jp\n'))
  await place.merge([narrow!], {scope: 'topic:a'})
  await place.merge([wide!], {scope: 'all'})
  await place.import(put(place.folder, 'list.csv', 'email\na@example.jp\n'))
  for await (const contacts of place.store.lists.read(1)) {
    const held = await place.store.suppressions.holdingFor(contacts, 'topic:b', NOW)
    return held.size === 1 ? 'all' : 'topic:a'
  }
  return NOTHING
}

async function purchasedList(): Promise<string> {
  const judge = startColumnJudge(['メール', '病歴'])
  judge.see(['a@example.jp', '喘息'])
  const bought = {...person(2, {consents: [{...YES, source: '名簿業者から購入'}]})}
  const {targets} = await auditOf([sourceOf([[bought]], {columns: () => judge.result()})])
  const asked = new Set(['jp/appi-special-care', 'jp/appi-purchased-list'])
  return words(targets[0]!.findings.flatMap(({duty, severity}) => (asked.has(duty) ? [`${severity} ${duty}`] : [])))
}

async function obsoleteTags(): Promise<string> {
  const view = await viewOfZone('_dmarc TXT v=DMARC1; p=none; pct=50')
  const findings = judgeDomain(view, {laws: [dns], rules: domainRules, day: '2026-11-30'})
  const about = findings.filter(({where}) => where.kind === 'whole' && where.of === '_dmarc.example.jp TXT')
  return words(about.flatMap(({duty, severity}) => (severity === 'info' ? [] : [`${severity} ${duty}`])))
}

async function oneTimestamp(): Promise<string> {
  const people = Array.from({length: 20}, (_, i) => person(i + 2, {consents: [YES]}))
  const {targets} = await auditOf([sourceOf([people])])
  return words(targets[0]!.findings.flatMap(({duty, severity}) => (severity === 'info' ? [] : [`${severity} ${duty}`])))
}

const MYNUMBERS = ['123456789018', '111111111118', '987654321093', '023456789013', '123456789018'].map((each) => [each])
const PAGE = 'https://shop.example.co.jp/company/'
const ANNOUNCED = 'a warning until the day it was announced for'
const POST = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'

export const RULEBOOK_FIXTURES: readonly RulebookFixture[] = [
  {row: 1, what: 'Japanese mail with everything', expected: NOTHING, today: () => linted('complete')},
  {
    row: 2,
    what: 'legal name only as alternative text of a picture',
    expected: 'error jp/labels-as-text, error jp/sender-name',
    today: () => linted('name-in-alt'),
  },
  {
    row: 3,
    what: 'opt-out link in the HTML part only',
    expected: 'error jp/optout-address, error jp/optout-notice',
    today: () => linted('opt-out-in-html-only'),
    note: 'H.1 names the address; the sentence is missing there as well',
  },
  {
    row: 4,
    what: 'notice sentence 60 lines above the link',
    expected: 'warning jp/optout-notice-adjacent',
    today: () => linted('notice-far-away'),
  },
  {
    row: 5,
    what: 'address on a linked page, declared and not declared',
    expected: `${NOTHING}; error jp/postal-address`,
    today: async () =>
      `${await linted('address-on-linked-page.html', {addressPage: PAGE})}; ${await linted('address-on-linked-page.html')}`,
  },
  {
    row: 6,
    what: 'notice of three to seven business days',
    expected: 'warning jp/optout-delay-claim',
    today: () => linted('delay-claim.html'),
  },
  {
    row: 7,
    what: 'order confirmation with a line on a coupon; the same with セール in its subject',
    expected: `${NOTHING}; warning jp/transactional-with-ad`,
    today: async () => `${await linted('order-with-coupon')}; ${await linted('order-with-sale')}`,
  },
  {
    row: 8,
    what: 'opt-out link behind a login, Japan and the United States',
    expected: 'error us/optout-no-fee-no-login, warning jp/optout-no-extra-data',
    today: () => linted('opt-out-behind-login.html', {laws: ['jp', 'us'], day: FIRM}),
    note: 'a warning in the United States before 2027-03-01: the check is announced',
  },
  {
    row: 9,
    what: 'Korean labels: [광고], (광 고), (광고)',
    expected: `error kr/ad-label; error kr/ad-label; ${NOTHING}`,
    today: async () => (await Promise.all(['[광고]', '(광 고)', '(광고)'].map(labelled))).join('; '),
    note: 'warnings before 2027-03-01: the check is announced',
  },
  {
    row: 10,
    what: 'Korean campaign at 23:00 by e-mail',
    expected: NOTHING,
    today: () => (LAWS.find(({id}) => id === 'kr')?.facts?.quietHours === null ? NOTHING : 'quiet hours'),
  },
  {
    row: 11,
    what: 'HTML part of 110 KB with the footer at its end',
    expected: 'error gmail/clip-102kb',
    today: largeHtml,
    note: 'a warning until the day that is announced for the error',
  },
  {
    row: 12,
    what: 'List-Unsubscribe-Post with mailto only',
    expected: 'error std/list-unsubscribe-post',
    today: () => lintedMail('List-Unsubscribe: <mailto:stop@example.com>', POST),
    note: ANNOUNCED,
  },
  {
    row: 13,
    what: 'List-Unsubscribe-Post outside the DKIM signature',
    expected: 'error std/list-unsubscribe-post',
    today: () =>
      lintedMail(
        'List-Unsubscribe: <https://shop.example.co.jp/stop/abc>',
        POST,
        'DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=a; h=from:subject:list-unsubscribe; bh=x; b=y',
      ),
    note: ANNOUNCED,
  },
  {row: 14, what: 'DMARC record with obsolete tags', expected: 'warning dmarc/obsolete-tags', today: obsoleteTags},
  {
    row: 15,
    what: 'odd dots at carriers and at Gmail; the quoted form of the first',
    expected: 'taken, taken, error, one key',
    today: carrierAddresses,
  },
  {
    row: 16,
    what: '100 random numbers of 12 digits under a header that says nothing',
    expected: 'no error',
    today: () => (/error/.test(judgedColumns(['整理番号'], randomNumbers())) ? 'error' : 'no error'),
  },
  {
    row: 17,
    what: 'valid numbers under マイナンバー; no number is shown',
    expected: 'error jp/mynumber-present',
    today: () => judgedColumns(['マイナンバー'], MYNUMBERS),
  },
  {
    row: 18,
    what: '障害報告日; 障害の有無',
    expected: `${NOTHING}; error jp/appi-special-care`,
    today: () => `${judgedColumns(['障害報告日'], [['2025-04-01']])}; ${judgedColumns(['障害の有無'], [['有']])}`,
  },
  {
    row: 19,
    what: 'last purchase 25 months ago, Canada',
    expected: 'expired: ca/implied-purchase-2y',
    today: () => ofCase('ca-purchase-25-months'),
  },
  {
    row: 20,
    what: 'consent two years and a day ago, Korea',
    expected: 'expired: kr/reconfirm-2y',
    today: () => ofCase('kr-two-years-and-a-day'),
  },
  {row: 21, what: 'opt-outs of one topic and of all mail, merged', expected: 'all', today: mergedScopes},
  {
    row: 22,
    what: 'suppressed USER@Example.COM, listed with a hard blank behind',
    expected: 'one key',
    today: () => isOneKey('USER@Example.COM', 'user@example.com\u00a0'),
  },
  {
    row: 23,
    what: 'dots and tags at Gmail; dots at docomo',
    expected: 'one key; two keys',
    today: () =>
      `${isOneKey('u.ser@gmail.com', 'user+x@gmail.com')}; ${isOneKey('u.ser@docomo.ne.jp', 'user@docomo.ne.jp')}`,
  },
  {
    row: 24,
    what: 'purchased list with special-care data',
    expected: 'error jp/appi-purchased-list, error jp/appi-special-care',
    today: purchasedList,
  },
  {
    row: 25,
    what: 'line breaks in a value that is merged into a header',
    expected: 'error std/header-injection; error std/header-injection',
    today: async () =>
      `${await lintedMail('Subject: =?utf-8?Q?Hello_Taro=0D=0ABcc:_all@example.com?=')}; ${await lintedMail('Subject: Hello Taro\nBcc: all@example.com')}`,
    note: `encoded with the value, and written as it came; ${ANNOUNCED}; none reaches a header of ours (test/adapters/mime/filled-message.test.ts)`,
  },
  {
    row: 26,
    what: 'opt-out page asked by GET and by POST',
    expected: 'unchanged; suppressed',
    today: null,
    note: 'no server yet',
  },
  {
    row: 27,
    what: 'bounce with a forged return path',
    expected: 'ignored',
    today: null,
    note: 'no bounces are read yet',
  },
  {
    row: 28,
    what: 'refusal 550 5.7.515',
    expected: 'class auth, nobody suppressed',
    today: null,
    note: 'no classes yet; nobody is suppressed (test/core/sending/classify-refusal.test.ts)',
  },
  {
    row: 29,
    what: 'business card, distance seller to consumers',
    expected: 'missing: jp/tokusho-consent',
    today: () => ofCase('jp-tokusho-card'),
  },
  {
    row: 30,
    what: 'one timestamp in all records',
    expected: 'warning evidence/bulk-same-timestamp',
    today: oneTimestamp,
  },
]
