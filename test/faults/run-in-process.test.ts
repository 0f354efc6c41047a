import {afterEach, describe, expect, it} from 'vitest'
import {addressHash} from '../../src/core/contacts/address-hash.ts'
import {AppError} from '../../src/errors.ts'
import {runSend} from '../../src/flows/run-send.ts'
import {type CountingRelay, type RelayOptions, startCountingRelay} from '../support/counting-relay.ts'
import {inlineCrew} from '../support/inline-crew.ts'
import {breaches, CLOCK, prepareSend, sendThrough, standing} from '../support/send-through.ts'
import {one, type SmallSend} from '../support/small-send.ts'

let relay: CountingRelay
let small: SmallSend

afterEach(async () => {
  await relay.kill()
  await small.store.close()
})

async function prepare(contacts: number, options: RelayOptions = {}): Promise<void> {
  relay = await startCountingRelay(options)
  small = await prepareSend(contacts)
}

describe('a plan that waited too long', () => {
  it('is refused before anything is sent, and goes on once it has begun', async () => {
    await prepare(3)
    const sixDays = 6 * 86_400_000
    const later = {...CLOCK, now: () => small.send.plannedAt + sixDays}
    expect(await sendThrough(small, relay.port, {clock: later})).toMatchObject({code: 'PLAN_STALE'})
    expect(relay.dots).toHaveLength(0)
    const begun = {...small, send: {...small.send, startedAt: small.send.plannedAt}}
    expect(await sendThrough(begun, relay.port, {clock: later})).toMatchObject({sentNow: 3})
  })
})

describe('an opt-out during the run', () => {
  it('binds for everyone who is not marked yet, also when the worker already holds the mail', async () => {
    const optedOut = new Set<string>()
    await prepare(200, {
      onAccepted(_, count) {
        if (count !== 20) return
        const marked = new Set(
          (small.connection.db.prepare('select contact_id as id from attempts').all() as {id: number}[]).map(
            ({id}) => id,
          ),
        )
        // In the same turn of the loop: whoever is not marked now is suppressed before his mark.
        const add = small.connection.db.prepare(
          `insert into suppression_events (subject_hash, subject, reason, scope, source, recorded_at, seal)
           values (?, ?, 'optout', 'all', 'test', 0, x'')`,
        )
        for (let id = 1; id <= 200; id += 1) {
          if (marked.has(id)) continue
          add.run(addressHash(`p${id}@example.com`), `p${id}@example.com`)
          optedOut.add(`p${id}@example.com`)
        }
      },
    })
    expect(await sendThrough(small, relay.port, {workers: 2})).toMatchObject({sumHolds: true})
    expect(optedOut.size).toBeGreaterThan(100)
    expect(await standing(small)).toEqual({accepted: 200 - optedOut.size, suppressed: optedOut.size})
    expect(breaches(small, relay, optedOut)).toEqual([])
  })
})

describe('a store that fails during the run', () => {
  it('lets no dot go without its mark, writes what it knew as soon as it can, and the next run ends it', async () => {
    await prepare(300, {
      onAccepted(_, count) {
        if (count === 50)
          small.connection.db.exec(
            `create trigger full before insert on attempts begin select raise(abort, 'database or disk is full'); end`,
          )
      },
    })
    expect(await sendThrough(small, relay.port, {workers: 2})).toMatchObject({code: 'STORE_FULL', exitCode: 75})
    const states = await standing(small)
    // Outcomes of the groups that failed were written at the end, without the marks that made them fail.
    expect(states).toEqual({accepted: relay.dots.length, planned: 300 - relay.dots.length})
    expect(breaches(small, relay)).toEqual([])
    small.connection.db.exec('drop trigger full')
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: states.planned})
    expect(breaches(small, relay)).toEqual([])
  })

  it('calls in doubt what it could not write to the end', async () => {
    await prepare(300, {
      onAccepted(_, count) {
        if (count === 50)
          small.connection.db.exec(
            `create trigger broken before update on deliveries begin select raise(abort, 'disk I/O error'); end`,
          )
      },
    })
    expect(await sendThrough(small, relay.port)).toMatchObject({code: 'STORE_UNUSABLE'})
    const {attempting} = await standing(small)
    expect(attempting).toBeGreaterThan(0)
    expect(attempting).toBeLessThanOrEqual(4)
    expect(breaches(small, relay)).toEqual([])
    small.connection.db.exec('drop trigger broken')
    expect(await sendThrough(small, relay.port)).toMatchObject({sumHolds: true, foundUnfinished: attempting})
    expect(await standing(small)).toEqual({accepted: 300 - attempting!, 'in-doubt': attempting})
    expect(breaches(small, relay)).toEqual([])
  })

  it('stops with the full disk that SQLite itself reports', async () => {
    await prepare(3000, {
      onAccepted(_, count) {
        if (count !== 20) return
        const {page_count: pages} = small.connection.db.prepare('pragma page_count').get() as {page_count: number}
        small.connection.db.exec(`pragma max_page_count = ${pages}`)
      },
    })
    expect(await sendThrough(small, relay.port)).toMatchObject({code: 'STORE_FULL'})
    expect(breaches(small, relay)).toEqual([])
    small.connection.db.exec('pragma max_page_count = 1000000')
    expect(await sendThrough(small, relay.port)).toMatchObject({sumHolds: true})
    const {accepted, 'in-doubt': inDoubt = 0} = await standing(small)
    expect(accepted! + inDoubt).toBe(3000)
    expect(inDoubt).toBeLessThanOrEqual(4)
    expect(breaches(small, relay)).toEqual([])
  })

  it('notices when a row has gone', async () => {
    await prepare(30)
    small.connection.db.exec('delete from deliveries where contact_id = 9')
    expect(await sendThrough(small, relay.port)).toMatchObject({
      code: 'LEDGER_SUM_OFF',
      exitCode: 70,
      values: {sum: 29, audience: 30},
    })
  })
})

describe('a thread that dies', () => {
  it.each([
    ['mark', 0],
    ['outcome', 0],
    ['mark', 3],
    ['outcome', 3],
  ] as const)(
    'leaves at most its connections in doubt and the others go on (after a %s, commits of %i turns)',
    async (type, commitTurns) => {
      await prepare(400)
      let seen = 0
      const crew = inlineCrew(2, (worker, message) => {
        if (worker === 0 && message.type === type) seen += 1
        if (seen !== 30) return
        seen += 1
        crew.lose(0)
      })
      const result = await sendThrough(small, relay.port, {crew, connections: 4, commitTurns})
      expect(seen).toBeGreaterThan(30)
      expect(result).toMatchObject({sumHolds: true})
      // A mark that was being written when the thread died comes back as planned: its dot was never released.
      const {accepted, 'in-doubt': inDoubt = 0, planned = 0} = await standing(small)
      expect(accepted! + inDoubt + planned).toBe(400)
      expect(inDoubt + planned).toBeLessThanOrEqual(4)
      if (commitTurns === 0) expect(planned).toBe(0)
      expect(breaches(small, relay)).toEqual([])
      expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: planned, foundUnfinished: 0})
      expect(breaches(small, relay)).toEqual([])
    },
  )

  it('ends the run when it was the last one, and the next run goes on', async () => {
    await prepare(200)
    let marks = 0
    const crew = inlineCrew(1, (_, message) => {
      if (message.type === 'mark') marks += 1
      if (marks === 40) queueMicrotask(() => crew.lose(0))
    })
    expect(await sendThrough(small, relay.port, {crew})).toMatchObject({code: 'WORKER_FAILED', exitCode: 70})
    const {attempting = 0, 'in-doubt': inDoubt = 0} = await standing(small)
    expect(attempting).toBe(0)
    expect(inDoubt).toBeLessThanOrEqual(4)
    expect(breaches(small, relay)).toEqual([])
    expect(await sendThrough(small, relay.port)).toMatchObject({sumHolds: true})
    expect(await standing(small)).toEqual({accepted: 200 - inDoubt, ...(inDoubt > 0 ? {'in-doubt': inDoubt} : {})})
    expect(breaches(small, relay)).toEqual([])
  })
})

describe('stopping', () => {
  it('finishes what is open, leaves nothing in doubt, and the next run ends it', async () => {
    const stop = new AbortController()
    await prepare(300, {onAccepted: (_, count) => count === 60 && stop.abort()})
    expect(await sendThrough(small, relay.port, {workers: 2, stop: stop.signal})).toMatchObject({
      code: 'INTERRUPTED',
      exitCode: 130,
      values: {command: 'todoke send run nov'},
    })
    const states = await standing(small)
    expect(Object.keys(states).sort()).toEqual(['accepted', 'planned'])
    expect(states.accepted).toBe(relay.dots.length)
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: states.planned})
    expect(breaches(small, relay)).toEqual([])
  })

  it('before the first mail sends nothing, and with the last mail is no interruption', async () => {
    await prepare(20)
    expect(await sendThrough(small, relay.port, {stop: AbortSignal.abort()})).toMatchObject({code: 'INTERRUPTED'})
    expect(relay.dots).toEqual([])
    const stop = new AbortController()
    const crew = inlineCrew(1, (_, message) => {
      if (message.type === 'returned') stop.abort()
    })
    expect(await sendThrough(small, relay.port, {crew, stop: stop.signal})).toMatchObject({sentNow: 20})
    expect(await small.store.sends.find('nov')).toMatchObject({lastEvent: 'finished'})
  })

  it('does not wait longer than half a minute for a relay that says nothing more', async () => {
    const stop = new AbortController()
    await prepare(40, {
      conduct: (to) => (to === 'p5@example.com' ? {hang: true} : null),
      onAccepted: (_, count) => count === 30 && stop.abort(),
    })
    expect(await sendThrough(small, relay.port, {stop: stop.signal})).toMatchObject({code: 'INTERRUPTED'})
    expect(await standing(small)).toMatchObject({'in-doubt': 1})
    expect(small.stateOf(5)).toBe('in-doubt')
    expect(breaches(small, relay)).toEqual([])
  })
})

describe('a run', () => {
  it('sends no dot on a mark that is too old, and leaves the mail planned', async () => {
    await prepare(3)
    const clock = {...CLOCK, monotonic: () => process.hrtime.bigint() - 6_000_000_000n}
    expect(await sendThrough(small, relay.port, {clock})).toMatchObject({sumHolds: true, sentNow: 0})
    expect(relay.dotsSeen()).toBe(0)
    expect(await standing(small)).toEqual({planned: 3})
    expect(small.attemptsOf(1).map(({outcome}) => outcome)).toEqual(['planned', 'planned', 'planned'])
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: 3})
    expect(breaches(small, relay)).toEqual([])
  })

  it('skips, with the reason, whoever has no value any more that the mail needs', async () => {
    await prepare(10)
    small.connection.db.exec(`update contacts set attributes = '{}' where id = 4`)
    expect(await sendThrough(small, relay.port)).toMatchObject({sentNow: 9})
    const row = small.connection.db.prepare('select state, reason from deliveries where contact_id = 4').get()
    expect(row).toEqual({state: 'skipped', reason: 'template:empty-value name'})
    expect(breaches(small, relay)).toEqual([])
  })

  it('does not start a plan that was replaced since it was confirmed', async () => {
    await prepare(5)
    await small.store.sends.plan(
      {...small.header, publicId: 'EEEEEEEEEEE'},
      one([{contactId: 1, state: 'planned', reason: null}]),
      1,
    )
    expect(await sendThrough(small, relay.port)).toMatchObject({
      code: 'CONFIRM_WRONG',
      values: {given: 'nov:5', count: 1},
    })
    expect(relay.dots).toEqual([])
  })

  it('that cannot get its keys has not started, so it can be planned anew', async () => {
    await prepare(5)
    const refusal = new AppError('SECRET_UNREADABLE', {from: 'key', why: 'gone'})
    const run = runSend(
      {send: small.send, stop: new AbortController().signal, perSecond: null, onProgress() {}, onCutShort() {}},
      {store: small.store, clock: CLOCK, crew: inlineCrew(1), detached: null, setupFor: () => Promise.reject(refusal)},
    )
    await expect(run).rejects.toBe(refusal)
    expect((await small.store.sends.find('nov'))?.startedAt).toBeNull()
  })

  it('of a list without anyone to mail ends at once', async () => {
    await prepare(2)
    await small.suppress('@example.com')
    expect(await sendThrough(small, relay.port, {workers: 2})).toMatchObject({sentNow: 0, sumHolds: true})
    expect(await standing(small)).toEqual({suppressed: 2})
    expect(await small.store.sends.find('nov')).toMatchObject({lastEvent: 'finished'})
  })
})
