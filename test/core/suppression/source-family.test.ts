import {expect, it} from 'vitest'
import {sourceFamily} from '../../../src/core/suppression/entry.ts'

it.each([
  ['ses-2026-10-31.csv', 'ses-2026-11-30.csv'],
  ['export_20261031.csv', 'export_20261130.csv'],
  ['31.10.2026 stops.csv', '30.11.2026 stops.csv'],
  ['2026-10-31T09-00-00.csv', '2026-11-30T10-30-15.csv'],
  ['members_1234567.csv', 'members_7654321.csv'],
])('%s and %s are exports of one source', (one, other) => {
  expect(sourceFamily(one)).toBe(sourceFamily(other))
})

it.each([
  ['shop1.csv', 'shop2.csv'],
  ['shop1-2026.csv', 'shop2-2026.csv'],
  ['list-10.csv', 'list-11.csv'],
])('%s and %s are not', (one, other) => {
  expect(sourceFamily(one)).not.toBe(sourceFamily(other))
})
