/** How much each law makes of a consent whose form text is not kept: rulebook E.5, and Ordinance 4(1) for Japan. */
import {expect, test} from 'vitest'
import {consentVerdicts} from '../../src/core/consent/judge-consent.ts'
import {wordingBook} from '../../src/core/consent/wordings.ts'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT, NO_SETTING} from '../../src/core/contacts/contact-case.ts'
import {startContactJudge} from '../../src/core/lint/judge-contact.ts'
import {LAWS, lawChoiceOf, RULEBOOK} from '../../src/rulebook/laws.ts'
import {listRules} from '../../src/rules/list-rules.ts'

/** Date, method and double opt-in, but no form text. */
const recorded: ConsentFact = {
  ...EXAMPLE_FACT,
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: null,
  wording: null,
  evidence: {doi_sent_at: '2025-04-01T08:00:00+09:00', doi_confirmed_at: '2025-04-01T09:00:00+09:00'},
}
const form = {
  name: 'news-form',
  sha256: 'a'.repeat(64),
  text: '株式会社サンプル（東京都渋谷区渋谷1-2-3、https://www.example.jp/）が広告メールをお送りします。いつでも配信停止できます。',
  language: 'ja',
  from: Date.UTC(2025, 0, 1),
  until: null,
}
const setting = {...NO_SETTING, senderNames: ['株式会社サンプル'], wordings: wordingBook([form])}

function judged(consent: ConsentFact, law: string, country: string | null) {
  const judge = startContactJudge({choice: lawChoiceOf([law]), day: '2026-01-15', facts: {}}, listRules)
  const contact = {...EXAMPLE_CASE, country, asOf: Date.UTC(2026, 0, 15), consents: [consent], setting}
  const {worst, byLaw} = consentVerdicts(judge, contact)
  return [worst, ...byLaw.flatMap(({complaints}) => complaints.map(({duty, severity}) => `${duty.id} ${severity}`))]
}

test('Japan takes when and how in place of the form text: a note, and the consent is valid', () => {
  expect(judged(recorded, 'jp', 'JP')).toEqual(['valid', 'jp/consent-wording info'])
  expect(judged({...recorded, method: null, source: '展示会 2025春'}, 'jp', 'JP')).toEqual([
    'valid',
    'jp/consent-wording info',
  ])
})

test('a form text in place of how has to be kept in the version of the day', () => {
  const byForm = {...recorded, method: null, wording: 'news-form'}
  expect(judged(byForm, 'jp', 'JP')).toEqual(['valid'])
  const missing = ['missing', 'jp/consent-record error', 'jp/consent-wording info', 'jp/consent-form-text warning']
  expect(judged({...byForm, wording: 'lost-form'}, 'jp', 'JP')).toEqual(missing)
  expect(judged({...byForm, at: Date.UTC(2024, 11, 31), evidence: {}}, 'jp', 'JP')).toEqual([
    ...missing,
    'evidence/wording-dates warning',
  ])
})

test.each([
  ['CA', 'weak', 'ca/consent-wording warning'],
  ['GB', 'weak', 'uk/consent-wording warning'],
  ['AU', 'weak', 'au/consent-wording warning'],
  ['KR', 'weak', 'kr/consent-wording warning'],
  ['BR', 'weak', 'br/consent-wording warning'],
  ['IN', 'weak', 'in/consent-wording warning'],
  [null, 'weak', 'strictest/consent-wording warning'],
  ['IT', 'missing', 'eu/consent-wording error'],
  ['DE', 'missing', 'eu/consent-wording error'],
  ['FR', 'missing', 'eu/consent-wording error'],
])('the law of the contact comes on top of that of the Japanese sender: %s', (country, verdict, duty) => {
  const [worst, ...duties] = judged(recorded, 'jp', country)
  expect([worst, duties.includes(duty)]).toEqual([verdict, true])
})

test('where no consent is asked for, its form text is not either', () => {
  expect(judged(recorded, 'us', 'US')).toEqual(['valid'])
  expect(judged(recorded, 'sg', 'SG')).toEqual(['valid'])
})

test('every law under which consent is a basis asks for the form text, itself or by the law of its union', () => {
  const asks = new Set(
    RULEBOOK.filter(({duties}) => duties.some(({rule}) => rule === 'wording-shown')).map(({id}) => id),
  )
  const silent = LAWS.filter(({facts, id}) => facts?.model !== 'opt-out' && !asks.has(id)).map(({id}) => id)
  expect(silent).toEqual(['de', 'fr'])
})
