/**
 * Nobody is planned or mailed on old opt-outs: pulls what a detached server holds, and refuses when it cannot be reached and the last
 * pull lies too far back. While a run lasts it pulls again and again, so that an opt-out binds within minutes.
 */
import {AppError} from '../errors.ts'
import type {PullNeeds, PullResult} from './pull-journal.ts'
import {pullJournal} from './pull-journal.ts'

export interface FreshNeeds extends PullNeeds {
  readonly maxAgeMinutes: number
  /** While a run lasts. */
  readonly againMs: number
  /** What came, or why nothing did although it is fresh enough. */
  onPull(told: PullTold): void
}

export type PullTold =
  | {readonly result: PullResult}
  /** agoMinutes: since everything there had been taken. */
  | {readonly result: null; readonly why: string; readonly agoMinutes: number}

export interface FreshAsk {
  /** Id of the key that signs the links; null = none is about to. */
  readonly tokenKey: string | null
}

const MINUTE_MS = 60_000

/** Throws PULL_STALE, PULL_KEY_REFUSED, PULL_UNTRUE, DETACHED_KEY_UNKNOWN, STORE_*. */
export async function freshOptOuts({tokenKey}: FreshAsk, needs: FreshNeeds): Promise<void> {
  const {keys, told} = await pullJournal({isNewJournal: false, onProgress: () => undefined}, needs).then(
    (result) => ({keys: result.keys, told: {result}}),
    (error: unknown) => staleOr(error, needs),
  )
  // Links that the server does not take, or did not when it was heard of last, would lead nowhere.
  if (tokenKey !== null && !keys.includes(tokenKey))
    throw new AppError('DETACHED_KEY_UNKNOWN', {key: tokenKey, url: needs.source.url})
  needs.onPull(told)
}

/** What is known from the last pull, when the server could not be reached and that one is young enough all the same. */
async function staleOr(
  error: unknown,
  needs: FreshNeeds,
): Promise<{readonly keys: readonly string[]; readonly told: PullTold}> {
  if (!(error instanceof AppError) || error.code !== 'PULL_UNREACHABLE') throw error
  const {store, clock, source, maxAgeMinutes} = needs
  const why = String(error.values.why)
  const {completeAt, keys} = (await store.journal.standing()) ?? NEVER
  const ageMs = completeAt === null ? Number.POSITIVE_INFINITY : clock.now() - completeAt
  // A pull in the future tells of a clock that nobody can trust.
  const isFresh = ageMs <= maxAgeMinutes * MINUTE_MS && ageMs > -MINUTE_MS
  if (!isFresh) throw new AppError('PULL_STALE', {url: source.url, why, minutes: maxAgeMinutes}, {cause: error})
  return {keys, told: {result: null, why, agoMinutes: Math.max(0, Math.floor(ageMs / MINUTE_MS))}}
}

const NEVER: {readonly completeAt: number | null; readonly keys: readonly string[]} = {completeAt: null, keys: []}

export interface FreshWatch {
  /** Aborted when the run must stop. */
  readonly signal: AbortSignal
  /** Why; null = nothing was wrong. */
  failure(): unknown
  /** Waits for a pull that is under way. */
  stop(): Promise<void>
}

/** Pulls again and again until it is stopped. */
export function keepFresh(needs: FreshNeeds | null): FreshWatch {
  const stale = new AbortController()
  let failure: unknown = null
  let pulling: Promise<void> | null = null
  const pull = () => {
    pulling ??= freshOptOuts({tokenKey: null}, needs!)
      .catch((error: unknown) => {
        // A long merge may hold the store; the next turn pulls.
        if (error instanceof AppError && error.code === 'STORE_BUSY') return
        failure ??= error
        stale.abort()
      })
      .finally(() => {
        pulling = null
      })
  }
  const timer = needs === null ? null : setInterval(pull, needs.againMs)
  return {
    signal: stale.signal,
    failure: () => failure,
    async stop() {
      if (timer !== null) clearInterval(timer)
      await pulling
    },
  }
}
