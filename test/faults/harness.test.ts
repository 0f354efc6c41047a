import {afterEach, describe, expect, it} from 'vitest'
import {findBreaches, readLedger} from '../support/check-send.ts'
import {type CountingRelay, startCountingRelay} from '../support/counting-relay.ts'
import {breaches, prepareSend, sendThrough, standing} from '../support/send-through.ts'
import type {SmallSend} from '../support/small-send.ts'

let relay: CountingRelay
let small: SmallSend

afterEach(async () => {
  await relay.kill()
  await small.store.close()
})

async function sendTwenty() {
  relay = await startCountingRelay()
  small = await prepareSend(20)
  await small.suppress('p7@example.com')
  expect(await sendThrough(small, relay.port)).toMatchObject({sumHolds: true, sentNow: 19})
  return readLedger(small.connection.file, 'nov')
}

describe('the checker of the fault tests', () => {
  it('finds nothing when all went well', async () => {
    await sendTwenty()
    expect(await standing(small)).toEqual({accepted: 19, suppressed: 1})
    expect(breaches(small, relay, new Set(['p7@example.com']))).toEqual([])
  })

  it('reports a planted loss', async () => {
    const view = await sendTwenty()
    const dots = relay.dots.filter(({to}) => to !== 'p3@example.com')
    expect(findBreaches(dots, view)).toEqual(['lost: p3@example.com is accepted, no mail came'])
  })

  it('reports a planted duplicate', async () => {
    const view = await sendTwenty()
    expect(findBreaches([...relay.dots, relay.dots[4]!], view)).toEqual([`duplicate: ${relay.dots[4]!.to} got 2 mails`])
  })

  it('reports a planted mail to a suppressed address', async () => {
    const view = await sendTwenty()
    const dot = {...relay.dots[0]!, to: 'p7@example.com'}
    expect(findBreaches([...relay.dots, dot], view, new Set(['p7@example.com']))).toEqual([
      'suppressed: p7@example.com got a mail',
      'unrecorded: p7@example.com got a mail and is suppressed',
    ])
  })

  it('reports a stranger, other bytes and a missing row', async () => {
    const view = await sendTwenty()
    expect(findBreaches([...relay.dots, {...relay.dots[0]!, to: 'x@example.com'}], view)).toEqual([
      'stranger: x@example.com got a mail',
    ])
    const changed = relay.dots.map((dot, i) => (i === 0 ? {...dot, sha256: 'other'} : dot))
    expect(findBreaches(changed, view)).toEqual([`bytes: ${relay.dots[0]!.to} got another mail than the ledger marked`])
    const cut = {...view, rows: view.rows.filter((row) => row.address !== 'p7@example.com')}
    expect(findBreaches(relay.dots, cut)).toEqual(['sum: 19 rows, audience 20'])
  })
})
