import {expect, it} from 'vitest'
import {factsAt, factsSince} from '../../../src/core/laws/consent-facts.ts'
import {showLawPages} from '../../../src/flows/show-laws.ts'
import {LAWS} from '../../../src/rulebook/laws.ts'

it.each(LAWS.map((law) => [law.id, law] as const))(
  '%s has facts from its first duty of consent on, none before',
  (id, law) => {
    const since = factsSince(law)!
    expect(factsAt(law, since)).toBe(law.facts)
    expect(factsAt(law, '1990-01-01')).toBeNull()
    const [page] = showLawPages([id], {day: '1990-01-01', settings: null})
    expect(page).toMatchObject({facts: null, factsFrom: since, model: null, optOut: [], areas: []})
    const [today] = showLawPages([id], {day: '2026-11-24', settings: null})
    expect(today).toMatchObject({facts: law.facts, factsFrom: null})
  },
)
