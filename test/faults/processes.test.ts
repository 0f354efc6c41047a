import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeAll, describe, expect, it} from 'vitest'
import {countStates, findBreaches, openRaw, readLedger} from '../support/check-send.ts'
import {type CountingRelay, type RelayOptions, startCountingRelay} from '../support/counting-relay.ts'
import {
  ask,
  copyWorkspace,
  type Ended,
  makeWorkspace,
  must,
  people,
  plan,
  run,
  start,
} from '../support/send-workspace.ts'

const PEOPLE = 6000

let base: string
let confirm: string
let relay: CountingRelay
let folder: string

beforeAll(async () => {
  base = await makeWorkspace({port: 1, connections: 4, rows: people(PEOPLE)})
  confirm = await plan(base, 'nov')
}, 120_000)

afterEach(() => relay.kill())

async function prepare(options: RelayOptions = {}): Promise<void> {
  relay = await startCountingRelay(options)
  folder = await copyWorkspace(base, relay.port)
}

const send = () => run(folder, 'send', 'run', 'nov', '--confirm', confirm)

function check(forbidden?: ReadonlySet<string>): Record<string, number> {
  const view = readLedger(folder, 'nov')
  expect(findBreaches(relay.dots, view, forbidden)).toEqual([])
  return countStates(view)
}

describe('a run in a process of its own', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops safely at %s with the command that goes on, and goes on',
    async (signal) => {
      let stop = () => {}
      await prepare({
        onAccepted(_, count) {
          if (count === 1000) stop()
        },
      })
      const running = start(folder, ['send', 'run', 'nov', '--confirm', confirm])
      stop = () => running.child.kill(signal)
      const ended = await running.ended
      expect(ended.code).toBe(130)
      expect(ended.stderr).toContain('todoke send run nov')
      expect(ended.stderr).toContain('INTERRUPTED')
      expect(ended.stdout).toContain('everyone is accounted for')
      const states = check()
      expect(Object.keys(states).sort()).toEqual(['accepted', 'planned'])
      expect((await send()).code).toBe(0)
      expect(check()).toEqual({accepted: PEOPLE})
    },
  )

  it('lets no second run in, and none that settles; the first one ends well', async () => {
    const others: Promise<Ended>[] = []
    await prepare({
      onAccepted(_, count) {
        const more = (...words: string[]) => run(folder, 'send', ...words)
        if (count === 100) others.push(send(), more('settle', 'nov', '--assume', 'unsent'), more('status', 'nov'))
      },
    })
    expect((await send()).code).toBe(0)
    const [second, settle, status] = await Promise.all(others)
    expect(second!.code).toBe(5)
    expect(second!.stderr).toContain('RUN_LOCKED')
    expect(settle!.code).toBe(5)
    expect(status!.stdout).toContain('a run is at work')
    expect(status!.stdout).not.toContain('go on with')
    expect(check()).toEqual({accepted: PEOPLE})
  })

  it('mails nobody whose opt-out another process had recorded before his mark', async () => {
    const late = new Set(Array.from({length: 60}, (_, i) => `p${(i + 1) * 100}@example.com`))
    let optedOut: Promise<Set<string>> | null = null
    /** While the relay is silent: the opt-outs, and then who of them had a mark already. */
    const optOut = async () => {
      relay.pause()
      await must(run(folder, 'suppression', 'add', `p${PEOPLE}@example.com`))
      await writeFile(join(folder, 'stop.csv'), `email\n${[...late].join('\n')}\n`)
      await must(run(folder, 'suppression', 'merge', 'stop.csv'))
      const marked = readLedger(folder, 'nov').rows.filter((each) => each.attempts.length > 0)
      for (const {address} of marked) late.delete(address)
      relay.resume()
      return late
    }
    await prepare({
      onAccepted(_, count) {
        if (count === 1000) optedOut = optOut()
      },
    })
    expect((await send()).code).toBe(0)
    const forbidden = await optedOut!
    expect(forbidden.size).toBeGreaterThan(40)
    expect(check(forbidden)).toEqual({accepted: PEOPLE - forbidden.size, suppressed: forbidden.size})
  })

  it('fails with WORKER_FAILED when a thread throws, and says what happened to everyone', async () => {
    await prepare()
    const db = openRaw(folder)
    db.exec(`update contacts set attributes = '{broken' where address_key = 'p3000@example.com'`)
    db.close()
    const ended = await send()
    expect(ended.code).toBe(70)
    expect(ended.stderr).toContain('WORKER_FAILED')
    const states = check()
    expect((states['in-doubt'] ?? 0) + (states.attempting ?? 0)).toBeLessThanOrEqual(4)
    expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(PEOPLE)
  })

  it('says that a relay is not there, and that trying again later is safe', async () => {
    await prepare()
    await relay.kill()
    const ended = await ask(folder, 'send', 'run', 'nov', '--confirm', confirm)
    expect(ended.code).toBe(75)
    expect(ended.answer.error).toMatchObject({code: 'RELAY_UNREACHABLE', kind: 'surroundings'})
    expect(check()).toEqual({planned: PEOPLE})
  })

  it('detects a ledger that was tampered with', async () => {
    await prepare()
    const db = openRaw(folder)
    db.exec(`delete from deliveries where contact_id in (17, 18)`)
    db.close()
    const ended = await ask(folder, 'send', 'run', 'nov', '--confirm', confirm)
    expect(ended.code).toBe(70)
    expect(ended.answer.error).toMatchObject({code: 'LEDGER_SUM_OFF', values: {sum: PEOPLE - 2, audience: PEOPLE}})
    const status = await ask(folder, 'send', 'status', 'nov')
    expect(status.answer.sumHolds).toBe(false)
    expect((await must(run(folder, 'send', 'status', 'nov'))).stdout).toContain('somebody is missing')
  })
})
