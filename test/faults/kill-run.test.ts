import {randomInt} from 'node:crypto'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {countStates, findBreaches, readLedger} from '../support/check-send.ts'
import {startCountingRelay} from '../support/counting-relay.ts'
import {ask, copyWorkspace, makeWorkspace, must, people, plan, run, start} from '../support/send-workspace.ts'

const PEOPLE = 20_000
const CONNECTIONS = 8
/** Opted out when the plan was made, and between plan and run. */
const EARLY = 150
const LATE = 150

let base: string
let confirm: string
const forbidden = new Set<string>()

/** Every n-th person from an offset on, so that they lie all over the list. */
async function optOut(offset: number, count: number): Promise<void> {
  const addresses = Array.from(
    {length: count},
    (_, i) => `p${offset + i * Math.floor((PEOPLE - offset) / count)}@example.com`,
  )
  for (const address of addresses) forbidden.add(address)
  await writeFile(join(base, 'stop.csv'), `email\n${addresses.join('\n')}\n`)
  await must(run(base, 'suppression', 'merge', 'stop.csv'))
}

beforeAll(async () => {
  base = await makeWorkspace({port: 1, connections: CONNECTIONS, rows: people(PEOPLE)})
  await optOut(5, EARLY)
  confirm = await plan(base, 'nov')
  expect(confirm).toBe(`nov:${PEOPLE - EARLY}`)
  await optOut(11, LATE)
  expect(forbidden.size).toBe(EARLY + LATE)
}, 120_000)

describe('a run that is killed without warning', () => {
  // TODOKE_KILL_SEED=1,2,3 runs these; otherwise one at random, named in the test's title.
  const seeds = process.env.TODOKE_KILL_SEED?.split(',').map(Number) ?? [randomInt(1_000_000)]

  it.each(seeds)(
    'loses nobody, mails nobody twice and nobody who opted out (seed %i)',
    async (seed) => {
      const kills = [1 + (seed % 7000), 7100 + ((seed * 31) % 9000)]
      let kill: (() => void) | null = null
      const relay = await startCountingRelay({
        onAccepted(_, count) {
          if (kill === null || count < kills[0]!) return
          kill()
          kill = null
          kills.shift()
        },
      })
      const folder = await copyWorkspace(base, relay.port)
      const check = () => {
        const view = readLedger(folder, 'nov')
        expect(view.rows).toHaveLength(PEOPLE)
        expect(findBreaches(relay.dots, view, forbidden)).toEqual([])
        return countStates(view)
      }

      let inDoubt = 0
      for (let killed = 0; killed < 2; killed += 1) {
        const running = start(folder, ['send', 'run', 'nov', '--confirm', confirm])
        kill = () => running.child.kill('SIGKILL')
        expect((await running.ended).signal).toBe('SIGKILL')
        const states = check()
        expect(states.attempting ?? 0).toBeLessThanOrEqual(CONNECTIONS)
        inDoubt += states.attempting ?? 0
        const {answer} = await ask(folder, 'send', 'status', 'nov')
        expect(answer).toMatchObject({state: 'started', sumHolds: true, audience: PEOPLE})
        const listed = await run(folder, 'send', 'status', 'nov', '--in-doubt')
        expect(listed.stdout.match(/\*+.*@example\.com/g)?.length ?? 0).toBe(inDoubt)
      }

      const last = await run(folder, 'send', 'run', 'nov', '--confirm', confirm)
      expect(last.code).toBe(inDoubt > 0 ? 1 : 0)
      const states = check()
      expect(states).toEqual({
        accepted: PEOPLE - EARLY - LATE - inDoubt,
        suppressed: EARLY + LATE,
        ...(inDoubt > 0 ? {'in-doubt': inDoubt} : {}),
      })

      // Whoever is not in doubt was taken exactly once; settled as unsent, the others are sent by the next run.
      const doubtful = new Set(
        readLedger(folder, 'nov').rows.flatMap((row) => (row.state === 'in-doubt' ? [row.address] : [])),
      )
      const settled = await ask(folder, 'send', 'settle', 'nov', '--yes', '--assume', 'unsent')
      expect(settled.answer.settled).toBe(inDoubt)
      expect((await run(folder, 'send', 'run', 'nov', '--confirm', confirm)).code).toBe(0)
      const twice = findBreaches(relay.dots, readLedger(folder, 'nov'), forbidden)
      // The operator's decision may have been wrong; only then, and only for these, a second mail goes.
      for (const breach of twice) expect(doubtful.has(/duplicate: (\S+)/.exec(breach)?.[1] ?? '')).toBe(true)
      expect(countStates(readLedger(folder, 'nov'))).toEqual({
        accepted: PEOPLE - EARLY - LATE,
        suppressed: EARLY + LATE,
      })
      await relay.kill()
    },
    120_000,
  )
})
