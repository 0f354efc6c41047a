import {describe, expect, it} from 'vitest'
import {wordingHistory, wordingStep} from '../../../src/core/consent/wording-history.ts'
import type {Wording} from '../../../src/core/consent/wordings.ts'
import {wordingAt} from '../../../src/core/consent/wordings.ts'

const day = (text: string) => Date.parse(`${text}T00:00+09:00`)
const wording = (name: string, hash: string, from: string, until: string | null = null): Wording => ({
  ...{name, sha256: hash.repeat(64), text: hash, language: null},
  ...{from: day(from), until: until === null ? null : day(until)},
})
const TODAY = day('2026-04-01')
const step = (versions: readonly Wording[], hash: string, from: string | null, until: string | null = null) =>
  wordingStep(
    wordingHistory(versions),
    {
      ...{name: 'Form', sha256: hash.repeat(64)},
      ...{from: from === null ? null : day(from), until: until === null ? null : day(until)},
    },
    TODAY,
  )

describe('the versions of a form text', () => {
  it('end where the next one begins, or where they were said to end', () => {
    const versions = wordingHistory([
      wording('form', 'b', '2025-01-01', '2025-06-01'),
      wording('form', 'a', '2024-01-01'),
      wording('Form', 'c', '2025-09-01'),
    ])
    expect(versions.map(({sha256, until}) => [sha256[0], until])).toEqual([
      ['a', day('2025-01-01')],
      ['b', day('2025-06-01')],
      ['c', null],
    ])
    expect(wordingAt(versions, day('2025-07-01'))).toBeNull()
    expect(wordingAt(versions, day('2025-01-01'))?.sha256[0]).toBe('b')
  })

  it('are told by name, and the last word on a day holds', () => {
    const versions = wordingHistory([
      wording('b', 'a', '2024-01-01'),
      wording('a', 'a', '2024-01-01'),
      wording('a', 'a', '2024-01-01', '2024-06-01'),
    ])
    expect(versions.map(({name, until}) => [name, until])).toEqual([
      ['a', day('2024-06-01')],
      ['b', null],
    ])
  })
})

describe('adding a form text', () => {
  const known = [wording('form', 'a', '2024-01-01'), wording('form', 'b', '2025-01-01')]

  it('counts from today when it is the first and nobody says since when', () => {
    expect(step([], 'a', null)).toEqual({kind: 'add', from: TODAY, ended: null})
  })

  it('changes nothing when the newest, or that of the day, is the same', () => {
    expect(step(known, 'b', null).kind).toBe('known')
    expect(step(known, 'a', '2024-05-01').kind).toBe('known')
  })

  it('is refused without a day when the text changed, also when it is an older one', () => {
    expect(step(known, 'c', null)).toMatchObject({kind: 'differs', wording: {sha256: 'b'.repeat(64)}})
    expect(step(known, 'a', null).kind).toBe('differs')
    expect(step(known, 'c', '2025-01-01').kind).toBe('differs')
  })

  it('ends the version before on the day it begins', () => {
    expect(step(known, 'c', '2026-01-15')).toMatchObject({from: day('2026-01-15'), ended: {sha256: 'b'.repeat(64)}})
    expect(step(known, 'c', '2023-01-15')).toMatchObject({kind: 'add', ended: null})
  })

  it('tells the end of a text that is known', () => {
    expect(step(known, 'b', null, '2026-01-01')).toEqual({kind: 'add', from: day('2025-01-01'), ended: null})
  })
})
