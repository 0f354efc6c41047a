import {describe, expect, it} from 'vitest'
import type {KeepAsk} from '../../../src/core/consent/keep-until.ts'
import {isKeepOver, keepUntil} from '../../../src/core/consent/keep-until.ts'
import type {Law} from '../../../src/core/laws/law.ts'
import {de} from '../../../src/rulebook/de.ts'
import {fr} from '../../../src/rulebook/fr.ts'
import {jp} from '../../../src/rulebook/jp.ts'
import {us} from '../../../src/rulebook/us.ts'

const other = {sellerType: 'other'} as const
const ask: KeepAsk = {
  laws: [jp],
  facts: other,
  lastMailedAt: Date.parse('2026-01-15T10:00:00+09:00'),
  lastNoAt: null,
  lastContactAt: null,
  lastProvisionAt: null,
  mayBeMailed: true,
  now: Date.parse('2026-01-20T10:00:00+09:00'),
}
const until = (changes: Partial<KeepAsk>) => {
  const keep = keepUntil({...ask, ...changes})
  return keep === null ? null : [keep.retention.of, keep.until, keep.isAssumed]
}
const mailed = (day: string) => Date.parse(`${day}T10:00:00+09:00`)

describe('the proof of a consent', () => {
  it('is kept for one month after the last mail in Japan', () => {
    expect(until({})).toEqual(['JP', '2026-02-15', false])
    expect(until({lastMailedAt: mailed('2026-01-31')})).toEqual(['JP', '2026-02-28', false])
    expect(until({lastMailedAt: mailed('2026-02-28')})).toEqual(['JP', '2026-03-31', false])
  })

  it('counts the day of the mail in the zone of the law', () => {
    expect(until({lastMailedAt: Date.parse('2026-01-15T15:00:00Z')})).toEqual(['JP', '2026-02-16', false])
    expect(until({lastMailedAt: Date.parse('2026-01-15T14:59:59Z')})).toEqual(['JP', '2026-02-15', false])
  })

  it('is kept as long as a person who was never mailed may be mailed, and no longer', () => {
    expect(until({lastMailedAt: null})).toEqual(['JP', null, false])
    expect(until({lastMailedAt: null, mayBeMailed: false})).toBeNull()
  })

  it('is kept for three years by distance sellers, and where nobody said whether the sender is one', () => {
    expect(until({facts: {sellerType: 'b2c-distance'}})).toEqual(['JP-tokusho', '2029-01-15', false])
    expect(until({facts: {}})).toEqual(['JP-tokusho', '2029-01-15', true])
    expect(until({facts: {}, lastMailedAt: mailed('2028-02-29')})).toEqual(['JP-tokusho', '2031-02-28', true])
  })

  it.each([
    ['an order after which mail went out', '2025-12-01', '2026-01-15', 'JP-order', '2027-01-15'],
    ['an order within a month after the last mail', '2026-02-10', '2026-01-15', 'JP-order', '2027-01-15'],
    ['an order on the last day of that month', '2026-02-15', '2026-01-15', 'JP-order', '2027-01-15'],
    ['an order later than that', '2026-02-16', '2026-01-15', 'JP', '2026-02-15'],
    ['an order on the day of the mail', '2026-01-15', '2026-01-15', 'JP-order', '2027-01-15'],
    // Mail of the order's year may have gone out until 2025-03-01.
    ['an order more than a year before the last mail', '2024-03-01', '2026-01-15', 'JP-order', '2026-03-01'],
    ['an order years before the last mail', '2020-03-01', '2026-01-15', 'JP', '2026-02-15'],
  ])('is kept for a year around %s', (_name, underAdministrativeOrder, last, of, day) => {
    expect(until({facts: {...other, underAdministrativeOrder}, lastMailedAt: mailed(last)})).toEqual([of, day, false])
  })

  it('is kept for three years where the address came from, or went to, somebody else', () => {
    expect(until({lastProvisionAt: mailed('2025-06-01')})).toEqual(['JP-appi-provision', '2028-06-01', false])
  })

  it('is kept for three years under laws that name no period, and a law that says how long at most asks for nothing', () => {
    expect(until({laws: [us]})).toEqual(['US', '2029-01-14', false])
    expect(until({laws: [fr], lastContactAt: mailed('2025-06-01')})).toEqual(['FR', '2029-01-15', false])
    const atMost: Law = {...fr, facts: {...fr.facts!, retention: fr.facts!.retention.filter(({bound}) => bound)}}
    expect(until({laws: [atMost], lastContactAt: mailed('2025-06-01')})).toBeNull()
    expect(until({laws: [us], lastMailedAt: null})).toEqual(['US', null, false])
  })

  it('is kept where no period is named as long after a withdrawal as after a mail, the later of the two', () => {
    const over = {laws: [us], mayBeMailed: false}
    expect(until({...over, lastMailedAt: mailed('2021-01-20'), lastNoAt: mailed('2026-01-19')})?.[1]).toBe('2029-01-18')
    expect(until({...over, lastMailedAt: null, lastNoAt: mailed('2026-01-19')})?.[1]).toBe('2029-01-18')
    expect(until({...over, lastMailedAt: mailed('2026-01-15'), lastNoAt: mailed('2021-01-20')})?.[1]).toBe('2029-01-14')
    expect(until({lastMailedAt: mailed('2025-01-20'), lastNoAt: mailed('2026-01-19')})?.[1]).toBe('2025-02-20')
  })

  it('is kept in Germany until three years after the end of the year', () => {
    expect(until({laws: [de]})).toEqual(['DE', '2029-12-31', false])
  })

  it('is kept for the longest of several periods, and without end where one has none', () => {
    const law = (id: string, years: number): Law => ({
      ...jp,
      id,
      facts: {...jp.facts!, retention: [{...jp.facts!.retention[0]!, of: id, period: {unit: 'years', n: years}}]},
    })
    expect(until({laws: [law('a', 2), law('b', 5), law('c', 3)]})).toEqual(['b', '2031-01-15', false])
    expect(until({laws: [law('a', 2), law('b', 5)], lastMailedAt: null})).toEqual(['a', null, false])
  })

  it('is not asked for before the retention was law', () => {
    expect(until({lastMailedAt: mailed('2007-01-15'), now: mailed('2007-02-01')})).toBeNull()
  })

  it('may go the day after its last day', () => {
    const keep = keepUntil(ask)
    expect(isKeepOver(keep, [jp], Date.parse('2026-02-15T23:59:59+09:00'))).toBe(false)
    expect(isKeepOver(keep, [jp], Date.parse('2026-02-16T00:00:00+09:00'))).toBe(true)
    expect(isKeepOver(null, [jp], 0)).toBe(true)
    expect(isKeepOver(keepUntil({...ask, lastMailedAt: null}), [jp], Date.parse('2999-01-01'))).toBe(false)
  })
})
