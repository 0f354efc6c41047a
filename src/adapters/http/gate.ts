/**
 * Slows a client that asks for too much. Who brings a link of ours that was not used lately comes through at once: a mail
 * provider sends thousands of those from one address, and nobody has many but by our mails. Such a request is never
 * refused; one that can change nothing may be (reliability.md B5).
 */
import {setTimeout} from 'node:timers/promises'
import {clientKey} from '../../core/serving/masked-client.ts'
import {pacer, recentWords} from '../../core/serving/pacer.ts'
import type {Figures} from './figures.ts'

export interface GateLimits {
  /** Requests per second of one client, and of all together. */
  readonly perClient: number
  readonly overall: number
}

export interface Gate {
  /** Resolves when the request may go on: true, or false when it is refused. */
  pass(request: {readonly client: string; readonly token: string; readonly acts: boolean}): Promise<boolean>
}

/** A client may send so many seconds' worth at once. */
const BURST_S = 5
const MOST_CLIENTS = 50_000
const MOST_TOKENS = 50_000
/** Longer waits are refused, or cut where the request must go on. */
const MOST_WAIT_MS = 1000

export function gate(limits: GateLimits, figures: Figures): Gate {
  const ofClient = pacer({perSecond: limits.perClient, burst: limits.perClient * BURST_S}, MOST_CLIENTS)
  const ofAll = pacer({perSecond: limits.overall, burst: limits.overall * BURST_S}, 1)
  const wasUsed = recentWords(MOST_TOKENS)
  return {
    async pass({client, token, acts}) {
      if (acts && !wasUsed(token)) return true
      const now = performance.now()
      const waitMs = Math.max(ofClient(clientKey(client), now), ofAll('', now))
      if (waitMs <= 0) return true
      if (waitMs > MOST_WAIT_MS && !acts) {
        figures.refused()
        return false
      }
      figures.slowed()
      await setTimeout(Math.min(waitMs, MOST_WAIT_MS))
      return true
    },
  }
}
