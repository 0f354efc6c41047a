import {expect, test} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE} from '../../../src/core/contacts/contact-case.ts'
import {chooseLaws} from '../../../src/core/laws/choose-laws.ts'
import type {Law} from '../../../src/core/laws/law.ts'
import type {Duty} from '../../../src/core/lint/duty.ts'
import {consentVerdict, isHeldBy, notAssessed, startContactJudge} from '../../../src/core/lint/judge-contact.ts'
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
const nobody = {...EXAMPLE_CASE, country: null, asOf: 2}
const somebody = {...EXAMPLE_CASE, consents: [fact], asOf: 2}

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
  title: {ja: '同意の記録', en: 'Record of consent'},
  rule: 'has-consents',
  with: {most: 0},
  says: {ja: '同意が要ります。', en: 'A consent is needed.'},
  severity: 'error',
  since: '2008-12-01',
  sources: [{title: 'Act, art. 1', confidence: 'verified'}],
}
const lawOf = (...duties: readonly Duty[]): Law => ({
  id: 'xx',
  name: {ja: '', en: ''},
  countries: ['JP'],
  duties,
  facts: null,
})

function judgeBy(laws: readonly Law[], day: Duty['since'] = '2026-01-01', facts = {}) {
  const choice = chooseLaws({sender: laws, known: [], strictest: null, standards: []})
  return startContactJudge({choice, day, facts}, rules)
}

test('each duty is applied with its own parameters, weight and words', () => {
  const lenient: Duty = {...duty, id: 'xx/few', with: {most: 5}, severity: 'warning'}
  const {judge} = judgeBy([lawOf(duty), lawOf(lenient)])
  expect(judge(somebody)).toEqual([
    {law: 'xx', duty, severity: 'error', verdict: 'missing', key: 'too-many', values: {most: 0}},
  ])
  expect(judge(nobody).map(({duty: {id}, key, severity}) => [id, key, severity])).toEqual([
    ['xx/consents', 'none', 'error'],
    ['xx/few', 'none', 'warning'],
  ])
})

test('complaints about one contact do not stay for the next', () => {
  const {judge} = judgeBy([lawOf({...duty, with: {most: 1}})])
  const first = judge(nobody)
  expect(judge(somebody)).toEqual([])
  expect(first).toHaveLength(1)
})

test('a duty binds from its first day until the day before its end', () => {
  const law = lawOf({...duty, since: '2008-12-01', until: '2020-01-01'})
  const countOn = (day: Duty['since']) => judgeBy([law], day).judge(nobody).length
  expect(countOn('2008-11-30')).toBe(0)
  expect(countOn('2008-12-01')).toBe(1)
  expect(countOn('2019-12-31')).toBe(1)
  expect(countOn('2020-01-01')).toBe(0)
})

test('a duty whose sources are all unverified warns, and does not hold a contact back', () => {
  const unsure = lawOf({...duty, sources: [{title: 'a blog', confidence: 'unverified'}]})
  const sure = judgeBy([lawOf(duty)]).judge(nobody)
  const warned = judgeBy([unsure]).judge(nobody)
  expect(warned.map(({severity}) => severity)).toEqual(['warning'])
  expect(isHeldBy(warned)).toBe(false)
  expect(isHeldBy(sure)).toBe(true)
})

test('duties for templates and for rules that are not given are passed over', () => {
  const law = lawOf({...duty, rule: 'template-rule'}, {...duty, rule: 'unknown-rule'})
  expect(judgeBy([law]).judge(nobody)).toEqual([])
})

test('the law of the country comes on top of the sender law, and each law counts once', () => {
  const home: Law = {...lawOf({...duty, id: 'jp/consents'}), id: 'jp'}
  const sender: Law = {...lawOf(duty), countries: ['US']}
  const strictest: Law = {...lawOf({...duty, id: 'strictest/consents'}), id: 'strictest', countries: []}
  const choice = chooseLaws({sender: [sender], known: [sender, home], strictest, standards: []})
  const {judge} = startContactJudge({choice, day: '2026-01-01', facts: {}}, rules)
  const idsFor = (country: string | null) => judge({...somebody, country}).map(({duty: {id}}) => id)
  expect(idsFor('JP')).toEqual(['xx/consents', 'jp/consents'])
  expect(idsFor('US')).toEqual(['xx/consents'])
  expect(idsFor('TH')).toEqual(['xx/consents', 'strictest/consents'])
  expect(idsFor(null)).toEqual(['xx/consents', 'strictest/consents'])
})

test('a duty that depends on a fact binds only where it is declared so, and is listed where nobody declared it', () => {
  const law = lawOf({...duty, when: {fact: 'sellerType', is: ['b2c-distance']}})
  const judged = (facts: Readonly<Record<string, string>>) => judgeBy([law], '2026-01-01', facts).judge(somebody).length
  expect(judged({sellerType: 'b2c-distance'})).toBe(1)
  expect(judged({sellerType: 'other'})).toBe(0)
  expect(judged({})).toBe(0)
  expect(notAssessed([law], '2026-01-01', {}).map(({id}) => id)).toEqual(['xx/consents'])
  expect(notAssessed([law], '2026-01-01', {sellerType: 'other'})).toEqual([])
})

test('a duty that is announced warns until its day', () => {
  const law = lawOf({...duty, firmFrom: '2027-05-01'})
  expect(judgeBy([law], '2027-04-30').judge(somebody)[0]).toMatchObject({severity: 'warning', verdict: 'weak'})
  expect(judgeBy([law], '2027-05-01').judge(somebody)[0]).toMatchObject({severity: 'error', verdict: 'missing'})
})

test('the worst complaint makes the verdict; notes leave a consent valid', () => {
  const lenient: Duty = {...duty, severity: 'info'}
  expect(consentVerdict(judgeBy([lawOf(lenient)]).judge(somebody))).toBe('valid')
  expect(consentVerdict(judgeBy([lawOf({...duty, severity: 'warning'})]).judge(somebody))).toBe('weak')
  expect(consentVerdict(judgeBy([lawOf(duty, lenient)]).judge(somebody))).toBe('missing')
  expect(consentVerdict([])).toBe('valid')
})

test('a weight the user set replaces that of the duty, and off passes it over', () => {
  const choice = chooseLaws({sender: [lawOf(duty)], known: [], strictest: null, standards: []})
  const weigh = (weight: 'off' | 'warning') =>
    startContactJudge({choice, day: '2026-01-01', facts: {}, weights: new Map([[duty.id, weight]])}, rules)
  expect(weigh('off').judge(somebody)).toEqual([])
  expect(
    weigh('warning')
      .judge(somebody)
      .map(({severity}) => severity),
  ).toEqual(['warning'])
})
