/**
 * What Japanese law demands of lists: a recorded basis per person, its proof, addresses of people, and no data that
 * must not be there.
 */
import {PATTERN_KINDS} from '../core/contacts/address-judge.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import type {IdentifierCategory} from '../core/sensitive/column-judgement.ts'
import {SPECIAL_CARE} from '../core/sensitive/column-judgement.ts'

const MAIL_ACT = 'https://laws.e-gov.go.jp/law/414AC0100000026'
const MAIL_ORDINANCE = 'https://laws.e-gov.go.jp/law/414M60000008066'
const PRIVACY_ACT = 'https://laws.e-gov.go.jp/law/415AC0000000057'
const PRIVACY_ORDER = 'https://laws.e-gov.go.jp/law/415CO0000000507'
const NUMBER_ACT = 'https://laws.e-gov.go.jp/law/425AC0000000027'

const mailAct = (article: string): Source => ({
  title: `特定電子メール法 ${article}`,
  url: MAIL_ACT,
  confidence: 'verified',
})
const mailOrdinance = (article: string): Source => ({
  title: `特定電子メール法施行規則 ${article}`,
  url: MAIL_ORDINANCE,
  confidence: 'verified',
})
const privacyAct = (article: string): Source => ({
  title: `個人情報保護法 ${article}`,
  url: PRIVACY_ACT,
  confidence: 'verified',
})
const numberAct: readonly Source[] = [
  {title: '番号法 19条・20条', url: NUMBER_ACT, confidence: 'secondary'},
  {title: '平成26年総務省令第85号 5条（検査用数字）', confidence: 'verified'},
]
const specialCare: readonly Source[] = [
  privacyAct('2条3項・20条2項'),
  {title: '個人情報保護法施行令 2条', url: PRIVACY_ORDER, confidence: 'verified'},
]

const IDENTIFYING: readonly IdentifierCategory[] = [
  'licence',
  'passport',
  'pension',
  'insurance',
  'residence',
  'nationalId',
  'card',
  'bank',
  'password',
]
const identifiers: readonly Source[] = [
  privacyAct('2条2項・22条'),
  {title: '個人情報保護法施行令 1条', url: PRIVACY_ORDER, confidence: 'verified'},
]

/** The opt-in rule of the amended Act came into force on 2008-12-01. */
const OPT_IN: Duty['since'] = '2008-12-01'
/** The day the Act came into force, its ban on made-up addresses with it. */
const MAIL_ACT_2002: Duty['since'] = '2002-07-01'
/** The amended APPI that names special-care data and individual identification codes. */
const APPI_2017: Duty['since'] = '2017-05-30'
/** Individual numbers were first given out on this day. */
const NUMBERS: Duty['since'] = '2015-10-05'

export const jpListDuties: readonly Duty[] = [
  {
    id: 'jp/consent-basis',
    rule: 'consent-basis',
    with: {bases: ['consent', 'card', 'trade', 'published']},
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項'), mailOrdinance('2条・3条')],
  },
  {
    id: 'jp/consent-record',
    rule: 'consent-record',
    with: {basis: 'consent', how: ['method', 'source', 'wording']},
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条2項'), mailOrdinance('4条1項')],
  },
  {
    id: 'jp/businesscard-basis',
    rule: 'basis-evidence',
    with: {basis: 'card', evidence: 'card_received_at'},
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項2号'), mailOrdinance('2条1項')],
  },
  {
    id: 'jp/trade-basis',
    rule: 'basis-evidence',
    with: {basis: 'trade', evidence: 'last_transaction_at'},
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項3号')],
  },
  {
    id: 'jp/published-basis',
    rule: 'basis-evidence',
    with: {basis: 'published', evidence: 'published_url'},
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項4号'), mailOrdinance('3条')],
  },
  {
    id: 'evidence/no-timestamp',
    rule: 'consent-date',
    with: {notBefore: 1995},
    severity: 'warning',
    since: OPT_IN,
    sources: [mailOrdinance('4条1項')],
  },
  {
    id: 'jp/generated-addresses',
    rule: 'generated-addresses',
    with: {kinds: PATTERN_KINDS},
    severity: 'warning',
    since: MAIL_ACT_2002,
    sources: [mailAct('2条4号・6条')],
  },
  {
    id: 'jp/mynumber-present',
    rule: 'mynumber-column',
    with: {strength: 'strong'},
    severity: 'error',
    since: NUMBERS,
    sources: numberAct,
  },
  {
    id: 'jp/mynumber-values',
    rule: 'mynumber-column',
    with: {strength: 'weak'},
    severity: 'warning',
    since: NUMBERS,
    sources: numberAct,
  },
  {
    id: 'jp/appi-special-care',
    rule: 'sensitive-columns',
    with: {categories: SPECIAL_CARE, strength: 'strong'},
    severity: 'error',
    since: APPI_2017,
    sources: specialCare,
  },
  {
    id: 'jp/appi-special-care-values',
    rule: 'sensitive-columns',
    with: {categories: SPECIAL_CARE, strength: 'weak'},
    severity: 'warning',
    since: APPI_2017,
    sources: specialCare,
  },
  {
    id: 'jp/appi-identifier-columns',
    rule: 'sensitive-columns',
    with: {categories: IDENTIFYING, strength: 'strong'},
    severity: 'warning',
    since: APPI_2017,
    sources: identifiers,
  },
  {
    id: 'jp/appi-identifier-values',
    rule: 'sensitive-columns',
    with: {categories: IDENTIFYING, strength: 'weak'},
    severity: 'warning',
    since: APPI_2017,
    sources: identifiers,
  },
  {
    id: 'jp/appi-birth-date',
    rule: 'sensitive-columns',
    with: {categories: ['birthDate'], strength: 'strong'},
    severity: 'info',
    since: APPI_2017,
    sources: [privacyAct('22条')],
  },
]
