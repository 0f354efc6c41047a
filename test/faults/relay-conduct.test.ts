import {afterEach, describe, expect, it} from 'vitest'
import type {AppError} from '../../src/errors.ts'
import type {RunResult} from '../../src/flows/run-send.ts'
import {type Conduct, type CountingRelay, type RelayOptions, startCountingRelay} from '../support/counting-relay.ts'
import {breaches, prepareSend, sendThrough, standing, type Through} from '../support/send-through.ts'
import type {SmallSend} from '../support/small-send.ts'

let relay: CountingRelay
let small: SmallSend

afterEach(async () => {
  await relay.kill()
  await small.store.close()
})

/** A run of `contacts` mails through a relay with this conduct. */
async function runOf(contacts: number, options: RelayOptions, how: Through = {}): Promise<RunResult | Error> {
  relay = await startCountingRelay(options)
  small = await prepareSend(contacts)
  return sendThrough(small, relay.port, how)
}

/** Conduct for every n-th person, p1 being the first. */
function every(n: number, conduct: Conduct): (to: string) => Conduct | null {
  return (to) => (Number(/\d+/.exec(to)?.[0]) % n === 0 && to !== '' ? conduct : null)
}

describe('a run through a relay that misbehaves', () => {
  it.each([
    ['no such user at RCPT', {rcpt: '550 5.1.1 no such user'}, 'rejected'],
    ['mailbox busy at RCPT', {rcpt: '450 4.2.1 busy'}, 'deferred'],
    ['too many recipients', {rcpt: '552 5.5.3 too many'}, 'deferred'],
    ['a delay at DATA', {data: '451 4.3.0 later'}, 'deferred'],
    ['a refusal at DATA', {data: '554 5.6.0 no'}, 'rejected'],
    ['a delay at the dot', {dot: '451 4.7.1 greylisted'}, 'deferred'],
    ['throttling at the dot', {dot: '454 4.7.0 slow down'}, 'deferred'],
    ['a closing 421 at the dot', {dot: '421 4.3.2 going down'}, 'deferred'],
    ['a refusal at the dot', {dot: '550 5.7.1 spam'}, 'rejected'],
    ['a drop after the dot, mail taken', {drop: 'after-dot'}, 'in-doubt'],
    ['a drop after the dot, mail not taken', {drop: 'instead-of-dot'}, 'in-doubt'],
    ['garbage after the dot', {dot: '354 what?'}, 'in-doubt'],
    ['a drop at RCPT, each time', {drop: 'at-rcpt'}, 'deferred'],
    ['a drop in the body, each time', {drop: 'before-dot'}, 'deferred'],
  ] as [string, Conduct, string][])('gives the others their mail: %s', async (_, conduct, state) => {
    const result = await runOf(40, {conduct: every(8, conduct)}, {connections: 3})
    expect(result).toMatchObject({sumHolds: true, sentNow: 35})
    expect(await standing(small)).toEqual({accepted: 35, [state]: 5})
    expect(breaches(small, relay)).toEqual([])
  })

  it('sends again at once what a dropped connection had not taken', async () => {
    const atFirst = every(4, {drop: 'before-dot'})
    const result = await runOf(40, {conduct: (to, count) => (count === 0 ? atFirst(to) : null)}, {connections: 3})
    expect(result).toMatchObject({sentNow: 40})
    expect(breaches(small, relay)).toEqual([])
    expect(small.attemptsOf(4).map(({outcome}) => outcome)).toEqual(['planned', 'accepted'])
  })

  it('records a reply as it came, code, enhanced code and words', async () => {
    await runOf(1, {conduct: () => ({rcpt: '550 5.1.1 no such user here'})})
    const row = small.connection.db.prepare('select outcome, code, enhanced, reply from attempts').get()
    expect(row).toEqual({
      outcome: 'rejected',
      code: 550,
      enhanced: '5.1.1',
      reply: expect.stringContaining('no such user here'),
    })
  })

  it('names the moment when deferred mails are due, and a later run takes them up', async () => {
    const result = await runOf(5, {
      conduct: (to, count) => (to === 'p2@example.com' && count === 0 ? {rcpt: '450 4.2.1 busy'} : null),
    })
    expect((result as RunResult).nextDue).toBeGreaterThan(Date.now())
    expect(await standing(small)).toEqual({accepted: 4, deferred: 1})
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: 0})
    small.connection.db.exec('update deliveries set due_at = 1 where due_at is not null')
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: 1, nextDue: null})
    expect(breaches(small, relay)).toEqual([])
  })

  it('stops when the relay refuses us: greeting, sender, authentication wanted', async () => {
    for (const options of [
      {greeting: '554 5.7.1 go away'},
      {conduct: (to: string) => (to === '' ? {mail: '550 5.1.8 bad sender'} : null)},
      {conduct: () => ({rcpt: '530 5.7.0 authentication wanted'})},
    ] satisfies RelayOptions[]) {
      const error = await runOf(30, options)
      expect(error).toMatchObject({code: 'RELAY_REFUSES', exitCode: 75})
      expect(String((error as AppError).values.command)).toBe('todoke send run nov')
      expect(await standing(small)).toEqual({planned: 30})
      await relay.kill()
      await small.store.close()
    }
    await runOf(1, {})
  })

  it('stops when nothing listens, and everyone stays planned', async () => {
    relay = await startCountingRelay()
    await relay.kill()
    small = await prepareSend(30)
    expect(await sendThrough(small, relay.port, {workers: 2})).toMatchObject({code: 'RELAY_UNREACHABLE', exitCode: 75})
    expect(await standing(small)).toEqual({planned: 30})
    await relay.revive()
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: 30})
    expect(breaches(small, relay)).toEqual([])
  })

  it('stops when every connection is dropped, instead of trying for ever', async () => {
    const error = await runOf(200, {conduct: (to) => (to === '' ? null : {drop: 'before-dot'})})
    expect(error).toMatchObject({code: 'RELAY_UNREACHABLE'})
    expect(relay.named.size).toBeLessThan(40)
    const states = await standing(small)
    // A dot may have left before the drop was seen; such a mail is in doubt, one for a connection at most.
    expect(states['in-doubt'] ?? 0).toBeLessThan(40)
    expect(states.planned! + (states.deferred ?? 0) + (states['in-doubt'] ?? 0)).toBe(200)
    expect(breaches(small, relay)).toEqual([])
  })

  it('stops when no dot is ever answered, before the whole list is in doubt', async () => {
    const error = await runOf(200, {conduct: (to) => (to === '' ? null : {drop: 'after-dot'})})
    expect(error).toMatchObject({code: 'RELAY_UNREACHABLE'})
    const states = await standing(small)
    expect(states['in-doubt']).toBeLessThan(40)
    expect(states.planned! + (states.deferred ?? 0)).toBe(200 - states['in-doubt']!)
    expect(breaches(small, relay)).toEqual([])
  })

  it('waits for a relay that restarts in the middle, and goes on by itself', async () => {
    let restarts = 0
    relay = await startCountingRelay({
      onAccepted(_, count) {
        if (count % 300 !== 0 || restarts === 2) return
        restarts += 1
        void relay.kill().then(() => relay.revive())
      },
    })
    small = await prepareSend(1000)
    const result = await sendThrough(small, relay.port, {workers: 2, connections: 4})
    expect(restarts).toBe(2)
    expect(result).toMatchObject({sumHolds: true})
    const states = await standing(small)
    expect(Object.keys(states).sort()).toEqual(
      states['in-doubt'] === undefined ? ['accepted'] : ['accepted', 'in-doubt'],
    )
    expect(states['in-doubt'] ?? 0).toBeLessThanOrEqual(2 * 8)
    expect(breaches(small, relay)).toEqual([])
  })

  it('keeps to the connections it was given', async () => {
    await runOf(300, {}, {workers: 2, connections: 3})
    expect(relay.peak()).toBeLessThanOrEqual(6)
    expect(relay.dots).toHaveLength(300)
  })

  it('keeps to the limit per second', async () => {
    await runOf(60, {}, {perSecond: 30, connections: 8})
    expect(relay.dots).toHaveLength(60)
    // At most a second's worth is saved up, so sixty mails take at least one more second; without a limit, a blink.
    expect(relay.dots.at(-1)!.at - relay.dots[0]!.at).toBeGreaterThan(700)
  })

  it('leaves out an address that needs SMTPUTF8 when the relay lacks it, and sends it when it does not', async () => {
    for (const utf8 of [false, true]) {
      relay = await startCountingRelay({utf8})
      small = await prepareSend(3)
      small.connection.db.exec(`update contacts set address = '太郎@example.com' where id = 2`)
      await sendThrough(small, relay.port)
      expect(await standing(small)).toEqual(utf8 ? {accepted: 3} : {accepted: 2, rejected: 1})
      expect(breaches(small, relay)).toEqual([])
      if (!utf8) {
        await relay.kill()
        await small.store.close()
      }
    }
  })
})
