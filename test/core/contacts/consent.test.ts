import {describe, expect, it} from 'vitest'
import type {ConsentFact, ConsentKind} from '../../../src/core/contacts/consent.ts'
import {consentAt} from '../../../src/core/contacts/consent.ts'

function event(kind: ConsentKind, at: number | null): ConsentFact {
  return {kind, basis: null, at, method: null, source: null, wording: null, purpose: null, topic: null, evidence: {}}
}

const NOW = 1000

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
    ['a withdrawal dated by a wrong clock', [event('given', 5), event('withdrawn', 2000)], 1],
  ])('holds %s', (_name, events, index) => {
    expect(consentAt(events, NOW)).toBe(index === null ? null : events[index])
  })
})
