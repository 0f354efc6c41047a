import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {countedFrom, isOlderThan} from '../../../src/core/consent/age.ts'
import {
  evidenceMoment,
  proofOf,
  standingEvent,
  subscriberType,
  tellsOneOf,
  wordedEvent,
} from '../../../src/core/consent/read-evidence.ts'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {CONSENT_KINDS, consentAt} from '../../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../../src/core/contacts/contact-case.ts'
import {addMonths, dayNumber} from '../../../src/core/laws/calendar.ts'

const caseOf = (...consents: readonly ConsentFact[]) => ({...EXAMPLE_CASE, consents})
const day = (n: number) => Date.UTC(2025, 5, n)

describe('the event that holds', () => {
  it('is the one consentAt finds, however many there are', () => {
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom(...CONSENT_KINDS),
        at: fc.option(fc.integer({min: 0, max: 4})),
        topic: fc.constantFrom(null, 'news', 'events'),
        basis: fc.constantFrom('consent' as const, 'trade' as const),
      }),
      {maxLength: 3},
    )
    fc.assert(
      fc.property(events, fc.constantFrom(null, 'news'), (told, topic) => {
        const consents = told.map((each) => ({...fact, ...each}))
        const setting = {...EXAMPLE_CASE.setting, topic}
        expect(standingEvent({...EXAMPLE_CASE, setting, consents, asOf: 2})).toBe(consentAt(consents, 2, topic))
      }),
    )
  })
})

describe('proof', () => {
  const signUp = {...fact, at: day(1), wording: 'news-form', evidence: {ip: '203.0.113.7'}}
  const confirmed = {...fact, kind: 'confirmed' as const, at: day(2)}

  it('of a sign-up speaks for its confirmation', () => {
    expect(proofOf(caseOf(signUp, confirmed), confirmed, 'ip')).toBe('203.0.113.7')
    expect(wordedEvent(caseOf(signUp, confirmed), confirmed)).toBe(signUp)
  })

  it('of how it was given may stand in the sign-up, or nowhere', () => {
    const bare = {...fact, method: null, source: ' ', wording: null}
    const bareConfirmed = {...bare, kind: 'confirmed' as const, at: day(2)}
    const withForm = {...bare, at: day(1), wording: 'news-form'}
    expect(tellsOneOf(caseOf(withForm, bareConfirmed), bareConfirmed, ['source', 'wording'])).toBe(true)
    expect(tellsOneOf(caseOf(withForm, bareConfirmed), bareConfirmed, ['method', 'source'])).toBe(false)
    expect(tellsOneOf(caseOf({...fact, at: day(1)}, bareConfirmed), bareConfirmed, ['method', 'source'])).toBe(true)
    expect(tellsOneOf(caseOf(bare), bare, ['method', 'source', 'wording'])).toBe(false)
  })

  it('of the consent itself comes first, and blanks are none', () => {
    const own = {...confirmed, evidence: {ip: '203.0.113.9'}}
    expect(proofOf(caseOf(signUp, own), own, 'ip')).toBe('203.0.113.9')
    const blank = {...confirmed, wording: ' ', evidence: {ip: ' '}}
    expect(proofOf(caseOf(signUp, blank), blank, 'ip')).toBe('203.0.113.7')
    expect(wordedEvent(caseOf(blank), blank)).toBeNull()
  })

  it('ends with a no, and is never of another basis or of a day to come', () => {
    const again = {...fact, at: day(9)}
    const no = {...fact, kind: 'withdrawn' as const, at: day(5)}
    expect(proofOf(caseOf(signUp, no, again), again, 'ip')).toBeNull()
    expect(wordedEvent(caseOf(signUp, no, again), again)).toBeNull()
    const card = {...fact, basis: 'card' as const, at: day(9)}
    expect(proofOf(caseOf(signUp, card), card, 'ip')).toBeNull()
    const late = {...signUp, at: EXAMPLE_CASE.asOf + 1}
    expect(proofOf(caseOf(late, confirmed), confirmed, 'ip')).toBeNull()
  })

  it('of an older sign-up says nothing of a new one, but what was asked before it does', () => {
    const again = {...fact, at: day(9)}
    expect(proofOf(caseOf(signUp, again), again, 'ip')).toBeNull()
    expect(wordedEvent(caseOf(signUp, again), again)).toBeNull()
    const asked = {...signUp, kind: 'requested' as const, at: day(8)}
    expect(proofOf(caseOf(signUp, asked, again), again, 'ip')).toBe('203.0.113.7')
    expect(proofOf(caseOf({...asked, at: day(1)}, {...fact, at: day(2)}, again), again, 'ip')).toBeNull()
    const said = {...again, kind: 'reaffirmed' as const}
    expect(proofOf(caseOf(signUp, {...fact, at: day(5)}, said), said, 'ip')).toBeNull()
    expect(proofOf(caseOf(signUp, {...said, at: day(5)}, said), said, 'ip')).toBe('203.0.113.7')
  })

  it('of a declaration without a day tells of the sign-ups recorded before it', () => {
    const bare = {...fact, at: day(9)}
    const declared = {...signUp, at: null, evidence: {declaration: '6f1c', ip: '203.0.113.7'}}
    expect(proofOf(caseOf(bare, declared), bare, 'declaration')).toBe('6f1c')
    expect(proofOf(caseOf(declared, bare), bare, 'declaration')).toBeNull()
  })

  it('ends with an expiry, and with a no of which no day is known', () => {
    const said = {...confirmed, kind: 'reaffirmed' as const, at: day(9)}
    expect(proofOf(caseOf(signUp, {...fact, kind: 'expired', at: day(5)}, said), said, 'ip')).toBeNull()
    expect(proofOf(caseOf(signUp, {...fact, kind: 'refused', at: null}, said), said, 'ip')).toBeNull()
    expect(
      proofOf(caseOf(signUp, {...fact, kind: 'expired', basis: 'trade', at: day(5)}, said), said, 'ip'),
    ).not.toBeNull()
  })

  it('reads dates in the zone of the law, unless they name their own', () => {
    expect(evidenceMoment('2025-06-01', 540)).toBe(Date.parse('2025-06-01T00:00:00+09:00'))
    expect(evidenceMoment('2025-06-01', -210)).toBe(Date.parse('2025-06-01T00:00:00-03:30'))
    expect(evidenceMoment('2025年6月1日', 540)).toBe(Date.parse('2025-06-01T00:00:00+09:00'))
    expect(evidenceMoment('2025-06-01T00:00:00Z', 540)).toBe(day(1))
    expect(evidenceMoment('6/1/2025', 540)).toBeNull()
    expect(evidenceMoment('9'.repeat(1_000_000), 540)).toBeNull()
  })

  it.each([
    ['organisation', 'organisation'],
    ['Organization', 'organisation'],
    ['法人', 'organisation'],
    ['個人', 'person'],
    ['Individual', 'person'],
    ['maybe', null],
  ])('knows the subscriber %s', (word, type) => {
    expect(subscriberType(word)).toBe(type)
  })
})

describe('age', () => {
  it('is counted from the first field in which anything stands', () => {
    const both = {...fact, evidence: {inquiry_at: '2025-06-02', last_purchase_at: '2025-06-03'}}
    const from = (names: readonly string[], of: ConsentFact = both) => countedFrom(caseOf(of), of, names, 0)
    expect(from(['inquiry_at', 'last_purchase_at'])).toBe(day(2))
    expect(from(['last_contact_at', 'last_purchase_at', 'at'])).toBe(day(3))
    expect(from(['last_contact_at', 'at'])).toBe(fact.at)
    expect(from(['last_contact_at'])).toBe('no-date')
    expect(from(['inquiry_at', 'at'], {...fact, evidence: {inquiry_at: 'soon'}})).toBe('unread')
    expect(from(['inquiry_at', 'at'], {...fact, evidence: {inquiry_at: '2062-01-01'}})).toBe('future')
    const ending = {...fact, evidence: {relationship_end_at: '2062-01-01'}}
    expect(from(['relationship_end_at'], ending)).toBe(Date.UTC(2062, 0, 1))
  })

  it('is over from the day after the last, whatever the shortcut for dates far away', () => {
    const moments = fc.integer({min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1)})
    const zones = fc.constantFrom(-210, 0, 540)
    fc.assert(
      fc.property(moments, moments, fc.constantFrom(6, 24, 36), zones, (moment, asOf, months, zone) => {
        const isPast = dayNumber(asOf, zone) > addMonths(dayNumber(moment, zone), months)
        expect(isOlderThan(moment, months, asOf, zone)).toBe(isPast)
      }),
    )
    const edges = fc.tuple(moments, fc.integer({min: -40, max: 40}), zones)
    fc.assert(
      fc.property(edges, ([moment, days, zone]) => {
        const asOf = moment + (730 + days) * 86_400_000
        const isPast = dayNumber(asOf, zone) > addMonths(dayNumber(moment, zone), 24)
        expect(isOlderThan(moment, 24, asOf, zone)).toBe(isPast)
      }),
    )
  })
})
