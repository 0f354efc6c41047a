import {describe, expect, it} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../../src/core/contacts/contact-case.ts'
import type {Origin} from '../../../src/core/laws/declared-facts.ts'
import type {ContactComplaint} from '../../../src/core/lint/judge-contact.ts'
import {requestVerdict} from '../../../src/core/sending/request-verdict.ts'
import type {SuppressionHit} from '../../../src/core/suppression/entry.ts'

const JP = new Set(['jp'])
const objection = (law: string) =>
  ({
    law,
    duty: {id: `${law}/consent-basis`, rule: 'consent-basis'},
    severity: 'error',
    verdict: 'missing',
  }) as ContactComplaint
const HIT = {reason: 'optout', scope: 'topic:sale'} as unknown as SuppressionHit
const UNPROVEN: ConsentFact = {...EXAMPLE_FACT, basis: null, evidence: {origin: 'own-form'}}
const ASKED: ConsentFact = {...EXAMPLE_FACT, kind: 'requested', basis: null}

function verdict({
  laws = ['jp'],
  consents = [] as readonly ConsentFact[],
  origin = 'own-form' as Origin | null,
  hit = null as SuppressionHit | null,
  wasAsked = false,
  fill = null as string | null,
} = {}): string {
  const {state, reason} = requestVerdict({
    ...{hit, wasAsked, mayAsk: JP, complaints: laws.map(objection), fill: () => fill},
    contact: {...EXAMPLE_CASE, consents, setting: {...EXAMPLE_CASE.setting, origin}},
  })
  return `${state} ${reason ?? ''}`.trim()
}

describe('whether somebody may be asked for consent by mail', () => {
  it.each([
    ['gave their own address', {}, 'planned'],
    ['has a consent without proof, and gave the address', {consents: [UNPROVEN], origin: null}, 'planned'],
    ['nothing is held against', {laws: []}, 'dropped consent-request:not-needed'],
    ['left any topic', {hit: HIT}, 'suppressed suppression:optout'],
    ['was asked before', {wasAsked: true}, 'held consent-request:asked-before jp/consent-request-once'],
    [
      'was asked as their record tells',
      {consents: [ASKED]},
      'held consent-request:asked-before jp/consent-request-once',
    ],
    ['is of a bought list', {origin: 'purchased' as const}, 'held consent-request:bought jp/consent-request-once'],
    [
      'came from a third party',
      {origin: 'joint-use' as const},
      'held consent-request:third-party jp/consent-request-once',
    ],
    ['is of unknown origin', {origin: null}, 'held consent-request:no-origin jp/consent-request-once'],
    [
      'lives under a law that calls it advertising',
      {laws: ['jp', 'ca']},
      'held consent-request:must-not-ask ca/consent-basis',
    ],
    ['cannot be filled in', {fill: 'template:empty-value'}, 'held template:empty-value'],
  ])('%s', (_, facts, expected) => expect(verdict(facts)).toBe(expected))

  it('an unproven consent under a law that objects is not asked about', () => {
    expect(verdict({consents: [UNPROVEN], laws: ['ca']})).toMatch(/^held consent-request:proof-incomplete/)
  })
})
