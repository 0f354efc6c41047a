/** The server for readers from start to stop: it listens, answers readers and programs, and finishes what came in. */
import {timingSafeEqual} from 'node:crypto'
import {bearerHash} from '../core/serving/detached-key.ts'
import type {JournalHandlers, OpenSite, OptOutDeed, SignUpDeed} from '../ports/web-server.ts'
import type {ApiNeeds} from './answer-api.ts'
import {answerApi} from './answer-api.ts'
import {answerConfirmations} from './answer-confirmation.ts'
import type {DetachedNeeds} from './answer-detached.ts'
import {answerDetached} from './answer-detached.ts'
import type {OptOutNeeds} from './answer-opt-out.ts'
import {answerOptOuts} from './answer-opt-out.ts'
import type {SignUpNeeds, SignUpSite} from './answer-sign-up.ts'
import {answerSignUps} from './answer-sign-up.ts'
import type {FormNote} from './look-at-forms.ts'
import {lookAtForms} from './look-at-forms.ts'
import type {MailerNeeds} from './mail-confirmations.ts'
import {startMailer} from './mail-confirmations.ts'
import type {OptOutSite} from './opt-out-ground.ts'
import type {HookNeeds, HookWatch} from './take-hooks.ts'
import {takeHooks} from './take-hooks.ts'

export interface ServeDetachedAsk {
  readonly site: OptOutSite
  readonly stop: AbortSignal
  onListening(url: string, forms: readonly FormNote[]): void
  /** Called after each answer to a request about an opt-out. */
  onCount(counts: ServeCounts): void
  /** Why somebody had to be asked to try again. */
  onTrouble(error: unknown): void
}

export interface ServeAsk extends ServeDetachedAsk, HookWatch {
  readonly site: OptOutSite & SignUpSite
  /** Ids: what the forms are looked at by. */
  readonly laws: readonly string[]
}

export interface ServeNeeds extends OptOutNeeds, SignUpNeeds, MailerNeeds {
  readonly tokenKeys: SignUpNeeds['tokenKeys']
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
  /** What could not be written; whoever sent it was asked to try again. */
  readonly failed: number
  /** Sign-ups that came in by a form, and those that their people confirmed. */
  readonly signUps: number
  readonly confirmed: number
}

/** Resolves when it was told to stop and everything that came in is answered. Throws PORT_UNUSABLE, STORE_*. */
export async function serveOptOuts(ask: ServeAsk, needs: ServeNeeds): Promise<ServeCounts> {
  const {onTrouble, stop, site} = ask
  const {counts, onDeed, onSignUp} = counter(ask)
  const optOut = answerOptOuts(site, needs, {onDeed, onTrouble})
  const confirm = answerConfirmations(site, needs, {onDeed: onSignUp, onTrouble})
  const mailer = startMailer({stop, onTrouble}, needs)
  const form = answerSignUps(site, needs, {onDeed: onSignUp, onTrouble, onQueued: mailer.wake})
  const {api, hooks} = needs
  try {
    const forms = await lookAtForms({signUp: site.signUp, laws: ask.laws}, needs)
    const server = await needs.openSite({
      optOut,
      signUps: {form, confirm, mailHealth: mailer.health},
      api: api === null ? null : {handlers: answerApi({...site, purposes: api.purposes}, api, ask), onTrouble},
      hooks: hooks === null ? null : {handlers: takeHooks(hooks, ask), onTrouble},
      journal: null,
      checkHealth: () => needs.desk.check(),
    })
    ask.onListening(server.url, forms)
    await stopped(stop)
    await server.close()
  } finally {
    await mailer.end()
  }
  return counts
}

export interface ServeDetachedNeeds extends DetachedNeeds {
  readonly openSite: OpenSite
  /** SHA-256 of the key that opens the journal, hex, as it is now. */
  pullKeyHash(): Promise<string>
}

/** The same on a host without the list: opt-outs alone. Throws PORT_UNUSABLE, JOURNAL_*. */
export async function serveDetached(ask: ServeDetachedAsk, needs: ServeDetachedNeeds): Promise<ServeCounts> {
  const {onTrouble, stop, site} = ask
  const {counts, onDeed} = counter(ask)
  const server = await needs.openSite({
    optOut: answerDetached(site, needs, {onDeed, onTrouble}),
    ...{signUps: null, api: null, hooks: null},
    journal: journalHandlers(needs),
    checkHealth: () => needs.journal.check(),
  })
  ask.onListening(server.url, [])
  await stopped(stop)
  await server.close()
  return counts
}

function journalHandlers({journal, tokenKeys, pullKeyHash}: ServeDetachedNeeds): JournalHandlers {
  return {
    async mayRead(key) {
      return timingSafeEqual(Buffer.from(bearerHash(key)), Buffer.from(await pullKeyHash()))
    },
    // The workspace signs with no key whose links this server would not take.
    read: async (after, nonce) => {
      const keys = await tokenKeys()
      return journal.answer(
        after,
        nonce,
        keys.map(({id}) => id),
      )
    },
  }
}

function counter(ask: Pick<ServeDetachedAsk, 'onCount'>) {
  const counts = {oneClick: 0, page: 0, known: 0, shown: 0, broken: 0, failed: 0, signUps: 0, confirmed: 0}
  const onDeed = (deed: OptOutDeed) => {
    if (deed === 'one-click') counts.oneClick += 1
    else if (deed === 'known' || deed === 'gone') counts.known += 1
    else if (deed !== 'unclear') counts[deed] += 1
    ask.onCount(counts)
  }
  const onSignUp = (deed: SignUpDeed) => {
    const counted = COUNTED[deed]
    if (counted !== undefined) counts[counted] += 1
    ask.onCount(counts)
  }
  return {counts, onDeed, onSignUp}
}

/** What the screen counts of forms and confirmation links. */
const COUNTED: Readonly<Partial<Record<SignUpDeed, keyof ServeCounts>>> = {
  'form-shown': 'shown',
  'confirm-shown': 'shown',
  'signed-up': 'signUps',
  confirmed: 'confirmed',
  'confirm-known': 'known',
  'confirm-broken': 'broken',
  'form-failed': 'failed',
  'confirm-failed': 'failed',
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve()
    else stop.addEventListener('abort', () => resolve(), {once: true})
  })
}
