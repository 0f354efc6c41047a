import {describe, expect, it} from 'vitest'
import {announcedBy, dutyAt, inOrderOfDays, surest, yearAfter} from '../../../src/core/laws/duty-at.ts'
import type {Day, Duty} from '../../../src/core/lint/duty.ts'

const duty: Duty = {
  id: 'xx/consent',
  title: {ja: '同意', en: 'Consent'},
  rule: 'consent-basis',
  says: {ja: '同意が必要です。', en: 'Consent is needed.'},
  severity: 'error',
  since: '2020-01-01',
  sources: [{title: 'Act s. 1', confidence: 'verified'}],
}
const at = (more: Partial<Duty>, day: Day, facts = {}) => dutyAt('xx', {...duty, ...more}, day, facts)
const unverified = [{title: 'Act s. 1', confidence: 'unverified' as const}]

describe('a duty on a day', () => {
  it.each([
    ['2019-12-31', 'to-come'],
    ['2020-01-01', 'in-force'],
    ['2024-12-31', 'in-force'],
    ['2025-01-01', 'ended'],
  ] as const)('of 2020 to 2024 is on %s %s', (day, standing) => {
    expect(at({until: '2025-01-01'}, day).standing).toBe(standing)
  })

  it('that is announced warns until its day, and tells the day on which it becomes an error', () => {
    const announced = at({firmFrom: '2027-05-14'}, '2027-05-13')
    expect([announced.severity, announced.becomes]).toEqual(['warning', {day: '2027-05-14', severity: 'error'}])
    const firm = at({firmFrom: '2027-05-14'}, '2027-05-14')
    expect([firm.severity, firm.becomes]).toEqual(['error', null])
  })

  it('whose sources nobody checked never weighs more than a warning, and does not promise to', () => {
    const weak = at({firmFrom: '2027-05-14', sources: unverified}, '2026-01-01')
    expect([weak.severity, weak.becomes, weak.confidence]).toEqual(['warning', null, 'unverified'])
  })

  it('that is to come weighs what it weighs on its first day', () => {
    expect(at({since: '2030-01-01'}, '2026-01-01').severity).toBe('error')
    const later = at({since: '2030-01-01', firmFrom: '2031-01-01'}, '2026-01-01')
    expect([later.severity, later.becomes]).toEqual(['warning', {day: '2031-01-01', severity: 'error'}])
  })

  it('says whether it binds, as far as the fact it depends on was declared', () => {
    const when = {fact: 'sellerType', is: ['b2c-distance']}
    expect(at({}, '2026-01-01').needs).toBeNull()
    expect(at({when}, '2026-01-01').needs).toEqual({...when, declared: null, holds: null})
    expect(at({when}, '2026-01-01', {sellerType: 'other'}).needs).toEqual({...when, declared: 'other', holds: false})
    expect(at({when}, '2026-01-01', {sellerType: 'b2c-distance'}).needs?.holds).toBe(true)
  })

  it('is as sure as the surest of its sources', () => {
    expect(surest([...unverified, {title: 'a', confidence: 'secondary'}])).toBe('secondary')
    expect(surest([...unverified, ...duty.sources])).toBe('verified')
    expect(surest([])).toBe('unverified')
  })
})

describe('what is announced', () => {
  const day: Day = '2026-11-24'
  const told = (more: Partial<Duty>) => announcedBy([at(more, day)], day).map((each) => [each.day, each.what])

  it('is what begins, becomes an error or ends within twelve months, the last day included', () => {
    expect(told({since: '2027-11-24'})).toEqual([['2027-11-24', 'begins']])
    expect(told({since: '2027-11-25'})).toEqual([])
    expect(told({since: '2026-11-24'})).toEqual([])
    expect(told({firmFrom: '2027-01-01'})).toEqual([['2027-01-01', 'becomes']])
    expect(told({until: '2027-01-01'})).toEqual([['2027-01-01', 'ends']])
    expect(told({until: '2026-11-01'})).toEqual([])
  })

  it('is told twice of a duty that begins as a warning and becomes an error later', () => {
    expect(told({since: '2027-01-01', firmFrom: '2027-05-01'})).toEqual([
      ['2027-01-01', 'begins'],
      ['2027-05-01', 'becomes'],
    ])
  })

  it('comes in the order of days, whatever the law', () => {
    const later = announcedBy([at({since: '2027-05-01'}, day)], day)
    const sooner = announcedBy([at({firmFrom: '2027-01-01'}, day)], day)
    expect(inOrderOfDays([...later, ...sooner]).map((each) => each.day)).toEqual(['2027-01-01', '2027-05-01'])
  })

  it('counts a year from 29 February as well', () => {
    expect(yearAfter('2028-02-29')).toBe('2029-02-29')
    expect('2029-02-28' <= yearAfter('2028-02-29') && yearAfter('2028-02-29') < '2029-03-01').toBe(true)
  })
})
