import {expect, test} from 'vitest'
import {startDateForms} from '../../../src/core/contacts/date-forms.ts'

function formsOf(...cells: readonly string[]) {
  const forms = startDateForms([{index: 1, header: '同意日'}])
  for (const cell of cells) forms.see(['a@example.jp', cell])
  return forms.result()[0]?.forms.map(({form, rows}) => [form, rows]) ?? []
}

test('ways to write a date are told apart, most rows first', () => {
  expect(formsOf('2026-01-15', '2026-1-5', '15.01.2026', '2026年1月15日', '2026-12-31')).toEqual([
    ['Y-M-M', 3],
    ['M.M.Y', 1],
    ['Y年M月M日', 1],
  ])
})

test.each([
  ['a time of day', ['2026-01-15', '2026-01-15 10:00', '2026-01-15T10:00:00+09:00', '2026-01-15　9時']],
  ['full-width digits', ['2026/1/5', '２０２６/１/５']],
  ['cells that hold no digit, and empty ones', ['2026-01-15', '', '不明', ' ']],
  ['a page in a cell', ['2026-01-15', `1${'x'.repeat(100)}`]],
])('%s is no way of its own', (_, cells) => {
  expect(formsOf(...cells)).toEqual([])
})

test('a column of one way is not told, and numbers of other lengths are ways of their own', () => {
  expect(formsOf('20260115', '20260116')).toEqual([])
  expect(formsOf('20260115', '45000', '2026-01-15')).toHaveLength(3)
})

test('a column full of other things does not grow', () => {
  const cells = Array.from({length: 1000}, (_, i) => `${'x'.repeat(i % 30)}1${'y'.repeat(Math.floor(i / 30) % 5)}`)
  expect(formsOf(...cells).length).toBeLessThanOrEqual(20)
})
