import {expect, it} from 'vitest'
import {judgeList} from '../../src/core/lint/judge-list.ts'
import type {ColumnJudgement} from '../../src/core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../src/core/sensitive/judge-columns.ts'
import {LAWS} from '../../src/rulebook/laws.ts'
import {listRules} from '../../src/rules/list-rules.ts'
import {ORDINARY_LISTS} from '../support/ordinary-lists.ts'

const ROWS = 200

const judged = (columns: readonly ColumnJudgement[]) =>
  judgeList(
    {laws: LAWS, day: '2026-01-15', facts: {}, zone: 540},
    listRules,
    {columns, patterns: null, census: null},
    'list',
  )
const ASKED_ON = Date.UTC(2026, 0, 15)

it('there are thirty ordinary lists or more, in both languages', () => {
  expect(ORDINARY_LISTS.length).toBeGreaterThanOrEqual(30)
  expect(
    ORDINARY_LISTS.filter(({headers}) => headers.some((header) => /\p{Script=Han}/u.test(header))).length,
  ).toBeGreaterThan(12)
})

it.each(ORDINARY_LISTS)('$name: no law has a finding of weight', ({headers, rows}) => {
  const judge = startColumnJudge(headers, ASKED_ON)
  for (const row of rows(ROWS)) judge.see(row)
  const columns = judge.result()
  const found = judged(columns)
  expect(found.filter(({severity}) => severity !== 'info')).toEqual([])
  expect(columns.filter(({strength}) => strength === 'strong')).toEqual([])
})

it('the same lists with one sensitive column are found', () => {
  for (const {headers, rows} of ORDINARY_LISTS) {
    const judge = startColumnJudge([...headers, '既往歴'], ASKED_ON)
    for (const row of rows(ROWS)) judge.see([...row, '高血圧'])
    const found = judged(judge.result())
    expect(found.some(({duty}) => duty === 'jp/appi-special-care')).toBe(true)
  }
})
