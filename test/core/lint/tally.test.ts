import {expect, test} from 'vitest'
import type {Duty} from '../../../src/core/lint/duty.ts'
import {tallyFindings} from '../../../src/core/lint/tally.ts'

const duty: Duty = {
  id: 'xx/basis',
  title: {ja: '根拠の記録', en: 'Recorded basis'},
  rule: 'basis',
  says: {ja: '根拠が要ります。', en: 'A basis is needed.'},
  severity: 'error',
  since: '2008-12-01',
  sources: [{title: 'Act, art. 1', confidence: 'verified'}],
}
const complaint = {law: 'xx', duty, severity: 'error', verdict: 'missing', key: 'basis.missing', values: {}} as const

const at = (row: number) => ({row, publicId: null, address: 'taro@example.jp'})

test('many complaints of one kind become one finding with a count and three samples', () => {
  const tally = tallyFindings('may.csv', '2026-01-15')
  for (let row = 2; row <= 6; row++) tally.add(complaint, at(row))
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
      samples: [
        {row: 2, id: null, address: 't***@example.jp'},
        {row: 3, id: null, address: 't***@example.jp'},
        {row: 4, id: null, address: 't***@example.jp'},
      ],
    },
  ])
})

test('other words, other values and other duties are findings of their own, the heaviest and most frequent first', () => {
  const tally = tallyFindings('may', '2026-01-15')
  const note = {...complaint, duty: {...duty, id: 'xx/note'}, severity: 'info'} as const
  tally.add(note, at(1))
  tally.add({...complaint, key: 'basis.not-accepted', values: {basis: 'contract'}}, at(2))
  for (const row of [3, 4]) tally.add({...complaint, key: 'basis.not-accepted', values: {basis: 'card'}}, at(row))
  expect(tally.findings().map(({duty: id, values, count}) => [id, values, count])).toEqual([
    ['xx/basis', {basis: 'card'}, 2],
    ['xx/basis', {basis: 'contract'}, 1],
    ['xx/note', {}, 1],
  ])
})

test('a duty that is only announced says from which day it weighs more, until that day has come', () => {
  const announced = {...complaint, severity: 'warning', duty: {...duty, firmFrom: '2026-06-01'}} as const
  const dayOf = (day: '2026-05-31' | '2026-06-01') => {
    const tally = tallyFindings('may', day)
    tally.add(announced, at(2))
    return tally.findings()[0]!.firmFrom
  }
  expect([dayOf('2026-05-31'), dayOf('2026-06-01')]).toEqual(['2026-06-01', undefined])
})
