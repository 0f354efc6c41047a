import {expect, it} from 'vitest'
import type {ConsentFact} from '../../src/core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../src/core/contacts/contact-case.ts'
import {startContactJudge} from '../../src/core/lint/judge-contact.ts'
import {lawChoiceOf} from '../../src/rulebook/laws.ts'
import {listRules} from '../../src/rules/list-rules.ts'

const MANY = 100_000
const DAY_MS = 86_400_000
const {judge} = startContactJudge(
  {choice: lawChoiceOf(['jp', 'eu', 'ca', 'us']), day: '2026-01-15', facts: {}},
  listRules,
)

/** Time that grows with the square of the events would not end within the time a test has. */
it.each<[string, (i: number) => Partial<ConsentFact>]>([
  ['a yes and a no in turn', (i) => ({kind: i % 2 === 0 ? 'given' : 'withdrawn'})],
  ['a yes said again', (i) => ({kind: i === 0 ? 'given' : 'reaffirmed'})],
  ['topics taken and left', (i) => ({kind: i % 2 === 0 ? 'given' : 'withdrawn', topic: `topic ${i}`})],
  ['bases that end', (i) => ({kind: i % 2 === 0 ? 'given' : 'expired', basis: i % 3 === 0 ? 'trade' : 'card'})],
  [
    'questions and answers',
    (i) => ({kind: i % 2 === 0 ? 'requested' : 'confirmed', evidence: {doi_sent_at: '2024-01-01'}}),
  ],
])('a person with very many events is judged in good time: %s', (_name, of) => {
  const at = EXAMPLE_CASE.asOf - DAY_MS
  const consents = Array.from({length: MANY}, (_, i) => ({...fact, at: at + i, ...of(i)}))
  expect(judge({...EXAMPLE_CASE, consents}).length).toBeGreaterThan(0)
})
