/** A run that pulls opt-outs from a server without the list while it lasts. */
import {afterEach, describe, expect, it} from 'vitest'
import type {TokenKey} from '../../src/core/suppression/token.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {type FreshNeeds, freshOptOuts} from '../../src/flows/fresh-opt-outs.ts'
import {type CountingRelay, startCountingRelay} from '../support/counting-relay.ts'
import type {Host} from '../support/detached.ts'
import {pullerOf, startHost} from '../support/detached.ts'
import {CLOCK, prepareSend, sendThrough, standing} from '../support/send-through.ts'
import {KEY as LINKS, oneClick} from '../support/site.ts'
import type {SmallSend} from '../support/small-send.ts'

let relay: CountingRelay
let host: Host
let small: SmallSend

afterEach(async () => {
  await relay.kill()
  await host.stop()
  await small.store.close()
})

async function prepare(contacts: number): Promise<void> {
  relay = await startCountingRelay({})
  host = await startHost()
  small = await prepareSend(contacts)
}

function needs(more: Partial<FreshNeeds> = {}): FreshNeeds {
  return {...pullerOf(host.url, small.store), maxAgeMinutes: 60, againMs: 50, onPull() {}, ...more}
}

describe('a run', () => {
  it('mails nobody whose opt-out came to that server while it lasts', async () => {
    await prepare(120)
    const late = Array.from({length: 40}, (_, i) => 81 + i)
    const link = tokenMaker(LINKS, 'optout', small.send.publicId)
    let pulled!: () => void
    const came = new Promise<void>((resolve) => {
      pulled = resolve
    })
    const onPull: FreshNeeds['onPull'] = ({result}) => {
      if ((result?.entries ?? 0) > 0) pulled()
    }
    // Slow enough that the last third is still planned when the clicks have been pulled.
    const run = sendThrough(small, relay.port, {perSecond: 15, detached: needs({onPull})})
    await Promise.all(late.map((id) => oneClick(`${host.url}/u/${link(small.connection.publicIds(id))}`)))
    await came
    expect(await run).toMatchObject({sumHolds: true})
    const states = await standing(small)
    expect(states.accepted! + states.suppressed!).toBe(120)
    expect(states.suppressed).toBeGreaterThan(30)
  })

  it('stops when that server is away for too long, and goes on when it is back', async () => {
    await prepare(60)
    let now = Date.now()
    const clock = {...CLOCK, now: () => now}
    let isAway = false
    const real = needs()
    const source: FreshNeeds['source'] = {
      url: host.url,
      read: (after, nonce) =>
        (isAway ? pullerOf('http://127.0.0.1:9', small.store).source : real.source).read(after, nonce),
    }
    const run = sendThrough(small, relay.port, {perSecond: 20, detached: needs({source, clock})})
    await expect.poll(() => relay.dots.length, {timeout: 10_000}).toBeGreaterThan(5)
    isAway = true
    now += 2 * 60 * 60_000
    expect(await run).toMatchObject({code: 'PULL_STALE', exitCode: 3})
    const sent = relay.dots.length
    expect(sent).toBeLessThan(60)
    expect(await standing(small)).toEqual({accepted: sent, planned: 60 - sent})
    expect(await sendThrough(small, relay.port, {detached: needs({source, clock})})).toMatchObject({code: 'PULL_STALE'})
    isAway = false
    expect(await sendThrough(small, relay.port, {detached: needs({source, clock})})).toMatchObject({sumHolds: true})
    expect(relay.dots).toHaveLength(60)
  })

  it('does not begin when that server does not take its links', async () => {
    await prepare(3)
    await host.stop()
    host = await startHost({keys: () => [{id: 'ffffffff', secret: Buffer.alloc(32)}]})
    expect(await sendThrough(small, relay.port, {detached: needs()})).toMatchObject({code: 'DETACHED_KEY_UNKNOWN'})
    expect((await small.store.sends.find('nov'))?.startedAt).toBeNull()
  })

  it('does not begin when that server is away and did not take its links when it was heard of last', async () => {
    await prepare(3)
    const known: TokenKey[] = [{id: 'ffffffff', secret: Buffer.alloc(32)}]
    await host.stop()
    host = await startHost({keys: () => known})
    const pull = async () => freshOptOuts({tokenKey: null}, needs())
    await pull()
    const {source} = pullerOf('http://127.0.0.1:9', small.store)
    const away = needs({source})
    expect(await sendThrough(small, relay.port, {detached: away})).toMatchObject({code: 'DETACHED_KEY_UNKNOWN'})
    expect(relay.dots).toHaveLength(0)
    known.push(LINKS)
    await pull()
    expect(await sendThrough(small, relay.port, {detached: away})).toMatchObject({sumHolds: true})
    expect(relay.dots).toHaveLength(3)
  })
})
