import {expect, it} from 'vitest'
import type {KeepCase} from '../../../src/core/consent/purge-verdict.ts'
import {keepByLaw, purgeVerdict} from '../../../src/core/consent/purge-verdict.ts'
import {EXAMPLE_FACT} from '../../../src/core/contacts/contact-case.ts'
import {LAWS, lawsNamed} from '../../../src/rulebook/laws.ts'

const NOON = Date.parse('2026-01-15T12:00:00+09:00')
const HOURS = 3_600_000
const withdrawn: KeepCase = {
  consents: [EXAMPLE_FACT, {...EXAMPLE_FACT, kind: 'withdrawn', at: NOON - 12 * HOURS}],
  lastMailedAt: null,
  recordedAt: NOON - 12 * HOURS,
  mayBeMailed: false,
  asOf: NOON,
  readMoment: (text) => Date.parse(text) || null,
}
const verdict = (law: string, of: KeepCase) =>
  purgeVerdict(keepByLaw(lawsNamed([law]), {sellerType: 'other'}, of), of.mayBeMailed)

it.each(LAWS.map(({id}) => id))('under %s the proof of somebody who withdrew twelve hours ago is kept', (law) => {
  expect(verdict(law, withdrawn)).toBe('kept')
})

it.each(['us', 'uk', 'eu', 'de', 'fr', 'au', 'sg', 'kr', 'br', 'in'])(
  'under %s, which names no period, a fresh withdrawal is kept however old the last mail is',
  (law) => {
    const longAgo = {...withdrawn, lastMailedAt: Date.parse('2021-01-15'), recordedAt: Date.parse('2021-01-15')}
    expect(verdict(law, longAgo)).toBe('kept')
    expect(verdict(law, {...longAgo, asOf: Date.parse('2031-01-15')})).toBe('deletable')
  },
)

it('counts the record of what came from somebody else from the day it was received', () => {
  const evidence = {collector: '株式会社収集', received_at: '2025-06-01'}
  const of = {...withdrawn, consents: [{...EXAMPLE_FACT, at: null, evidence}], asOf: Date.parse('2026-06-01')}
  const [keep] = keepByLaw(lawsNamed(['jp']), {sellerType: 'other'}, of)
  expect([keep?.retention.of, keep?.until]).toEqual(['JP-appi-provision', '2028-06-01'])
})
