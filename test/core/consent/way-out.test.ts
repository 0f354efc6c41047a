import {describe, expect, test} from 'vitest'
import {wayOutOf} from '../../../src/core/consent/way-out.ts'
import type {AuditedContact} from '../../../src/core/contacts/audited-contact.ts'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {NO_SETTING} from '../../../src/core/contacts/contact-case.ts'
import type {Origin} from '../../../src/core/laws/declared-facts.ts'
import type {ContactComplaint} from '../../../src/core/lint/judge-contact.ts'
import {person, YES} from '../../support/audits.ts'

const MAY_ASK = new Set(['jp'])

function complaint(rule: string, more: Partial<ContactComplaint> = {}): ContactComplaint {
  const duty = {
    id: `jp/${rule}`,
    rule,
    title: {ja: '試験', en: 'test'},
    says: {ja: '試験', en: 'test'},
    severity: 'error',
    since: '2008-12-01',
    sources: [],
  } as const
  return {law: 'jp', duty, severity: 'error', verdict: 'missing', key: `${rule}.x`, values: {}, ...more}
}

function from(origin: Origin | null, ...consents: readonly ConsentFact[]): AuditedContact {
  const made = person(2, {consents})
  return {...made, case: {...made.case, setting: {...NO_SETTING, origin}}}
}

const NO_BASIS = [complaint('consent-basis')]
const EXPIRED = [complaint('reconfirm-age', {verdict: 'expired'})]

describe('the way out', () => {
  test.each<[string, AuditedContact, readonly ContactComplaint[], string | null]>([
    ['nobody to help', from(null, YES), [], null],
    [
      'a warning holds nobody',
      from(null, YES),
      [complaint('wording-shown', {severity: 'warning', verdict: 'weak'})],
      null,
    ],
    [
      'opted out, whatever the consent',
      {...from(null, YES), optOut: {reason: 'bounce', scope: 'all'}},
      [],
      'leave opted-out',
    ],
    ['opted out of a topic only', {...from(null, YES), optOut: {reason: 'optout', scope: 'topic:sale'}}, [], null],
    [
      'refused, even from the own form',
      from('own-form', {...YES, kind: 'refused'}),
      [complaint('consent-basis', {verdict: 'withdrawn'})],
      'leave refused',
    ],
    [
      'a word that is no yes, which is no refusal either',
      from('own-form', {...YES, kind: 'refused', at: null, evidence: {status_word: 'たぶん'}}),
      [complaint('consent-basis', {verdict: 'withdrawn'})],
      'leave no-yes',
    ],
    ['a bought list, by declaration', from('purchased'), NO_BASIS, 'leave bought'],
    [
      'a bought list, by the row',
      from('own-form', {...YES, evidence: {origin: 'purchased'}}),
      NO_BASIS,
      'leave bought',
    ],
    ['a bought list, by its words', from(null, YES), [complaint('list-origin')], 'leave bought'],
    [
      'asked after a yes, and never answered',
      from(null, YES, {...YES, kind: 'requested', at: YES.at! + 1}),
      [complaint('consent-record')],
      'leave asked-before',
    ],
    [
      'asked, and answered without full proof',
      from(null, {...YES, kind: 'requested', at: YES.at! - 1}, YES),
      [complaint('consent-record')],
      'declare proof-incomplete',
    ],
    [
      'asked before a consent that ran out: not twice',
      from(null, {...YES, kind: 'requested', at: YES.at! - 1}, YES),
      EXPIRED,
      'leave asked-before',
    ],
    ['a card that ran out', from('card', {...YES, kind: 'expired', basis: null}), NO_BASIS, 'leave third-party'],
    ['a scraped record', from('card', {...YES, source: 'scraped'}), NO_BASIS, 'leave bought'],
    ['asked before', from('own-form', {...YES, kind: 'requested'}), NO_BASIS, 'leave asked-before'],
    ['never confirmed', from('own-form', YES), [complaint('double-opt-in')], 'leave asked-before'],
    ['a yes without its proof', from(null, YES), [complaint('consent-record')], 'declare proof-incomplete'],
    ['a yes on no known basis', from(null, {...YES, basis: null}), NO_BASIS, 'declare proof-incomplete'],
    ['a basis that does not count', from(null, {...YES, basis: 'contract'}), NO_BASIS, 'unknown no-origin'],
    ['a card box', from('card'), NO_BASIS, 'declare basis-declarable'],
    ['customers', from('trade'), NO_BASIS, 'declare basis-declarable'],
    ['the own form without a consent', from('own-form'), NO_BASIS, 'ask gave-own-address'],
    [
      'the own form, under a law where asking is advertising',
      from('own-form'),
      [complaint('consent-basis', {law: 'ca'})],
      'leave must-not-ask',
    ],
    ['a consent that ran out', from(null, YES), EXPIRED, 'ask expired'],
    ['a trade that ran out', from(null, {...YES, basis: 'trade'}), EXPIRED, 'unknown no-origin'],
    ['another company’s list', from('joint-use'), NO_BASIS, 'leave third-party'],
    ['nothing known', from(null), NO_BASIS, 'unknown no-origin'],
  ])('%s', (_, contact, complaints, expected) => {
    const way = wayOutOf(contact, complaints, MAY_ASK)
    expect(way === null ? null : `${way.way} ${way.because}`).toBe(expected)
  })
})
