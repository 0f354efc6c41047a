/** The server for opt-outs from start to stop: it listens, answers readers and mail programs, and finishes what came in. */
import {timingSafeEqual} from 'node:crypto'
import {bearerHash} from '../core/serving/detached-key.ts'
import type {JournalHandlers, OpenSite, OptOutDeed} from '../ports/web-server.ts'
import type {ApiNeeds} from './answer-api.ts'
import {answerApi} from './answer-api.ts'
import type {DetachedNeeds} from './answer-detached.ts'
import {answerDetached} from './answer-detached.ts'
import type {OptOutNeeds} from './answer-opt-out.ts'
import {answerOptOuts} from './answer-opt-out.ts'
import type {OptOutSite, OptOutWatch} from './opt-out-ground.ts'
import type {HookNeeds, HookWatch} from './take-hooks.ts'
import {takeHooks} from './take-hooks.ts'

export interface ServeAsk extends HookWatch {
  readonly site: OptOutSite
  readonly stop: AbortSignal
  onListening(url: string): void
  /** Called after each answer to a request about an opt-out. */
  onCount(counts: ServeCounts): void
  /** Why somebody had to be asked to try again. */
  onTrouble(error: unknown): void
}

export interface ServeNeeds extends OptOutNeeds {
  /** Null where no service tells of opt-outs. */
  readonly hooks: HookNeeds | null
  /** Null where programs get nothing. */
  readonly api: (ApiNeeds & {readonly purposes: readonly string[]}) | null
  readonly openSite: OpenSite
}

export interface ServeCounts {
  /** Opt-outs that were written, by the button of a mail program and by the page. */
  readonly oneClick: number
  readonly page: number
  /** That were on record already. */
  readonly known: number
  /** Pages that were shown; nothing was changed by them. */
  readonly shown: number
  /** Links that were not whole, or no link of ours. */
  readonly broken: number
  /** Opt-outs that could not be written; whoever sent them was asked to try again. */
  readonly failed: number
}

/** Resolves when it was told to stop and everything that came in is answered. Throws PORT_UNUSABLE, STORE_*. */
export function serveOptOuts(ask: ServeAsk, needs: ServeNeeds): Promise<ServeCounts> {
  return serve(ask, needs.openSite, (watch) => ({
    optOut: answerOptOuts(ask.site, needs, watch),
    api:
      needs.api === null
        ? null
        : {handlers: answerApi({...ask.site, purposes: needs.api.purposes}, needs.api), onTrouble: ask.onTrouble},
    hooks: needs.hooks === null ? null : {handlers: takeHooks(needs.hooks, ask), onTrouble: ask.onTrouble},
    journal: null,
    checkHealth: () => needs.desk.check(),
  }))
}

export interface ServeDetachedNeeds extends DetachedNeeds {
  readonly openSite: OpenSite
  /** SHA-256 of the key that opens the journal, hex, as it is now. */
  pullKeyHash(): Promise<string>
}

/** The same on a host without the list. Throws PORT_UNUSABLE, JOURNAL_*. */
export function serveDetached(ask: ServeAsk, needs: ServeDetachedNeeds): Promise<ServeCounts> {
  return serve(ask, needs.openSite, (watch) => ({
    optOut: answerDetached(ask.site, needs, watch),
    api: null,
    hooks: null,
    journal: journalHandlers(needs),
    checkHealth: () => needs.journal.check(),
  }))
}

function journalHandlers({journal, tokenKeys, pullKeyHash}: ServeDetachedNeeds): JournalHandlers {
  return {
    async mayRead(key) {
      return timingSafeEqual(Buffer.from(bearerHash(key)), Buffer.from(await pullKeyHash()))
    },
    // The workspace signs with no key whose links this server would not take.
    read: async (after, nonce) =>
      journal.answer(
        after,
        nonce,
        (await tokenKeys()).map(({id}) => id),
      ),
  }
}

async function serve(
  ask: ServeAsk,
  openSite: OpenSite,
  handlersOf: (watch: OptOutWatch) => Parameters<OpenSite>[0],
): Promise<ServeCounts> {
  const counts = {oneClick: 0, page: 0, known: 0, shown: 0, broken: 0, failed: 0}
  const onDeed = (deed: OptOutDeed) => {
    if (deed === 'one-click') counts.oneClick += 1
    else if (deed === 'known' || deed === 'gone') counts.known += 1
    else if (deed !== 'unclear') counts[deed] += 1
    ask.onCount(counts)
  }
  const server = await openSite(handlersOf({onDeed, onTrouble: ask.onTrouble}))
  ask.onListening(server.url)
  await stopped(ask.stop)
  await server.close()
  return counts
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve()
    else stop.addEventListener('abort', () => resolve(), {once: true})
  })
}
