import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openBare} from '../../../src/adapters/store/driver.ts'
import {readFacts} from '../../../src/adapters/store/read-facts.ts'
import {consentAt} from '../../../src/core/contacts/consent.ts'
import type {ConsentBench} from '../../support/consents.ts'
import {consentBench} from '../../support/consents.ts'
import {put} from '../../support/files.ts'
import {NOW} from '../../support/workspace-store.ts'

let b: ConsentBench
beforeEach(async () => {
  b = await consentBench('facts', [
    'a@example.jp,A,JP,',
    'b@example.jp,B,JP,',
    'c@example.jp,C,JP,',
    'd@example.jp,D,JP,',
  ])
  const many = Array.from(
    {length: 30},
    (_, i) => `b@example.jp,given,2024-02-${String((i % 28) + 1).padStart(2, '0')},f${i}`,
  )
  await b.events(
    put(
      b.folder,
      'events.csv',
      [
        'email,event,event_at,source',
        ...[
          'a@example.jp,given,2024-01-01,x',
          'b@example.jp,withdrawn,2023-01-01,x',
          'b@example.jp,refused,,x',
          ...many,
        ],
        ...[
          'c@example.jp,given,2024-01-01,x',
          'c@example.jp,withdrawn,2025-01-01,x',
          'd@example.jp,given,2024-01-01,x\n',
        ],
      ].join('\n'),
    ),
  )
})
afterEach(() => b.store.close())

describe('consents of a stretch of contacts', () => {
  it('come whole in stretches of few events, and those of one contact no more than its share', async () => {
    const db = await openBare(join(b.storeFile))
    const all = readFacts(db)(0, 4)
    expect([all.last, all.facts.get(2)!.length]).toEqual([4, 32])
    const between = readFacts(db, {most: 10, mostOfOne: 6})
    const sizes: (readonly [number, number])[][] = []
    for (let after = 0; after < 4; ) {
      const {facts, last} = between(after, 4)
      expect(last).toBeGreaterThan(after)
      sizes.push([...facts].map(([id, own]) => [id, own.length] as const))
      // Its noes come beside its newest events, in the order they were recorded.
      const ofB = facts.get(2)
      if (ofB !== undefined) {
        expect(ofB.map(({kind}) => kind).slice(0, 2)).toEqual(['withdrawn', 'refused'])
        expect(consentAt(ofB, NOW + 1)?.kind).toBe('refused')
      }
      after = last
    }
    expect(sizes).toEqual([
      [[1, 1]],
      [[2, expect.any(Number)]],
      [
        [3, 2],
        [4, 1],
      ],
    ])
    expect(sizes[1]![0]![1]).toBeLessThanOrEqual(8)
    db.close()
  })
})
