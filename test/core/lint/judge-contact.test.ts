import {expect, test} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import type {Duty, Law} from '../../../src/core/lint/duty.ts'
import {isHeldBy, startContactJudge} from '../../../src/core/lint/judge-contact.ts'
import type {ContactRule, TemplateRule} from '../../../src/core/lint/rule.ts'

const fact: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: 1,
  method: null,
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}
const nobody = {country: null, consents: [], asOf: 2}
const somebody = {country: 'JP', consents: [fact], asOf: 2}

const hasConsents: ContactRule<{readonly most: number}> = {
  id: 'has-consents',
  subject: 'contact',
  bad: [],
  good: [],
  check(contact, wanted, report) {
    if (contact.consents.length > wanted.most) report({key: 'too-many', values: {most: wanted.most}})
    if (contact.consents.length === 0) report({key: 'none'})
  },
}
const looksAtTemplates: TemplateRule = {id: 'template-rule', subject: 'template', bad: [], good: [], check() {}}
const rules = [hasConsents, looksAtTemplates]

const duty: Duty = {
  id: 'xx/consents',
  rule: 'has-consents',
  with: {most: 0},
  severity: 'error',
  since: '2008-12-01',
  sources: [{title: 'Act, art. 1', confidence: 'verified'}],
}
const lawOf = (...duties: readonly Duty[]): Law => ({id: 'xx', name: {ja: '', en: ''}, countries: ['XX'], duties})

test('each duty is applied with its own parameters, weight and words', () => {
  const lenient: Duty = {...duty, id: 'xx/few', with: {most: 5}, severity: 'warning'}
  const {judge} = startContactJudge([lawOf(duty), lawOf(lenient)], rules, '2026-01-01')
  expect(judge(somebody)).toEqual([{duty, severity: 'error', key: 'too-many', values: {most: 0}}])
  expect(judge(nobody).map(({duty: {id}, key, severity}) => [id, key, severity])).toEqual([
    ['xx/consents', 'none', 'error'],
    ['xx/few', 'none', 'warning'],
  ])
})

test('complaints about one contact do not stay for the next', () => {
  const {judge} = startContactJudge([lawOf({...duty, with: {most: 1}})], rules, '2026-01-01')
  const first = judge(nobody)
  expect(judge(somebody)).toEqual([])
  expect(first).toHaveLength(1)
})

test('a duty binds from its first day until the day before its end', () => {
  const law = lawOf({...duty, since: '2008-12-01', until: '2020-01-01'})
  const countOn = (day: Duty['since']) => startContactJudge([law], rules, day).judge(nobody).length
  expect(countOn('2008-11-30')).toBe(0)
  expect(countOn('2008-12-01')).toBe(1)
  expect(countOn('2019-12-31')).toBe(1)
  expect(countOn('2020-01-01')).toBe(0)
})

test('a duty whose sources are all unverified warns, and does not hold a contact back', () => {
  const unsure = lawOf({...duty, sources: [{title: 'a blog', confidence: 'unverified'}]})
  const sure = startContactJudge([lawOf(duty)], rules, '2026-01-01').judge(nobody)
  const warned = startContactJudge([unsure], rules, '2026-01-01').judge(nobody)
  expect(warned.map(({severity}) => severity)).toEqual(['warning'])
  expect(isHeldBy(warned)).toBe(false)
  expect(isHeldBy(sure)).toBe(true)
})

test('duties for templates and for rules that are not given are passed over', () => {
  const law = lawOf({...duty, rule: 'template-rule'}, {...duty, rule: 'unknown-rule'})
  expect(startContactJudge([law], rules, '2026-01-01').judge(nobody)).toEqual([])
})
