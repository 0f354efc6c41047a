/** Names of addresses from a real server on loopback: told only where they lead back. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {namesOf} from '../../../src/adapters/dns/reverse-names.ts'
import type {ZoneServer} from '../../support/zone-server.ts'
import {serveZone} from '../../support/zone-server.ts'

const PTR6 = `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`

let server: ZoneServer
beforeAll(async () => {
  server = await serveZone(
    [
      {name: '7.2.0.192.in-addr.arpa', type: 'PTR', value: 'mx7.pphosted.com'},
      {name: 'mx7.pphosted.com', type: 'A', value: '192.0.2.7'},
      {name: '8.2.0.192.in-addr.arpa', type: 'PTR', value: 'liar.pphosted.com'},
      {name: 'liar.pphosted.com', type: 'A', value: '192.0.2.9'},
      {name: PTR6, type: 'PTR', value: 'six.mimecast.com'},
      {name: 'six.mimecast.com', type: 'AAAA', value: '2001:db8::1'},
    ],
    {failing: {'10.2.0.192.in-addr.arpa': 'servfail'}},
  )
})
afterAll(() => server.close())

describe('the names of an address', () => {
  it.each([
    ['one that leads back', '192.0.2.7', ['mx7.pphosted.com']],
    ['one of an IPv4 address in IPv6', '::ffff:192.0.2.7', ['mx7.pphosted.com']],
    ['one of an IPv6 address', '2001:db8::1', ['six.mimecast.com']],
    ['one that somebody else gave themselves', '192.0.2.8', []],
    ['none', '192.0.2.11', []],
    ['none that can be had', '192.0.2.10', []],
    ['none of what is no address', 'unknown', []],
  ])('%s', async (_, address, names) => {
    expect(await namesOf(server.address)(address)).toEqual(names)
  })
})
