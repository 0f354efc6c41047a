/** The server for readers from start to stop: it listens, answers readers and mail programs, and finishes what came in. */
import type {OpenSite, OptOutDeed, SignUpDeed} from '../ports/web-server.ts'
import {answerConfirmations} from './answer-confirmation.ts'
import type {OptOutNeeds, OptOutSite} from './answer-opt-out.ts'
import {answerOptOuts} from './answer-opt-out.ts'
import type {SignUpNeeds, SignUpSite} from './answer-sign-up.ts'
import {answerSignUps} from './answer-sign-up.ts'
import type {FormNote} from './look-at-forms.ts'
import {lookAtForms} from './look-at-forms.ts'
import type {MailerNeeds} from './mail-confirmations.ts'
import {startMailer} from './mail-confirmations.ts'

export interface ServeAsk {
  readonly site: OptOutSite & SignUpSite
  readonly stop: AbortSignal
  /** Ids: what the forms are looked at by. */
  readonly laws: readonly string[]
  onListening(url: string, forms: readonly FormNote[]): void
  /** Called after each answer to a request about an opt-out. */
  onCount(counts: ServeCounts): void
  /** Why somebody had to be asked to try again. */
  onTrouble(error: unknown): void
}

export interface ServeNeeds extends OptOutNeeds, SignUpNeeds, MailerNeeds {
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
  const counts = {oneClick: 0, page: 0, known: 0, shown: 0, broken: 0, failed: 0, signUps: 0, confirmed: 0}
  const onDeed = (deed: OptOutDeed) => {
    if (deed === 'one-click') counts.oneClick += 1
    else if (deed === 'known' || deed === 'gone') counts.known += 1
    else if (deed !== 'unclear') counts[deed] += 1
    ask.onCount(counts)
  }
  const {onTrouble, stop} = ask
  const onSignUp = (deed: SignUpDeed) => {
    const counted = COUNTED[deed]
    if (counted !== undefined) counts[counted] += 1
    ask.onCount(counts)
  }
  const optOut = answerOptOuts(ask.site, needs, {onDeed, onTrouble})
  const confirm = answerConfirmations(ask.site, needs, {onDeed: onSignUp, onTrouble})
  const mailer = startMailer({stop, onTrouble}, needs)
  const form = answerSignUps(ask.site, needs, {onDeed: onSignUp, onTrouble, onQueued: mailer.wake})
  const checkHealth = () => needs.desk.check()
  try {
    const forms = await lookAtForms({signUp: ask.site.signUp, laws: ask.laws}, needs)
    const server = await needs.openSite({optOut, form, confirm, checkHealth, mailHealth: mailer.health})
    ask.onListening(server.url, forms)
    await stopped(stop)
    await server.close()
  } finally {
    await mailer.end()
  }
  return counts
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
