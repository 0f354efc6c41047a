/** Answers of a real server on loopback, by UDP and TCP: each kind of "no" told apart, aliases followed, bounds kept. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {askDns} from '../../../src/adapters/dns/look-up.ts'
import type {Dns} from '../../../src/ports/dns.ts'
import {readZone} from '../../support/zone.ts'
import type {ZoneServer} from '../../support/zone-server.ts'
import {serveZone} from '../../support/zone-server.ts'

const {records} = readZone(`@ MX 20 MX2
@ MX 10 mx
@ A 192.0.2.1
@ TXT one|two
@ TXT ${'x'.repeat(400)}
null MX 0 .
alias CNAME end
end TXT v=DKIM1; p=
dangling CNAME gone.example.net.
ring CNAME gnir
gnir CNAME ring
steered TXT \u001b[2Jv=spf1`)
const FAILING = {'fail.example.jp': 'servfail', 'no.example.jp': 'refused', 'mute.example.jp': 'silent'} as const
const HOW = {timeout: 200, tries: 1}

let server: ZoneServer
let bare: ZoneServer
let dns: Dns
let bareDns: Dns
beforeAll(async () => {
  const many = Array.from(
    {length: 200},
    (_, i) => ({name: 'many.example.jp', type: 'TXT', value: `${i} ${'y'.repeat(200)}`}) as const,
  )
  const long = {name: 'long.example.jp', type: 'TXT', value: 'z'.repeat(20_000)} as const
  server = await serveZone([...records, ...many, long], {failing: FAILING})
  bare = await serveZone(records, {bareAliases: true})
  dns = askDns(server.address, HOW)
  bareDns = askDns(bare.address, HOW)
})
afterAll(() => Promise.all([server.close(), bare.close()]))

describe('an answer', () => {
  it('has the strings of each record joined', async () => {
    expect(await dns.txt('example.jp')).toEqual({state: 'found', records: ['onetwo', 'x'.repeat(400)]})
  })

  it('has MX hosts in small letters, the null MX as the root', async () => {
    expect(await dns.mx('example.jp')).toEqual({
      state: 'found',
      records: expect.arrayContaining([
        {priority: 10, exchange: 'mx.example.jp'},
        {priority: 20, exchange: 'mx2.example.jp'},
      ]),
    })
    expect(await dns.mx('null.example.jp')).toEqual({state: 'found', records: [{priority: 0, exchange: ''}]})
    expect(await dns.a('example.jp')).toEqual({state: 'found', records: ['192.0.2.1']})
  })

  it('that UDP cuts short is asked for by TCP, and cut to what is read', async () => {
    const answer = await dns.txt('many.example.jp')
    expect(answer.state === 'found' && [answer.records.length, answer.records[0]!.length]).toEqual([50, 202])
    expect(server.asked.filter((each) => each === 'many.example.jp TXT')).toHaveLength(2)
    const long = await dns.txt('long.example.jp')
    expect(long.state === 'found' && long.records[0]!.length).toBe(8192)
  })

  it('that there is none is told from silence', async () => {
    expect(await dns.txt('nobody.example.jp')).toEqual({state: 'no-name'})
    expect(await dns.aaaa('example.jp')).toEqual({state: 'no-data'})
    expect(await dns.txt('fail.example.jp')).toEqual({state: 'unanswered', why: 'ESERVFAIL'})
    expect(await dns.txt('no.example.jp')).toEqual({state: 'unanswered', why: 'EREFUSED'})
    expect(await dns.txt('mute.example.jp')).toEqual({state: 'unanswered', why: 'ETIMEOUT'})
    expect(await dns.txt(`${'a'.repeat(70)}.example.jp`)).toMatchObject({state: 'unanswered'})
  })
})

describe('an alias', () => {
  it.each(['as resolvers answer', 'as servers of one zone answer'])('is followed, %s', async (which) => {
    const each = which === 'as resolvers answer' ? dns : bareDns
    expect(await each.txt('alias.example.jp')).toEqual({state: 'found', records: ['v=DKIM1; p=']})
    expect(await each.txt('dangling.example.jp')).toMatchObject({leadsTo: 'gone.example.net'})
    const ring = await bareDns.txt('ring.example.jp')
    expect(ring.state).not.toBe('found')
  })
})
