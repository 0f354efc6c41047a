import {expect, it} from 'vitest'
import {NO_CAPABILITIES, readCapabilities} from '../../../src/adapters/smtp/capabilities.ts'

it('reads what a relay offers, whatever the case and order', () => {
  expect(
    readCapabilities([
      'relay.example.com greets you',
      'pipelining',
      'SIZE 10240000',
      'StartTLS',
      'auth plain LOGIN',
      '8BITMIME',
      'SMTPUTF8',
      'CHUNKING',
    ]),
  ).toEqual({
    pipelining: true,
    eightBitMime: true,
    smtpUtf8: true,
    startTls: true,
    size: true,
    maxSizeBytes: 10240000,
    auth: ['PLAIN', 'LOGIN'],
  })
})

it('does not take the name of the relay for an offer', () => {
  expect(readCapabilities(['PIPELINING'])).toEqual(NO_CAPABILITIES)
})

it.each([['SIZE'], ['SIZE 0'], ['SIZE many'], ['SIZE 99999999999999999999'], ['SIZE -1']])(
  'takes %j as SIZE without a bound',
  (line) => {
    expect(readCapabilities(['x', line])).toMatchObject({size: true, maxSizeBytes: null})
  },
)

it('joins AUTH lines and knows the old AUTH=', () => {
  expect(readCapabilities(['x', 'AUTH LOGIN', 'AUTH=PLAIN XOAUTH2']).auth).toEqual(['LOGIN', 'PLAIN', 'XOAUTH2'])
})

it('is not misled by words of the language', () => {
  expect(readCapabilities(['x', 'constructor', '__proto__ y', ''])).toEqual(NO_CAPABILITIES)
})
