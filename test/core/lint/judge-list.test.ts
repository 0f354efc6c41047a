import {expect, test} from 'vitest'
import type {Law} from '../../../src/core/laws/law.ts'
import type {ListJudgeAsk} from '../../../src/core/lint/judge-list.ts'
import {judgeList} from '../../../src/core/lint/judge-list.ts'
import {EXAMPLE_CENSUS} from '../../../src/core/lint/list-census.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'
import {evidence} from '../../../src/rulebook/evidence.ts'
import {jp} from '../../../src/rulebook/jp.ts'
import {listRules} from '../../../src/rules/list-rules.ts'

const ASK: ListJudgeAsk = {laws: [jp, evidence], day: '2026-01-15', facts: {}, zone: 0}
const NOTHING = {columns: null, patterns: null, census: null}

function findingsFor(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  ask: Partial<ListJudgeAsk> = {},
) {
  const columns = startColumnJudge(headers)
  for (const row of rows) columns.see(row)
  return judgeList({...ASK, ...ask}, listRules, {...NOTHING, columns: columns.result()}, 'may.csv')
}

test('a column of individual numbers is an error that shows no number', () => {
  const findings = findingsFor(['mail', 'マイナンバー'], [['taro@example.jp', '123456789018']])
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    duty: 'jp/mynumber-present',
    rule: 'mynumber-column',
    severity: 'error',
    where: {kind: 'column', of: 'may.csv', column: 'マイナンバー'},
    key: 'mynumber-column.header',
  })
  expect(JSON.stringify(findings)).not.toContain('123456789018')
})

test('sure signs are errors, single cells warnings, a date of birth a note; the heaviest come first', () => {
  const findings = findingsFor(
    ['生年月日', '備考', '口座番号', '既往歴', '信条'],
    [['1990-01-01', '糖尿病です', '1234567', 'なし', '']],
  )
  expect(findings.map(({severity}) => severity)).toEqual([...findings.map(({severity}) => severity)].sort(byWeight))
  expect(findings.map(({severity, values}) => [severity, values.category])).toEqual(
    expect.arrayContaining([
      ['error', 'medical'],
      ['warning', 'medical'],
      ['warning', 'bank'],
      ['info', 'birthDate'],
    ]),
  )
})

const WEIGHTS = ['error', 'warning', 'info']
function byWeight(a: string, b: string): number {
  return WEIGHTS.indexOf(a) - WEIGHTS.indexOf(b)
}

test('a list is judged by the law of its day', () => {
  expect(findingsFor(['既往歴'], [['なし']], {day: '2017-05-29'})).toEqual([])
  expect(findingsFor(['既往歴'], [['なし']], {day: '2017-05-30'})).toHaveLength(1)
})

test('ordinary columns give no finding', () => {
  expect(findingsFor(['メール', '障害報告日', '会社名'], [['a@example.jp', '2026-01-01', '例']])).toEqual([])
})

test('a weight that the user set wins, and off is silent', () => {
  const of = (weight: 'off' | 'warning') =>
    findingsFor(['既往歴'], [['なし']], {weights: new Map([['jp/appi-special-care', weight]])})
  expect(of('warning').map(({severity}) => severity)).toEqual(['warning'])
  expect(of('off')).toEqual([])
})

test('a duty of several laws speaks once, and what is announced names its day', () => {
  const duty: Law['duties'][number] = {
    id: 'xx/same-second',
    rule: 'same-timestamp',
    with: {share: 0.5},
    title: {ja: '試験', en: 'test'},
    says: {ja: '試験', en: 'test'},
    severity: 'error',
    since: '2020-01-01',
    firmFrom: '2026-06-01',
    sources: [{title: 'Act', confidence: 'verified'}],
  }
  const law: Law = {...jp, id: 'xx', duties: [duty]}
  const census = {...EXAMPLE_CENSUS, dated: 20, topSecond: {at: 60_000, count: 20}}
  const findings = judgeList({...ASK, laws: [law, {...law, id: 'yy'}]}, listRules, {...NOTHING, census}, 'may')
  expect(findings).toEqual([
    {
      duty: 'xx/same-second',
      rule: 'same-timestamp',
      severity: 'warning',
      where: {kind: 'contacts', of: 'may'},
      key: 'same-timestamp.most',
      values: {moment: '1970-01-01T00:01:00+00:00', dated: 20},
      sources: duty.sources,
      firmFrom: '2026-06-01',
      count: 20,
    },
  ])
})

test('a day that most consents share is told as a day of the zone, and no second of another', () => {
  const topSecond = {at: Date.parse('2024-04-02T00:00+09:00'), count: 48}
  const census = {...EXAMPLE_CENSUS, dated: 48, topSecond}
  const of = (zone: number) => judgeList({...ASK, zone}, listRules, {...NOTHING, census}, 'may')
  expect(of(540)).toMatchObject([{key: 'same-timestamp.day', values: {moment: '2024-04-02'}}])
  expect(of(0)).toMatchObject([{key: 'same-timestamp.most', values: {moment: '2024-04-01T15:00:00+00:00'}}])
})

test('a duty that hangs on a fact is judged only where the fact is declared so', () => {
  const duty = {
    ...evidence.duties.find(({rule}) => rule === 'suppressed-in-list')!,
    when: {fact: 'sellerType', is: ['b2c-distance']},
  }
  const ask = {...ASK, laws: [{...evidence, duties: [duty]}]}
  const view = {...NOTHING, census: {...EXAMPLE_CENSUS, stopped: {optout: 1}}}
  expect(judgeList(ask, listRules, view, 'may')).toEqual([])
  expect(judgeList({...ask, facts: {sellerType: 'b2c-distance'}}, listRules, view, 'may')).toHaveLength(1)
})
