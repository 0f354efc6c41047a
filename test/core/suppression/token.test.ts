import {createHmac} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  bounceTokenMaker,
  kindKey,
  messageIdMaker,
  readBounceToken,
  readToken,
  tokenMaker,
} from '../../../src/core/suppression/token.ts'

const KEY = {id: '0a1b2c3d', secret: new Uint8Array(32).fill(7)}
const OTHER = {id: 'ffffffff', secret: new Uint8Array(32).fill(9)}
const SEND = Buffer.from('12345678').toString('base64url')
const RECIPIENT = Buffer.from('1234567890abcdef').toString('base64url')

const bytes = (length: number) =>
  fc.uint8Array({minLength: length, maxLength: length}).map((array) => Buffer.from(array).toString('base64url'))

describe('a token', () => {
  it('says what it was made for, and only to who holds its key', () => {
    const token = tokenMaker(KEY, 'optout', SEND)(RECIPIENT)
    expect(token).toMatch(/^[\w-]{62}$/)
    expect(readToken(token, [OTHER, KEY])).toEqual({kind: 'optout', sendId: SEND, recipientId: RECIPIENT})
    expect(readToken(token, [OTHER])).toBeNull()
    expect(readToken(token, [{...OTHER, id: KEY.id}])).toBeNull()
  })

  it('of one kind is all that a key of that kind opens and makes', () => {
    const optOuts = kindKey(KEY, 'optout')
    for (const kind of ['optout', 'confirm', 'sign-up'] as const) {
      const token = tokenMaker(KEY, kind, SEND)(RECIPIENT)
      expect(readToken(token, [OTHER, optOuts])?.kind, kind).toBe(kind === 'optout' ? 'optout' : undefined)
      // Whatever is signed with the secret of that key: it opens nothing where the whole key is.
      const {secret} = optOuts
      expect(readToken(tokenMaker({id: KEY.id, secret}, kind, SEND)(RECIPIENT), [KEY]), kind).toBeNull()
      const bytes = Buffer.from(token, 'base64url')
      const mac = createHmac('sha256', secret).update(bytes.subarray(0, 30)).digest().subarray(0, 16)
      const forged = Buffer.concat([bytes.subarray(0, 30), mac]).toString('base64url')
      expect(readToken(forged, [KEY]) !== null, kind).toBe(kind === 'optout')
    }
    const bounce = bounceTokenMaker({id: KEY.id, secret: optOuts.secret}, SEND)(RECIPIENT)
    expect(readBounceToken(bounce, [KEY])).toBeNull()
  })

  it('survives any ids', () => {
    fc.assert(
      fc.property(bytes(8), bytes(16), fc.constantFrom('optout' as const, 'confirm' as const), (send, to, kind) => {
        expect(readToken(tokenMaker(KEY, kind, send)(to), [KEY])).toEqual({kind, sendId: send, recipientId: to})
      }),
    )
  })

  it('is no token any more with one character changed, cut off or added', () => {
    const token = tokenMaker(KEY, 'optout', SEND)(RECIPIENT)
    for (let at = 0; at < token.length; at += 1)
      for (const char of 'AZaz09-_')
        if (char !== token[at])
          expect(readToken(token.slice(0, at) + char + token.slice(at + 1), [KEY]), `${at} ${char}`).toBeNull()
    expect(readToken(token.slice(1), [KEY])).toBeNull()
    expect(readToken(`${token}A`, [KEY])).toBeNull()
    expect(readToken('', [KEY])).toBeNull()
  })

  it('is made the same every time, and from a maker that was used before', () => {
    const make = tokenMaker(KEY, 'optout', SEND)
    const first = make(RECIPIENT)
    make(Buffer.from('fedcba0987654321').toString('base64url'))
    expect(make(RECIPIENT)).toBe(first)
  })

  it('never throws at what a stranger sends', () => {
    fc.assert(
      fc.property(fc.string({minLength: 55, maxLength: 65}), (text) => {
        expect(readToken(text, [KEY])).toBeNull()
      }),
    )
  })
})

describe('a bounce token', () => {
  it('fits an address behind eight letters, survives any ids and a mail server that changes case', () => {
    fc.assert(
      fc.property(bytes(8), bytes(16), (send, to) => {
        const token = bounceTokenMaker(KEY, send)(to)
        expect(token).toMatch(/^[a-z2-7]{55}$/)
        for (const written of [token, token.toUpperCase()])
          expect(readBounceToken(written, [OTHER, KEY])).toEqual({sendId: send, recipientId: to})
        expect(readBounceToken(token, [OTHER])).toBeNull()
      }),
    )
  })

  it('is none any more with one character changed, cut off or added', () => {
    const token = bounceTokenMaker(KEY, SEND)(RECIPIENT)
    for (let at = 0; at < token.length; at += 1)
      for (const char of 'az27')
        if (char !== token[at])
          expect(readBounceToken(token.slice(0, at) + char + token.slice(at + 1), [KEY]), `${at} ${char}`).toBeNull()
    for (const other of ['', token.slice(1), `${token}a`, token.replace(/.$/, '1'), token.replace(/.$/, '!')])
      expect(readBounceToken(other, [KEY])).toBeNull()
  })
})

describe('the Message-ID of a mail', () => {
  it('is the same for the same mail, and another for another person, send or content', () => {
    const id = (send: string, content: string, to: string) => messageIdMaker(KEY, send, content)(to)
    const first = id(SEND, 'hash', RECIPIENT)
    expect(first).toMatch(/^[a-z2-7]{26}$/)
    expect(id(SEND, 'hash', RECIPIENT)).toBe(first)
    expect(new Set([first, id('x', 'hash', RECIPIENT), id(SEND, 'other', RECIPIENT), id(SEND, 'hash', 'x')]).size).toBe(
      4,
    )
  })
})
