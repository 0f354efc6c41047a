import {describe, expect, it} from 'vitest'
import {keyFilter} from '../../../src/adapters/store/key-filter.ts'
import {newKeys} from '../../../src/adapters/store/new-keys.ts'
import {addressHash} from '../../../src/core/contacts/address-hash.ts'

const numberOf = (i: number) => addressHash(`user${i}@example.jp`)

describe('the filter of known keys', () => {
  it('never denies a key it holds, and rarely claims one it does not', () => {
    const filter = keyFilter(100_000)
    for (let i = 0; i < 100_000; i += 1) filter.add(numberOf(i))
    let denied = 0
    let claimed = 0
    for (let i = 0; i < 100_000; i += 1) {
      if (!filter.mayHold(numberOf(i))) denied += 1
      if (filter.mayHold(numberOf(i + 100_000))) claimed += 1
    }
    expect(denied).toBe(0)
    expect(claimed).toBeLessThan(10_000)
    expect(claimed).toBeGreaterThan(0)
  })

  it('holds more than it was made for, and never denies one of them', () => {
    const filter = keyFilter(1)
    for (let i = 0; i < 200_000; i += 1) filter.add(numberOf(i))
    for (let i = 0; i < 200_000; i += 1) if (!filter.mayHold(numberOf(i))) throw new Error(`denied ${i}`)
  })
})

describe('the keys of a transaction', () => {
  it('are found by their number and given out in its order, once', () => {
    const keys = newKeys(50_000)
    for (let i = 1; i <= 50_000; i += 1) keys.add(numberOf(i), i)
    expect(keys.size).toBe(50_000)
    for (let i = 1; i <= 50_000; i += 1) if (keys.contactOf(numberOf(i)) !== i) throw new Error(`lost ${i}`)
    expect(keys.contactOf(numberOf(0))).toBe(0)
    const {hashes, contacts} = keys.take()
    expect(hashes.length).toBe(50_000)
    for (let i = 0; i < hashes.length; i += 1) {
      if (i > 0 && hashes[i]! <= hashes[i - 1]!) throw new Error(`out of order at ${i}`)
      if (numberOf(contacts[i]!) !== hashes[i]) throw new Error(`wrong contact at ${i}`)
    }
    expect([keys.size, keys.contactOf(numberOf(1)), keys.take().hashes.length]).toEqual([0, 0, 0])
  })
})
