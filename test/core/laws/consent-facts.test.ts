import {describe, expect, it} from 'vitest'
import {acceptedBases, expiriesOf} from '../../../src/core/laws/consent-facts.ts'
import type {DutyAt} from '../../../src/core/laws/duty-at.ts'
import {dutyAt} from '../../../src/core/laws/duty-at.ts'

const duty = (id: string, rule: string | null, wanted: DutyAt['with']) =>
  dutyAt(
    'xx',
    {
      ...{
        id,
        rule,
        with: wanted,
        title: {ja: '同意', en: 'Consent'},
        says: {ja: '', en: ''},
        severity: 'error',
        since: '2020-01-01',
      },
      sources: [{title: 'Act', confidence: 'verified'}],
    },
    '2026-01-01',
    {},
  )

describe('facts told from duties', () => {
  it('are the bases that count, for whom none is asked, and the duty that says so', () => {
    const bases = acceptedBases([
      duty('xx/consent', 'consent-basis', {bases: ['consent', 'soft_optin'], exceptSubscribers: ['organisation']}),
      duty('xx/record', 'consent-record', {basis: 'consent', how: ['method']}),
    ])
    expect(bases).toEqual([
      {duty: 'xx/consent', bases: ['consent', 'soft_optin'], exceptSubscribers: ['organisation'], needs: null},
    ])
  })

  it('are the periods after which a basis runs out', () => {
    const expiries = expiriesOf([
      duty('xx/inquiry', 'basis-age', {basis: 'implied_inquiry', from: ['inquiry_at', 'at'], months: 6}),
      duty('xx/unused', 'unused-age', {months: 24}),
      duty('xx/told', null, {months: 3}),
    ])
    expect(expiries.map(({duty: id, rule, basis, months, from}) => [id, rule, basis, months, from])).toEqual([
      ['xx/inquiry', 'basis-age', 'implied_inquiry', 6, ['inquiry_at', 'at']],
      ['xx/unused', 'unused-age', null, 24, []],
    ])
  })
})
