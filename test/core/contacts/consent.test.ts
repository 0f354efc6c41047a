import {describe, expect, it} from 'vitest'
import type {ConsentFact, ConsentKind} from '../../../src/core/contacts/consent.ts'
import {consentAt} from '../../../src/core/contacts/consent.ts'

function event(kind: ConsentKind, at: number | null): ConsentFact {
  const basis = kind === 'given' ? 'consent' : null
  return {kind, basis, at, method: null, source: null, wording: null, purpose: null, topic: null, evidence: {}}
}

const NOW = 1000

const told = (at: number | null): ConsentFact => ({...event('given', at), basis: null})

describe('consentAt', () => {
  it.each([
    ['nothing recorded', [], null],
    ['the latest', [event('given', 1), event('withdrawn', 5)], 1],
    ['the latest, in whatever order it was recorded', [event('withdrawn', 5), event('given', 1)], 0],
    ['the one recorded later of the same moment', [event('given', 5), event('refused', 5)], 1],
    ['a dated one over an undated one', [event('given', 5), event('given', null)], 0],
    ['not what is still to come', [event('given', 1), event('given', 2000)], 0],
    ['no expiry before its day', [event('given', 1), event('expired', 2000)], 0],
    ['an undated refusal over what was recorded before', [event('given', 5), event('refused', null)], 1],
    ['an undated withdrawal over what was recorded before', [event('given', 5), event('withdrawn', null)], 1],
    ['a dated consent recorded after an undated refusal', [event('refused', null), event('given', 5)], 1],
    ['what is unproven where nothing else is', [told(1), told(5)], 1],
    ['nothing unproven over a proven yes, be it older', [event('given', 1), told(5)], 0],
    ['nothing unproven over an older no', [told(3), event('refused', 1), told(5)], 1],
    ['nothing unproven over an undated yes that came later', [told(5), event('given', null)], 1],
    ['a withdrawal dated by a wrong clock', [event('given', 5), event('withdrawn', 2000)], 1],
  ])('holds %s', (_name, events, index) => {
    expect(consentAt(events, NOW)).toBe(index === null ? null : events[index])
  })
})

describe('consentAt among what is limited', () => {
  const of = (topic: string | null, kind: ConsentKind, at: number | null): ConsentFact => ({
    ...event(kind, at),
    basis: kind === 'given' ? 'consent' : null,
    topic,
  })
  const on = (basis: ConsentFact['basis'], kind: ConsentKind, at: number | null) => ({...event(kind, at), basis})

  it.each<[string, string | null, readonly ConsentFact[], number | null]>([
    ['for a topic, no yes to another', 'news', [of('events', 'given', 1)], null],
    ['for a topic, the yes to all', 'news', [of(null, 'given', 1), of('events', 'withdrawn', 5)], 0],
    ['for a topic, its no', 'news', [of(null, 'given', 1), of('news', 'withdrawn', 5)], 1],
    ['for a topic, its no before a yes to another', 'news', [of('news', 'withdrawn', 1), of('events', 'given', 5)], 0],
    ['for a topic, the yes to all after its no', 'news', [of('news', 'withdrawn', 1), of(null, 'given', 5)], 1],
    ['for a topic, a no to all', 'news', [of('news', 'given', 1), of(null, 'withdrawn', 5)], 1],
    ['without a topic, a yes to one', null, [of('news', 'given', 1)], 0],
    [
      'without a topic, the yes to one beside a no to another',
      null,
      [of('news', 'given', 1), of('x', 'refused', 5)],
      0,
    ],
    ['without a topic, the no to one after a yes to all', null, [of(null, 'given', 1), of('x', 'withdrawn', 5)], 1],
    ['without a topic, the no to one where there is nothing else', null, [of('x', 'refused', 5)], 0],
    ['without a topic, a no to all', null, [of('news', 'given', 1), of(null, 'refused', 3), of('x', 'refused', 5)], 2],
  ])('holds %s', (_name, topic, events, index) => {
    expect(consentAt(events, NOW, topic)).toBe(index === null ? null : events[index])
  })

  it.each<[string, readonly ConsentFact[], number | null]>([
    ['a consent past the end of another basis', [on('consent', 'given', 1), on('trade', 'expired', 5)], 0],
    ['the end of the only basis', [on('trade', 'given', 1), on('trade', 'expired', 5)], 1],
    ['a basis that began anew', [on('trade', 'expired', 1), on('trade', 'given', 5)], 1],
    ['an end that names no basis', [on('consent', 'given', 1), on(null, 'expired', 5)], 1],
    ['a basis whose end is to come', [on('trade', 'given', 1), on('trade', 'expired', 2000)], 0],
    [
      'the no past the end of a later basis',
      [on(null, 'refused', 1), on('trade', 'given', 2), on('trade', 'expired', 5)],
      0,
    ],
  ])('holds %s', (_name, events, index) => {
    expect(consentAt(events, NOW)).toBe(index === null ? null : events[index])
  })

  it('takes many events of one person in its stride', () => {
    const events = Array.from({length: 30_000}, (_, i) => of(`t${i}`, i % 2 === 0 ? 'given' : 'refused', i % 900))
    expect(consentAt(events, NOW)?.kind).toBe('refused')
  })
})
