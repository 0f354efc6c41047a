import {expect, it} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {verdictOf} from '../../../src/core/sending/verdict.ts'

const fact: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 0, 1),
  method: null,
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}
const of = (...consents: ConsentFact[]) =>
  verdictOf({hit: null, complaints: [], consents, asOf: Date.UTC(2026, 0, 1), topic: null, fill: () => null})

it('holds whoever said no, also under laws that ask for no consent, until a later yes', () => {
  const no: ConsentFact = {...fact, kind: 'refused', basis: null, at: null}
  expect(of()).toEqual({state: 'planned', reason: null})
  expect(of(fact, no)).toEqual({state: 'held', reason: 'consent:refused'})
  expect(of(fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}).reason).toBe('consent:refused')
  expect(of(no, fact)).toEqual({state: 'planned', reason: null})
})

it("holds nobody for a no to another topic than the send's", () => {
  const no: ConsentFact = {...fact, kind: 'withdrawn', topic: 'events', at: Date.UTC(2025, 5, 1)}
  const about = (topic: string | null) =>
    verdictOf({hit: null, complaints: [], consents: [fact, no], asOf: Date.UTC(2026, 0, 1), topic, fill: () => null})
  expect(about('news').state).toBe('planned')
  expect(about('events').reason).toBe('consent:refused')
  expect(about(null).reason).toBe('consent:refused')
})
