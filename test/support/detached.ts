/** A server without the list in this process, on loopback, with a journal in a temporary folder; and pulls from it into a real store. */
import {randomBytes} from 'node:crypto'
import {join} from 'node:path'
import type {SiteSetup} from '../../src/adapters/http/open-site.ts'
import {openSite} from '../../src/adapters/http/open-site.ts'
import type {OpenJournal} from '../../src/adapters/journal/open-journal.ts'
import {openJournal} from '../../src/adapters/journal/open-journal.ts'
import {journalSource} from '../../src/adapters/probe/journal-source.ts'
import {webAsker} from '../../src/adapters/probe/web-asker.ts'
import {detachedKeys} from '../../src/core/serving/detached-key.ts'
import type {TokenKey} from '../../src/core/suppression/token.ts'
import {kindKey} from '../../src/core/suppression/token.ts'
import type {PullNeeds, PullResult} from '../../src/flows/pull-journal.ts'
import {pullJournal} from '../../src/flows/pull-journal.ts'
import type {ServeCounts} from '../../src/flows/serve-opt-outs.ts'
import {serveDetached} from '../../src/flows/serve-opt-outs.ts'
import type {Journal} from '../../src/ports/journal.ts'
import type {Store} from '../../src/ports/store.ts'
import {tempFolder} from './files.ts'
import {KEY} from './site.ts'

export const SECRET = Buffer.alloc(32, 9)
export const HOST_KEYS = detachedKeys(SECRET)

export interface HostAsk {
  readonly folder?: string
  readonly now?: () => number
  readonly setup?: Partial<SiteSetup>
  readonly keys?: () => readonly TokenKey[]
  /** Stands between the server and its journal. */
  readonly wrap?: (journal: OpenJournal) => Journal
  readonly fileBytes?: number
}

export interface Host {
  readonly url: string
  readonly folder: string
  readonly journal: OpenJournal
  readonly troubles: unknown[]
  stop(): Promise<ServeCounts>
}

export async function startHost(ask: HostAsk = {}): Promise<Host> {
  const folder = ask.folder ?? join(tempFolder('journal'), 'journal')
  const journal = await openJournal({
    ...{folder, key: HOST_KEYS.journalKey},
    ...(ask.fileBytes !== undefined && {fileBytes: ask.fileBytes}),
  })
  const stop = new AbortController()
  const troubles: unknown[] = []
  const setup: SiteSetup = {
    ...{address: '127.0.0.1', port: 0, tls: null, trustedProxies: [], metricsFrom: ['127.0.0.0/8'], bases: ['/u']},
    ...{limits: {connections: 4096, perClient: 1000, overall: 10_000}, perNetworkHour: 0, log: null},
    ...ask.setup,
  }
  let counts: Promise<ServeCounts> | null = null
  const url = await new Promise<string>((listening, failed) => {
    counts = serveDetached(
      {
        site: {
          sender: {name: 'Sample <Ltd>', address: '1-2-3 Shibuya, Tokyo', contact: '03-1234-5678'},
          ...{mailto: 'stop@example.jp', language: 'en', signUpUrl: null, offsetMinutes: 540},
        },
        stop: stop.signal,
        onListening: listening,
        onCount: () => {},
        onTrouble: (error) => troubles.push(error),
      },
      {
        journal: ask.wrap?.(journal) ?? journal,
        clock: {now: ask.now ?? (() => Date.now()), monotonic: () => process.hrtime.bigint()},
        tokenKeys: async () => (ask.keys?.() ?? [KEY]).map((key) => kindKey(key, 'optout')),
        pullKeyHash: async () => HOST_KEYS.pullKeyHash,
        openSite: (handlers) => openSite(setup, handlers),
      },
    )
    counts.catch(failed)
  })
  return {
    ...{url, folder, journal, troubles},
    async stop() {
      stop.abort()
      const told = await counts!
      await journal.close()
      return told
    },
  }
}

export function pullerOf(url: string, store: Store, more: Partial<PullNeeds> = {}): PullNeeds {
  return {
    ...{store, journalKey: HOST_KEYS.journalKey, newNonce: () => randomBytes(16).toString('base64url')},
    clock: {now: () => Date.now(), monotonic: () => process.hrtime.bigint()},
    source: journalSource(url, HOST_KEYS.pullKey, webAsker({timeoutMs: 5000})),
    ...more,
  }
}

export function pull(
  url: string,
  store: Store,
  more: Partial<PullNeeds> = {},
  isNewJournal = false,
): Promise<PullResult> {
  return pullJournal({isNewJournal, onProgress() {}}, pullerOf(url, store, more))
}
