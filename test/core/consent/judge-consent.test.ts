import {describe, expect, it} from 'vitest'
import {consentVerdicts} from '../../../src/core/consent/judge-consent.ts'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../../src/core/contacts/contact-case.ts'
import {startContactJudge} from '../../../src/core/lint/judge-contact.ts'
import {lawChoiceOf} from '../../../src/rulebook/laws.ts'
import {listRules} from '../../../src/rules/list-rules.ts'

const judgeOf = (...laws: readonly string[]) =>
  startContactJudge({choice: lawChoiceOf(laws), day: '2026-01-15', facts: {sellerType: 'b2c-distance'}}, listRules)
const card: ConsentFact = {...fact, basis: 'card', evidence: {card_received_at: '2025-03-28'}}

describe('the verdicts of one contact', () => {
  it('stand by law, in the order of sender, country and standards, and the worst holds', () => {
    const {byLaw, worst} = consentVerdicts(judgeOf('us'), {...EXAMPLE_CASE, country: 'DE', consents: [card]})
    expect(byLaw.map(({law, verdict}) => [law, verdict])).toEqual([
      ['us', 'valid'],
      ['eu', 'missing'],
      ['de', 'missing'],
      ['tpl', 'valid'],
      ['evidence', 'valid'],
      ['std', 'valid'],
      ['mailbox', 'valid'],
    ])
    expect(worst).toBe('missing')
    expect(byLaw.flatMap(({law, complaints}) => complaints.filter((each) => each.law !== law))).toEqual([])
  })

  it('say of a contact without complaints that every law is content', () => {
    const {byLaw, worst} = consentVerdicts(judgeOf('us'), {...EXAMPLE_CASE, country: 'US', consents: []})
    expect(byLaw.map(({verdict, complaints}) => [verdict, complaints.length])).toEqual([
      ['valid', 0],
      ['valid', 0],
      ['valid', 0],
      ['valid', 0],
      ['valid', 0],
    ])
    expect(worst).toBe('valid')
  })
})

describe('reasons of several kinds', () => {
  const judge = judgeOf('jp')
  const verdictOf = (...consents: readonly ConsentFact[]) => consentVerdicts(judge, {...EXAMPLE_CASE, consents}).worst
  const later = Date.UTC(2025, 8, 1)

  it('leave the one that holds: a card recorded later takes nothing from a consent', () => {
    expect(verdictOf({...card, at: later})).toBe('missing')
    expect(verdictOf(fact, {...card, at: later})).toBe('valid')
    expect(verdictOf({...card, at: later}, fact)).toBe('valid')
  })

  it('all end with a no', () => {
    expect(verdictOf(fact, {...card, at: later}, {...fact, kind: 'withdrawn', at: later + 1})).toBe('withdrawn')
  })

  it('do not come back after a no that lies between them', () => {
    expect(verdictOf(fact, {...fact, kind: 'withdrawn', at: later}, {...card, at: later + 1})).not.toBe('valid')
    expect(verdictOf(fact, {...fact, kind: 'withdrawn', at: later}, {...card, at: later + 1})).not.toBe('weak')
  })
})
