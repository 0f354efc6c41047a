import {describe, expect, it} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {countWords} from '../../../src/core/reports/count-words.ts'
import type {FiguredContact} from '../../../src/core/reports/list-figures.ts'
import {tallyList} from '../../../src/core/reports/list-figures.ts'
import type {SuppressionHit} from '../../../src/core/suppression/entry.ts'

const AT = Date.parse('2026-04-01T00:00:00+09:00')
const consent = (more: Partial<ConsentFact> = {}): ConsentFact => ({
  kind: 'given',
  basis: 'consent',
  at: Date.parse('2024-01-01'),
  method: null,
  source: 'form',
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
  ...more,
})
const hit = (scope: SuppressionHit['scope']): SuppressionHit => ({
  ...{uuid: '', subject: '', reason: 'optout', scope, from: null, until: null, source: '', line: null, recordedAt: 0},
})
const person = (more: Partial<FiguredContact> = {}): FiguredContact => ({
  address: 'a@example.jp',
  addedAt: AT,
  attributes: {},
  consents: [consent()],
  ...more,
})

function figures(people: readonly (readonly [FiguredContact, SuppressionHit | null])[], headers: string[] = []) {
  const tally = tallyList({headers, at: AT, offsetMinutes: 540})
  for (const [contact, optOut] of people) tally.see(contact, optOut)
  return tally.result()
}

describe('the figures of a list', () => {
  it('put everyone into one standing: opt-outs first, then what consent says', () => {
    const {
      members,
      standing,
      partlyOptedOut,
      consent: said,
    } = figures([
      [person(), null],
      [person(), hit('topic:sale')],
      [person(), hit('all')],
      [person({consents: []}), hit('all')],
      [person({consents: [consent({kind: 'refused'})]}), null],
      [person({consents: [consent(), consent({kind: 'withdrawn', at: null})]}), hit('third-party')],
      [person({consents: [consent({kind: 'expired'})]}), null],
      [person({consents: []}), null],
      [person({consents: [consent({at: AT + 1})]}), null],
    ])
    expect(standing).toEqual({mailable: 2, suppressed: 2, refused: 3, withoutConsent: 2})
    expect([members, partlyOptedOut]).toEqual([9, 2])
    expect(said).toMatchObject({holds: 3, refused: 3, none: 3})
  })

  it('count bases, sources and missing dates of consents that hold, and of no others', () => {
    const {consent: said} = figures([
      [person({consents: [consent({basis: 'card', source: null, at: null})]}), null],
      [person({consents: [consent({basis: 'trade', source: 'asked taro@example.jp'})]}), null],
      [person({consents: [consent({basis: null})]}), null],
      [person(), null],
      [person({consents: [consent({kind: 'refused', source: 'no'})]}), null],
    ])
    expect(said.bases).toMatchObject({card: 1, consent: 1, trade: 1, published: 0})
    expect(said).toMatchObject({holds: 3, none: 1})
    expect([said.withoutSource, said.undated]).toEqual([1, 1])
    expect(said.sources.top.map(({word}) => word)).toEqual(['asked ****@**********', 'form'])
  })

  it('give months in the zone of the audience, and filled cells by column', () => {
    const {growth, columns, domains} = figures(
      [
        [person({addedAt: Date.parse('2026-01-31T14:59:59Z'), attributes: {a: '1', b: '2'}}), null],
        [person({addedAt: Date.parse('2026-01-31T15:00:00Z'), attributes: {a: '1'}}), null],
        [person({addedAt: Date.parse('2026-01-31T15:00:00Z'), address: 'b@example.com'}), null],
      ],
      ['a', 'b', 'constructor'],
    )
    expect(growth).toEqual([
      {month: '2026-01', added: 1},
      {month: '2026-02', added: 2},
    ])
    expect(columns.map(({filled}) => filled)).toEqual([2, 1, 0])
    expect(domains.top).toEqual([
      {word: 'example.jp', count: 2},
      {word: 'example.com', count: 1},
    ])
  })

  it('of an empty list are zeros', () => {
    expect(figures([])).toMatchObject({members: 0, growth: [], domains: {top: [], rest: {words: 0, count: 0}}})
  })
})

describe('counting words', () => {
  it('keeps the most frequent apart and sums the rest', () => {
    const counter = countWords(100)
    for (const word of ['b', 'a', 'b', 'c', 'a', 'd']) counter.add(word)
    expect(counter.result(2)).toEqual({
      top: [
        {word: 'a', count: 2},
        {word: 'b', count: 2},
      ],
      rest: {words: 2, count: 2, hasMore: false},
    })
  })

  it('knows only so many words, and loses no count', () => {
    const counter = countWords(2)
    for (const word of ['a', 'b', 'c', 'a', 'd']) counter.add(word)
    expect(counter.result(5)).toEqual({
      top: [
        {word: 'a', count: 2},
        {word: 'b', count: 1},
      ],
      rest: {words: 0, count: 2, hasMore: true},
    })
  })
})
