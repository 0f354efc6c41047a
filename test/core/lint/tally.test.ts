import {expect, test} from 'vitest'
import type {Duty} from '../../../src/core/lint/duty.ts'
import {tallyFindings} from '../../../src/core/lint/tally.ts'

const duty: Duty = {
  id: 'xx/basis',
  rule: 'basis',
  severity: 'error',
  since: '2008-12-01',
  sources: [{title: 'Act, art. 1', confidence: 'verified'}],
}
const complaint = {duty, severity: 'error', key: 'basis.missing', values: {}} as const

test('many complaints of one kind become one finding with a count and three samples', () => {
  const tally = tallyFindings('may.csv')
  for (let row = 2; row <= 6; row++) tally.add(complaint, `row ${row}: t***@example.jp`)
  expect(tally.findings()).toEqual([
    {
      duty: 'xx/basis',
      rule: 'basis',
      severity: 'error',
      where: {kind: 'contacts', of: 'may.csv'},
      key: 'basis.missing',
      values: {},
      sources: duty.sources,
      count: 5,
      samples: ['row 2: t***@example.jp', 'row 3: t***@example.jp', 'row 4: t***@example.jp'],
    },
  ])
})

test('other words, other values and other duties are findings of their own, the heaviest and most frequent first', () => {
  const tally = tallyFindings('may')
  const note = {...complaint, duty: {...duty, id: 'xx/note'}, severity: 'info'} as const
  tally.add(note, 'row 1')
  tally.add({...complaint, key: 'basis.not-accepted', values: {basis: 'contract'}}, 'row 2')
  for (const row of [3, 4]) tally.add({...complaint, key: 'basis.not-accepted', values: {basis: 'card'}}, `row ${row}`)
  expect(tally.findings().map(({duty: id, values, count}) => [id, values, count])).toEqual([
    ['xx/basis', {basis: 'card'}, 2],
    ['xx/basis', {basis: 'contract'}, 1],
    ['xx/note', {}, 1],
  ])
})
