import {expect, test} from 'vitest'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../../src/core/contacts/contact-case.ts'
import {startContactJudge} from '../../../src/core/lint/judge-contact.ts'
import {complaintsWhilePlanned, isPlanStale} from '../../../src/core/sending/plan-life.ts'
import {lawChoiceOf} from '../../../src/rulebook/laws.ts'
import {listRules} from '../../../src/rules/list-rules.ts'

const {judge} = startContactJudge({choice: lawChoiceOf(['ca']), day: '2026-06-01', facts: {}}, listRules)
const inquiry = (day: string) => ({
  ...EXAMPLE_CASE,
  country: 'CA',
  asOf: Date.UTC(2026, 5, 1, 12),
  consents: [{...EXAMPLE_FACT, basis: 'implied_inquiry' as const, evidence: {inquiry_at: day}}],
})
const heldBy = (day: string) =>
  complaintsWhilePlanned(judge, inquiry(day))
    .filter(({severity}) => severity === 'error')
    .map(({duty, verdict}) => [duty.id, verdict])

test('a consent that lapses while the plan may wait holds its contact back', () => {
  expect(heldBy('2025-12-03')).toEqual([['ca/implied-inquiry-6m', 'expired']])
  expect(heldBy('2025-12-20')).toEqual([])
})

test('what holds a contact back today is told once', () => {
  expect(heldBy('2025-06-01')).toEqual([['ca/implied-inquiry-6m', 'expired']])
})

test('a consent dated tomorrow is not taken for one of today', () => {
  const tomorrow = {...inquiry('2026-06-02'), consents: [{...EXAMPLE_FACT, at: Date.UTC(2026, 5, 2, 12)}]}
  expect(complaintsWhilePlanned(judge, tomorrow)).toEqual(judge(tomorrow))
})

test('a plan may wait for five days', () => {
  const at = Date.UTC(2026, 5, 1)
  expect(isPlanStale(at, at + 5 * 86_400_000)).toBe(false)
  expect(isPlanStale(at, at + 5 * 86_400_000 + 1)).toBe(true)
})
