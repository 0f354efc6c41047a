/** The server for opt-outs in this process, on loopback, over a real store with a planned send of `count` people. */
import {randomBytes} from 'node:crypto'
import {request} from 'node:http'
import type {AccessLog} from '../../src/adapters/http/access-log.ts'
import type {SiteSetup} from '../../src/adapters/http/open-site.ts'
import {openSite} from '../../src/adapters/http/open-site.ts'
import type {Connection} from '../../src/adapters/store/connection.ts'
import {connect} from '../../src/adapters/store/connection.ts'
import {optOutDesk} from '../../src/adapters/store/opt-out-desk.ts'
import {signUpDesk} from '../../src/adapters/store/sign-up-desk.ts'
import type {SignUpSettings} from '../../src/core/serving/sign-up-settings.ts'
import type {TokenKey} from '../../src/core/suppression/token.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import type {ErasureKey} from '../../src/core/suppression/tombstone.ts'
import type {OptOutSite} from '../../src/flows/opt-out-ground.ts'
import type {ServeCounts, ServeNeeds} from '../../src/flows/serve-opt-outs.ts'
import {serveOptOuts} from '../../src/flows/serve-opt-outs.ts'
import type {ConfirmationPost} from '../../src/ports/confirmation-post.ts'
import type {SendHeader} from '../../src/ports/store.ts'
import type {SmallSend} from './small-send.ts'
import {makeSend} from './small-send.ts'
import {NOW} from './workspace-store.ts'

export const KEY: TokenKey = {id: '0a0b0c0d', secret: Buffer.alloc(32, 7)}

export interface SiteAsk {
  readonly people?: number
  readonly send?: Partial<SendHeader>
  readonly setup?: Partial<SiteSetup>
  readonly site?: Partial<OptOutSite>
  readonly needs?: Partial<ServeNeeds>
  /** Replaces the server's clock. */
  readonly now?: () => number
  readonly signUp?: Partial<SignUpSettings>
  readonly erasureKeys?: readonly ErasureKey[]
  readonly keys?: () => readonly TokenKey[]
  readonly log?: AccessLog
}

export interface Site extends SmallSend {
  readonly url: string
  readonly troubles: unknown[]
  /** What services asked to be confirmed. */
  readonly confirms: string[]
  /** The server's own connection to the store. */
  readonly ofDesk: Connection
  /** Token of a contact by id, from 1. */
  tokenOf(contactId: number, key?: TokenKey): string
  linkOf(contactId: number): string
  /** Opt-outs in the store, oldest first. */
  events(): {subject: string; reason: string; scope: string; from_at: number; until_at: number | null; source: string}[]
  stop(): Promise<ServeCounts>
}

export async function startSite(ask: SiteAsk = {}): Promise<Site> {
  const small = await makeSend(ask.people ?? 3, ask.send)
  const {connection, send} = small
  const ofDesk = await connect(connection.file)
  const desk = optOutDesk(ofDesk)
  const signUps = signUpDesk(await connect(connection.file), async () => ask.erasureKeys ?? [])
  const stop = new AbortController()
  const troubles: unknown[] = []
  const confirms: string[] = []
  const setup: SiteSetup = {
    ...{
      address: '127.0.0.1',
      port: 0,
      tls: null,
      trustedProxies: [],
      metricsFrom: ['127.0.0.0/8'],
      bases: ['/o', '/u'],
    },
    ...{limits: {connections: 4096, perClient: 1000, overall: 10_000}, log: ask.log ?? null},
    perNetworkHour: ask.signUp?.limits?.perNetworkHour ?? 1000,
    ...ask.setup,
  }
  let counts: Promise<ServeCounts> | null = null
  const url = await new Promise<string>((listening, failed) => {
    counts = serveOptOuts(
      {
        site: {
          sender: {name: 'Sample <Ltd>', address: '1-2-3 Shibuya, Tokyo', contact: '03-1234-5678'},
          ...{mailto: 'stop@example.jp', language: 'en', signUpUrl: null, offsetMinutes: 540},
          signUp: {...NO_SIGN_UPS, ...ask.signUp},
          purposes: [{name: 'news', notice: 'We send news.'}],
          ...ask.site,
        },
        stop: stop.signal,
        laws: ['jp'],
        onListening: listening,
        onCount: () => {},
        onConfirm: (service, url) => confirms.push(`${service} ${url}`),
        onTrouble: (error) => troubles.push(error),
      },
      {
        ...{desk, clock: {now: ask.now ?? (() => NOW), monotonic: () => process.hrtime.bigint()}},
        ...{signUps, mails: signUps.mails, post: NO_POST, signingKey: async () => KEY, api: null, hooks: null},
        newId: () => randomBytes(16).toString('base64url'),
        tokenKeys: async () => ask.keys?.() ?? [KEY],
        openSite: (handlers) => openSite(setup, handlers),
        ...ask.needs,
      },
    )
    counts.catch(failed)
  })
  const tokenOf = (id: number, key = KEY) => tokenMaker(key, 'optout', send.publicId)(connection.publicIds(id))
  return {
    ...small,
    ...{url, troubles, confirms, tokenOf, ofDesk},
    linkOf: (id) => `${url}/u/${tokenOf(id)}`,
    events: () => connection.db.prepare('select * from suppression_events order by id').all() as never,
    async stop() {
      stop.abort()
      const told = await counts!
      await desk.close()
      await signUps.close()
      await connection.close()
      return told
    },
  }
}

const NO_SIGN_UPS: SignUpSettings = {
  ...{url: 'https://mail.example.com', confirmDays: 7, clientAddress: 'network', forms: []},
  limits: {perAddressHours: 1, perNetworkHour: 1000},
}

/** A relay that nobody reaches. */
const NO_POST: ConfirmationPost = {
  deliver: async () => ({kind: 'connection', why: 'connection-refused', reply: null}),
  cut: () => {},
  rest: async () => {},
}

export const ONE_CLICK = 'List-Unsubscribe=One-Click'
export const URLENCODED = {'Content-Type': 'application/x-www-form-urlencoded'}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Plain HTTP without what fetch adds or follows. */
export function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: {method?: string; headers?: Record<string, string>; body?: string | Buffer} = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {method, headers, agent: false}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export function oneClick(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(url, {method: 'POST', headers: {...URLENCODED, ...headers}, body: ONE_CLICK})
}

export function choose(url: string, choice: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(url, {method: 'POST', headers: {...URLENCODED, ...headers}, body: `choice=${choice}`})
}
