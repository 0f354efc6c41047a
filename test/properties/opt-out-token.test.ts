import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {messageIdMaker, readToken, TOKEN_KINDS, type TokenKind, tokenMaker} from '../../src/core/suppression/token.ts'

const KEY = {id: '0a0b0c0d', secret: Buffer.alloc(32, 1)}
const OTHER = {id: '0a0b0c0e', secret: Buffer.alloc(32, 2)}
const SENDS = [5, 6].map((byte) => Buffer.alloc(8, byte).toString('base64url'))
const PEOPLE = [8, 9].map((byte) => Buffer.alloc(16, byte).toString('base64url'))
const KINDS = Object.keys(TOKEN_KINDS) as TokenKind[]
const TOKEN = tokenMaker(KEY, 'optout', SENDS[0]!)(PEOPLE[0]!)

const bytes = (length: number) =>
  fc.uint8Array({minLength: length, maxLength: length}).map((each) => Buffer.from(each).toString('base64url'))

describe('an opt-out token', () => {
  it('gives back what went in, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), bytes(8), bytes(16), (kind, sendId, recipientId) => {
        const token = tokenMaker(KEY, kind, sendId)(recipientId)
        expect(token).toMatch(/^[\w-]{62}$/)
        expect(readToken(token, [OTHER, KEY])).toEqual({kind, sendId, recipientId})
      }),
    )
  })

  it('is refused when any one of its bits is flipped', () => {
    const whole = Buffer.from(TOKEN, 'base64url')
    expect(whole).toHaveLength(46)
    for (let bit = 0; bit < 46 * 8; bit += 1) {
      const forged = Buffer.from(whole)
      forged[bit >> 3]! ^= 1 << (bit & 7)
      expect(readToken(forged.toString('base64url'), [KEY, OTHER]), `bit ${bit}`).toBeNull()
    }
  })

  it('has one spelling only', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const readable = [...alphabet].filter((char) => readToken(TOKEN.slice(0, -1) + char, [KEY]) !== null)
    expect(readable).toEqual([TOKEN.at(-1)])
    for (const other of [`${TOKEN}=`, `${TOKEN}==`, ` ${TOKEN}`, `${TOKEN}\n`, `+${TOKEN.slice(1)}`])
      expect(readToken(other, [KEY])).toBeNull()
    for (let length = 0; length < TOKEN.length; length += 1) expect(readToken(TOKEN.slice(0, length), [KEY])).toBeNull()
  })

  it('is refused under another key, also one that claims the same id', () => {
    for (const keys of [[], [OTHER], [{id: KEY.id, secret: OTHER.secret}]]) expect(readToken(TOKEN, keys)).toBeNull()
  })

  it('never passes for another kind, send or person: parts of two tokens do not make a third', () => {
    const tokens = KINDS.flatMap((kind) =>
      SENDS.flatMap((send) => PEOPLE.map((person) => Buffer.from(tokenMaker(KEY, kind, send)(person), 'base64url'))),
    )
    for (const head of tokens)
      for (const tail of tokens) {
        if (head === tail) continue
        const mixed = Buffer.concat([head.subarray(0, 30), tail.subarray(30)]).toString('base64url')
        expect(readToken(mixed, [KEY])).toBeNull()
      }
  })

  it('is refused without a word when it is garbage', () => {
    const isRefused = (text: string) => readToken(text, [KEY]) === null
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 80}), isRefused))
    fc.assert(fc.property(bytes(46), isRefused))
  })
})

describe('a Message-ID', () => {
  it('carries every one of its 128 bits', () => {
    const last = Array.from({length: 300}, (_, i) => messageIdMaker(KEY, SENDS[0]!, 'a')(String(i)).at(-1))
    // 26 characters hold 130 bits, so the last one has two that are always zero: 8 values of 32.
    expect(new Set(last).size).toBe(8)
  })
})
