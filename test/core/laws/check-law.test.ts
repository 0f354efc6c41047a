/** A wrong law file is told with the place and what was expected. */
import {expect, test} from 'vitest'
import {lawFaults, rulebookFaults} from '../../../src/core/laws/check-law.ts'
import type {Law, LawFacts} from '../../../src/core/laws/law.ts'
import type {Duty} from '../../../src/core/lint/duty.ts'
import type {Rule} from '../../../src/core/lint/rule.ts'

const rule = (id: string): Rule => ({id, subject: 'contact', bad: [], good: [], check: () => {}})
const RULES = [rule('not-refused'), rule('basis-age')]

const duty: Duty = {
  id: 'xx/stop',
  title: {ja: '受信拒否の尊重', en: 'Refusals are honoured'},
  rule: 'not-refused',
  says: {ja: '断られたら止めます。', en: 'Mail stops on refusal.'},
  severity: 'error',
  since: '2020-01-01',
  sources: [{title: 'Act 1', url: 'https://example.com/act', confidence: 'verified'}],
}
const facts: LawFacts = {
  model: 'opt-out',
  consent: {ja: '同意は不要です。', en: 'No consent needed.'},
  optOut: [{of: null, deadline: {unit: 'days', n: 3}, linkDays: 30, sources: duty.sources}],
  retention: [],
  labels: [],
  quietHours: null,
  penalties: [],
}
const law: Law = {
  id: 'xx',
  name: {ja: '架空の国', en: 'Nowhere'},
  countries: ['NZ'],
  zoneMinutes: 720,
  duties: [duty],
  facts,
}

const placesOf = (wrong: Law) => lawFaults(wrong, RULES).map(({place}) => place)
const withDuty = (changes: object): Law => ({...law, duties: [{...duty, ...changes} as Duty]})

test('a law that is well made has no fault', () => {
  expect(lawFaults(law, RULES)).toEqual([])
})

test('a fault says the place, what was found and what was expected', () => {
  expect(lawFaults(withDuty({since: '2020-02-30'}), RULES)).toEqual([
    {place: 'xx.duties[0] xx/stop: since', expected: 'a day of the calendar such as 2008-12-01', found: '"2020-02-30"'},
  ])
})

test.each([
  ['an unknown rule', {rule: 'no-such-rule'}, 'rule'],
  ['a day that is none', {since: '1.1.2020'}, 'since'],
  ['an end before the beginning', {until: '2019-12-31'}, 'until'],
  ['a firm day that is not later', {firmFrom: '2020-01-01'}, 'firmFrom'],
  ['no title', {title: undefined}, 'title.ja'],
  ['a title in one language', {title: {ja: '受信拒否', en: ''}}, 'title.en'],
  ['a Japanese title that is a sentence', {title: {ja: '断'.repeat(21), en: 'Refusals'}}, 'title.ja'],
  [
    'an English title that is a sentence',
    {title: {ja: '受信拒否', en: 'Mail must stop as soon as somebody refuses'}},
    'title.en',
  ],
  ['no Japanese', {says: {ja: 'Mail stops.', en: 'Mail stops.'}}, 'says.ja'],
  ['no English', {says: {ja: '止めます。', en: ''}}, 'says.en'],
  ['Japanese in the English words', {says: {ja: '止めます。', en: 'Mail 止めます.'}}, 'says.en'],
  ['no words at all', {says: undefined}, 'says.ja'],
  ['no source', {sources: []}, 'sources'],
  ['a source without a title', {sources: [{title: ' ', confidence: 'verified'}]}, 'sources.title'],
  ['a mark nobody knows', {sources: [{title: 'Act 1', confidence: 'sure'}]}, 'sources.confidence'],
  ['a source at no address', {sources: [{title: 'Act 1', url: 'act', confidence: 'verified'}]}, 'sources.url'],
  ['an unknown fact', {when: {fact: 'shoeSize', is: ['42']}}, 'when.fact'],
  ['a word the fact does not know', {when: {fact: 'sellerType', is: ['b2b']}}, 'when.is'],
  ['a fact without its words', {when: {fact: 'sellerType', is: []}}, 'when.is'],
  ['an id of another authority', {id: 'jp/stop'}, 'id'],
  ['an id with a number in front', {id: 'xx/1'}, 'id'],
  ['a weight nobody knows', {severity: 'fatal'}, 'severity'],
  ['a parameter the rule does not take', {with: {bases: ['consent']}}, 'with.bases'],
  ['a missing parameter', {rule: 'basis-age', with: {basis: 'trade', from: ['at']}}, 'with.months'],
  ['a parameter of the wrong kind', {rule: 'basis-age', with: {basis: 'gift', from: ['at'], months: 6}}, 'with.basis'],
  ['parameters without a rule', {rule: null, with: {months: 6}}, 'with.months'],
])('%s is told', (_what, changes, place) => {
  const places = placesOf(withDuty(changes))
  const id = 'id' in changes ? changes.id : duty.id
  expect(places).toContain(`xx.duties[0] ${id}: ${place}`)
})

test('a fact that is a day takes no words', () => {
  expect(placesOf(withDuty({when: {fact: 'underAdministrativeOrder', is: []}}))).toEqual([])
  expect(placesOf(withDuty({when: {fact: 'underAdministrativeOrder', is: ['yes']}}))).toHaveLength(1)
})

test('unknown countries, zones and names are told', () => {
  expect(placesOf({...law, countries: ['UK']})).toEqual(['xx.countries'])
  expect(placesOf({...law, zoneMinutes: 9000})).toEqual(['xx.zoneMinutes'])
  expect(placesOf({...law, name: {ja: '', en: 'Nowhere'}})).toEqual(['xx.name.ja'])
})

test('an id that stands twice is told, within a law and among laws', () => {
  expect(placesOf({...law, duties: [duty, duty]})).toEqual(['xx.duties[1] xx/stop:'])
  const other: Law = {...law, id: 'yy', duties: [{...duty, id: 'yy/stop'}]}
  expect(rulebookFaults([law, other], RULES)).toEqual([])
  const same = rulebookFaults([law, {...other, duties: [duty]}], RULES)
  expect(same.map(({expected, found}) => [expected, found])).toContainEqual([
    'an id that no other law has',
    'also in xx',
  ])
})

test.each([
  [
    'a deadline below nothing',
    {optOut: [{...facts.optOut[0], deadline: {unit: 'days', n: -1}}]},
    'optOut[0].deadline.n',
  ],
  ['half a day of link life', {optOut: [{...facts.optOut[0], linkDays: 0.5}]}, 'optOut[0].linkDays'],
  ['a deadline without source', {optOut: [{...facts.optOut[0], sources: []}]}, 'optOut[0].sources'],
  ['a label without words', {labels: [{text: ' ', where: law.name, sources: duty.sources}]}, 'labels[0].text'],
  [
    'a penalty without an amount',
    {penalties: [{conduct: law.name, amount: {ja: '', en: ''}, sources: duty.sources}]},
    'penalties[0].amount.ja',
  ],
  [
    'a retention for no time',
    {
      retention: [
        {
          of: 'XX',
          after: 'last-mail',
          period: {unit: 'years', n: 0},
          says: law.name,
          since: duty.since,
          sources: duty.sources,
        },
      ],
    },
    'retention[0] XX: period.n',
  ],
])('%s is told', (_what, changes, place) => {
  expect(placesOf({...law, facts: {...facts, ...changes} as LawFacts})).toContain(`xx.facts.${place}`)
})
