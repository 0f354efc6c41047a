import {expect, test} from 'vitest'
import type {Law} from '../../../src/core/lint/duty.ts'
import {judgeColumns} from '../../../src/core/lint/judge-columns.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'
import {jpListDuties} from '../../../src/rulebook/jp-lists.ts'
import {listRules} from '../../../src/rules/list-rules.ts'

const jp: Law = {id: 'jp', name: {ja: '日本', en: 'Japan'}, countries: ['JP'], duties: jpListDuties}

function findingsFor(headers: readonly string[], rows: readonly (readonly string[])[], day: Law['duties'][0]['since']) {
  const columns = startColumnJudge(headers)
  for (const row of rows) columns.see(row)
  return judgeColumns([jp], listRules, day, columns.result(), 'may.csv')
}

test('a column of individual numbers is an error that shows no number', () => {
  const findings = findingsFor(['mail', 'マイナンバー'], [['taro@example.jp', '123456789018']], '2026-01-15')
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    duty: 'jp/mynumber-present',
    rule: 'mynumber-column',
    severity: 'error',
    where: {kind: 'column', of: 'may.csv', column: 'マイナンバー'},
    key: 'mynumber-column.header',
    values: {filled: 1, matched: 1},
  })
  expect(JSON.stringify(findings)).not.toContain('123456789018')
})

test('sure signs are errors, single cells warnings, a date of birth a note; the heaviest come first', () => {
  const findings = findingsFor(
    ['生年月日', '備考', '口座番号', '既往歴', '信条'],
    [['1990-01-01', '糖尿病です', '1234567', 'なし', '']],
    '2026-01-15',
  )
  expect(findings.map(({duty, severity, key, values}) => [severity, duty, key, values.category])).toEqual([
    ['error', 'jp/appi-special-care', 'sensitive-columns.header', 'medical'],
    ['warning', 'jp/appi-special-care-values', 'sensitive-columns.weak', 'medical'],
    ['warning', 'jp/appi-special-care-values', 'sensitive-columns.empty', 'creed'],
    ['warning', 'jp/appi-identifier-columns', 'sensitive-columns.header', 'bank'],
    ['info', 'jp/appi-birth-date', 'sensitive-columns.needless', 'birthDate'],
  ])
})

test('a list is judged by the law of its day', () => {
  expect(findingsFor(['既往歴'], [['なし']], '2017-05-29')).toEqual([])
  expect(findingsFor(['既往歴'], [['なし']], '2017-05-30')).toHaveLength(1)
})

test('ordinary columns give no finding', () => {
  expect(findingsFor(['メール', '障害報告日', '会社名'], [['a@example.jp', '2026-01-01', '例']], '2026-01-15')).toEqual(
    [],
  )
})
