/** Ten million forged tokens, of which none is taken (reliability.md, figure B6). The short form takes a hundredth. */
import {createCipheriv} from 'node:crypto'
import {expect, it} from 'vitest'
import {tokenMaker, tokenReader} from '../../src/core/suppression/token.ts'

const isSlow = process.env.TODOKE_SLOW === '1'
const COUNT = isSlow ? 10_000_000 : 100_000
if (!isSlow) console.warn(`SHORT: ${COUNT} forged tokens instead of 10,000,000, because TODOKE_SLOW=1 is not set`)

const KEYS = [1, 2, 3].map((byte) => ({id: `0a0b0c0${byte}`, secret: Buffer.alloc(32, byte)}))
const BYTES = 46

it(`${COUNT.toLocaleString('en-US')} forged tokens: none is taken`, {timeout: 3_600_000}, () => {
  const read = tokenReader(KEYS)
  const whole = KEYS.map((key) =>
    Buffer.from(tokenMaker(key, 'optout', 'AAAAAAAAAAA')('BBBBBBBBBBBBBBBBBBBBBB'), 'base64url'),
  )
  // The same forgeries on every run.
  const dice = createCipheriv('aes-128-ctr', Buffer.alloc(16, 9), Buffer.alloc(16))
  const zeros = Buffer.alloc(BYTES * 1000)
  let taken = 0
  for (let done = 0; done < COUNT; done += 1000) {
    const random = dice.update(zeros)
    for (let i = 0; i < 1000; i += 1) {
      const forged = random.subarray(i * BYTES, (i + 1) * BYTES)
      const like = whole[i % whole.length]!
      // A quarter each: noise under a known key, another person, a few bits of the signature, another send and a part of a signature.
      if (i % 4 === 0) like.copy(forged, 0, 0, 6)
      else if (i % 4 === 1) {
        like.copy(forged, 0, 0, 14)
        like.copy(forged, 30, 30)
      } else if (i % 4 === 2) {
        const bit = forged[0]! % 128
        const more = forged[1]! % 128
        like.copy(forged)
        forged[30 + (bit >> 3)]! ^= 1 << (bit & 7)
        if (more !== bit) forged[30 + (more >> 3)]! ^= 1 << (more & 7)
      } else {
        like.copy(forged, 0, 0, 6)
        like.copy(forged, 30, 30, 40)
      }
      if (read(forged.toString('base64url')) !== null) taken += 1
    }
  }
  expect(taken).toBe(0)
  expect(whole.map((token) => read(token.toString('base64url'))?.kind)).toEqual(['optout', 'optout', 'optout'])
})
