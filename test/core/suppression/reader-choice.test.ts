import {describe, expect, it} from 'vitest'
import {entriesOf, readChoice, standingOf} from '../../../src/core/suppression/reader-choice.ts'

const NOW = Date.parse('2026-11-30T10:00:00Z')
const fields = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs)

describe('what a form says', () => {
  it('is one click only by the pair of RFC 8058', () => {
    expect(readChoice(fields(['List-Unsubscribe', 'One-Click']))).toEqual({choice: 'topic', isOneClick: true})
    for (const value of ['one-click', 'One-Click,', '', 'yes'])
      expect(readChoice(fields(['List-Unsubscribe', value]))).toBeNull()
    expect(readChoice(fields(['list-unsubscribe', 'One-Click']))).toBeNull()
  })

  it('is a choice of the page', () => {
    for (const choice of ['topic', 'all', 'pause'])
      expect(readChoice(fields(['choice', choice]))).toEqual({choice, isOneClick: false})
    for (const choice of ['', 'ALL', 'constructor', 'resume']) expect(readChoice(fields(['choice', choice]))).toBeNull()
    expect(readChoice(fields())).toBeNull()
  })
})

describe('the opt-out of a choice', () => {
  const said = {suppressKey: 'a@example.com', topic: 'news', source: 'page:nov', at: NOW}

  it('is as wide and as long as was chosen', () => {
    expect(entriesOf('topic', said)).toEqual([
      {
        ...{kind: 'address', subject: 'a@example.com', reason: 'optout', scope: 'topic:news'},
        ...{from: NOW, until: null, source: 'page:nov', line: null},
      },
    ])
    expect(entriesOf('topic', {...said, topic: null})).toMatchObject([{scope: 'all'}])
    expect(entriesOf('all', said)).toMatchObject([{scope: 'all', until: null}])
    expect(entriesOf('pause', said)).toMatchObject([{scope: 'all', until: Date.parse('2027-02-28T10:00:00Z')}])
  })

  it('is of each topic of the mail, as consents compare them', () => {
    for (const [topic, scopes] of [
      ['News', ['topic:news']],
      ['Weekly-News', ['topic:weekly news']],
      ['news, ＳＡＬＥ', ['topic:news', 'topic:sale']],
      ['all', ['all']],
    ] as const)
      expect(entriesOf('topic', {...said, topic}).map(({scope}) => scope)).toEqual(scopes)
  })
})

describe('what holds', () => {
  const hit = (scope: 'all' | 'third-party' | `topic:${string}`, until: number | null = null) => ({scope, until})

  it.each([
    ['nothing', [], []],
    ['all mail before all else', [hit('topic:a'), hit('all'), hit('all', 5)], [{topic: null, until: null}]],
    [
      'topics each for itself',
      [hit('topic:a'), hit('topic:b', 7)],
      [
        {topic: 'a', until: null},
        {topic: 'b', until: 7},
      ],
    ],
    ['the longer of two pauses', [hit('all', 5), hit('all', 9)], [{topic: null, until: 9}]],
    [
      'a pause, and what outlasts it',
      [hit('all', 5), hit('topic:a'), hit('topic:b', 3)],
      [
        {topic: null, until: 5},
        {topic: 'a', until: null},
      ],
    ],
    ['nothing of third parties', [hit('third-party')], []],
  ] as const)('%s', (_, hits, expected) => {
    expect(standingOf(hits)).toEqual(expected)
  })
})
