import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {detachedKeys, readDetachedSecret} from '../../../src/core/serving/detached-key.ts'
import type {JournalEntry, SealedEntry} from '../../../src/core/serving/journal.ts'
import {
  journalSeals,
  readEntry,
  readHead,
  START,
  sealEntry,
  writeEntry,
  writeHead,
} from '../../../src/core/serving/journal.ts'
import {readAnswer} from '../../../src/core/serving/journal-answer.ts'
import {readOptOutRecord, writeOptOut} from '../../../src/core/serving/opt-out-record.ts'

const SEALS = journalSeals(Buffer.alloc(32, 1))
const JOURNAL = 'j'.repeat(22)
const NONCE = 'nonce-0123456789'

/** An answer over so many records, from the first. */
function answerOf(count: number, nonce = NONCE): string {
  let before = START
  const entries: SealedEntry[] = Array.from({length: count}, (_, i) => {
    const entry = sealEntry(JOURNAL, before, {seq: i + 1, at: 1000 + i, kind: 'optout', payload: `{"n":${i}}`}, SEALS)
    before = entry.seal
    return entry
  })
  const facts = {journal: JOURNAL, after: 0, before: START, begins: 1, last: count, keys: ['0a0b0c0d']}
  return JSON.stringify({...facts, lines: entries.map(writeEntry), proof: SEALS.answer({...facts, nonce, end: before})})
}

const place = {nonce: NONCE, after: 0, journal: null, before: null}

describe('an answer to a pull', () => {
  it('is taken whole', () => {
    expect(readAnswer(answerOf(3), place, SEALS)).toMatchObject({
      last: 3,
      keys: ['0a0b0c0d'],
      entries: [{seq: 1}, {seq: 2}, {seq: 3}],
    })
    expect(readAnswer(answerOf(0), place, SEALS)).toMatchObject({last: 0, entries: [], end: START})
    expect(readAnswer(answerOf(3, 'another-nonce'), place, SEALS)).toBe('proof')
    expect(readAnswer(answerOf(3), place, journalSeals(Buffer.alloc(32, 2)))).toBe('proof')
  })

  it('is refused whichever of its characters is another one', () => {
    const whole = answerOf(3)
    const taken = readAnswer(whole, place, SEALS)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom(...'0aZ-_"{},:[]\\t 9'), (at, char) => {
        const read = readAnswer(whole.slice(0, at) + char + whole.slice(at + 1), place, SEALS)
        // The very same character, or a blank between two things.
        if (typeof read !== 'string') expect(read).toEqual(taken)
      }),
      {numRuns: 3000},
    )
  })

  it('of any content is read without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => typeof readAnswer(body, place, SEALS) === 'string'),
    )
  })
})

describe('lines of a journal', () => {
  it('come back as they were written', () => {
    const kinds = fc.stringMatching(/^[a-z][a-z-]{0,31}$/)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), kinds, fc.dictionary(fc.string(), fc.string()), (seq, at, kind, payload) => {
        const entry: JournalEntry = {seq: seq + 1, at, kind, payload: JSON.stringify(payload)}
        const sealed = sealEntry(JOURNAL, START, entry, SEALS)
        expect(readEntry(writeEntry(sealed))).toEqual(sealed)
      }),
    )
    const head = {journal: JOURNAL, seq: 7, before: START}
    expect(readHead(writeHead(head, SEALS), SEALS)).toEqual(head)
    expect(readHead(writeHead(head, SEALS).replace('\t7\t', '\t8\t'), SEALS)).toBeNull()
  })

  it.each(['', 'x', '1\t2\toptout\t{}', '0\t2\toptout\t{}\tx', `1\t2\tOptout\t{}\t${'a'.repeat(43)}`])(
    'are none: %j',
    (line) => {
      expect(readEntry(line)).toBeNull()
    },
  )
})

describe('an opt-out in a journal', () => {
  it('says what the token said, and is nothing else', () => {
    const record = {send: 'AAAAAAAAAAA', recipient: 'BBBBBBBBBBBBBBBBBBBBBB', choice: 'pause', via: 'page'} as const
    expect(readOptOutRecord(writeOptOut(record))).toEqual(record)
    for (const bad of [
      '',
      '[]',
      'null',
      '{}',
      JSON.stringify({...record, choice: 'resume'}),
      JSON.stringify({...record, via: 'x'}),
    ])
      expect(readOptOutRecord(bad)).toBeNull()
  })
})

describe('the secret of a detached server', () => {
  it('gives two keys that tell nothing of each other, and is read in its one form', () => {
    const secret = Buffer.alloc(32, 5)
    const written = secret.toString('base64url')
    const {pullKey, pullKeyHash, journalKey} = detachedKeys(secret)
    expect(new Set([written, pullKey, pullKeyHash, Buffer.from(journalKey).toString('base64url')]).size).toBe(4)
    expect(readDetachedSecret(`${written}\n`)).toEqual(secret)
    for (const bad of ['', 'x', written.slice(1), `${written}A`, `${written.slice(0, -1)}_`])
      expect(readDetachedSecret(bad)).toBeNull()
  })
})
