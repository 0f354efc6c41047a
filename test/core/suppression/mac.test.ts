import {createHmac} from 'node:crypto'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {macWith} from '../../../src/core/suppression/mac.ts'

it('is HMAC-SHA-256, for keys up to a block and messages of any length one after another', () => {
  const bytes = (maxLength: number) => fc.uint8Array({maxLength})
  fc.assert(
    fc.property(bytes(64), fc.array(bytes(200), {minLength: 1, maxLength: 4}), (secret, messages) => {
      const mac = macWith(secret)
      for (const message of messages)
        expect(Buffer.from(mac(message), 'latin1')).toEqual(createHmac('sha256', secret).update(message).digest())
    }),
  )
})
