/** Runs a small planned send through a counting relay, with the real store, worker and client, in this process. */
import {buildSkeleton} from '../../src/adapters/mime/build-skeleton.ts'
import type {FreshNeeds} from '../../src/flows/fresh-opt-outs.ts'
import {type RunResult, runSend} from '../../src/flows/run-send.ts'
import type {Crew} from '../../src/ports/crew.ts'
import type {Store} from '../../src/ports/store.ts'
import type {Clock} from '../../src/ports/system.ts'
import {findBreaches, readLedger} from './check-send.ts'
import type {CountingRelay} from './counting-relay.ts'
import {inlineCrew} from './inline-crew.ts'
import {contentOf, KEY} from './mail-cases.ts'
import {makeSend, type SmallSend} from './small-send.ts'

export const CONTENT = contentOf({subject: 'News for {{name}}', text: 'Hello {{name}}\n\n{{unsubscribe_url}}\n'})

export function prepareSend(contacts: number): Promise<SmallSend> {
  return makeSend(contacts, {content: JSON.stringify(CONTENT), contentHash: 'content'}, Date.now())
}

export const CLOCK: Clock = {now: () => Date.now(), monotonic: () => process.hrtime.bigint()}

export interface Through {
  readonly crew?: Crew
  readonly workers?: number
  /** Of each worker. */
  readonly connections?: number
  readonly perSecond?: number
  readonly stop?: AbortSignal
  readonly clock?: Clock
  /** Turns of the event loop that a commit waits before and after, as it would for a server. */
  readonly commitTurns?: number
  readonly detached?: FreshNeeds
}

/** The result, or the error that the run ended with. */
export async function sendThrough(small: SmallSend, port: number, how: Through = {}): Promise<RunResult | Error> {
  const {send} = small
  return runSend(
    {
      send,
      stop: how.stop ?? new AbortController().signal,
      perSecond: how.perSecond ?? null,
      onProgress() {},
      onCutShort() {},
    },
    {
      store: slowed(small.store, how.commitTurns ?? 0),
      clock: how.clock ?? CLOCK,
      crew: how.crew ?? inlineCrew(how.workers ?? 1),
      detached: how.detached ?? null,
      setupFor: async () => ({
        relay: {host: '127.0.0.1', port, tls: 'none', auth: null, clientName: 'client.example.com'},
        connections: how.connections ?? 4,
        skeleton: await buildSkeleton(CONTENT, send.publicId),
        content: CONTENT,
        sendId: send.publicId,
        contentHash: send.contentHash,
        key: KEY,
        signing: {keys: [], rewrites: []},
      }),
    },
  ).catch((error) => error)
}

function slowed(store: Store, turns: number): Store {
  if (turns === 0) return store
  const wait = async () => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const ledger: Store['sends']['ledger'] = (send, fence) => {
    const quick = store.sends.ledger(send, fence)
    return {
      ...quick,
      async commit(outcomes, marks, at) {
        await wait()
        const verdicts = await quick.commit(outcomes, marks, at)
        await wait()
        return verdicts
      },
    }
  }
  return {...store, sends: {...store.sends, ledger}}
}

/** Counts per state that occur. */
export async function standing(small: SmallSend): Promise<Record<string, number>> {
  const totals = await small.store.sends.totals(small.send.id)
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0))
}

export function breaches(small: SmallSend, relay: CountingRelay, forbidden?: ReadonlySet<string>): string[] {
  return findBreaches(relay.dots, readLedger(small.connection.file, small.send.name), forbidden)
}
