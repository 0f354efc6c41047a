/**
 * Sends the mails with confirmation links while the server runs: each is marked in the store before its final dot, so that it
 * goes out once at most, also when the machine dies in between. While the relay is down they wait, and whoever runs the server is told.
 */
import {retryAt} from '../core/sending/retry-schedule.ts'
import {AppError} from '../errors.ts'
import type {ConfirmationPost} from '../ports/confirmation-post.ts'
import type {DeliveryOutcome} from '../ports/relay.ts'
import type {DueMail, MailOutcome, SignUpMails} from '../ports/sign-up-desk.ts'
import type {Clock} from '../ports/system.ts'
import type {MailHealth} from '../ports/web-server.ts'
import {HOUR_MS} from './answer-sign-up.ts'

export interface MailerNeeds {
  readonly mails: SignUpMails
  readonly post: ConfirmationPost
  readonly clock: Clock
}

export interface MailerAsk {
  readonly stop: AbortSignal
  /** The relay takes none, or the store cannot be used; told again when it is still so. */
  readonly onTrouble: (error: unknown) => void
  /** Between two looks at a relay that is down, and at what another process may have left. */
  readonly lookAgainMs?: number
}

export interface Mailer {
  /** A mail has come in: no need to wait for the next look. */
  wake(): void
  health(): Promise<MailHealth>
  /** Ends, also where nobody told it to stop; resolves when the mail at hand is settled. Never rejects. */
  end(): Promise<void>
}

const LOOK_AGAIN_MS = 15_000
const TOGETHER = 20

export function startMailer({stop, onTrouble, lookAgainMs = LOOK_AGAIN_MS}: MailerAsk, needs: MailerNeeds): Mailer {
  const {mails, post, clock} = needs
  const done = {sent: 0, refused: 0, inDoubt: 0}
  const pause = sleeper()
  let isOver = stop.aborted
  const end = () => {
    isOver = true
    pause.wake()
  }
  stop.addEventListener('abort', end, {once: true})
  let relayDownSince: number | null = null
  let forgotAt = Number.NEGATIVE_INFINITY

  async function run(): Promise<void> {
    await guarded(async () => {
      await mails.closeUnfinished()
    })
    while (!isOver) {
      const isMore = await guarded(round)
      if (isMore !== true && !isOver) await pause.wait(lookAgainMs)
    }
    await post.rest()
  }

  /** True when more may be due. */
  async function round(): Promise<boolean> {
    const now = clock.now()
    if (now - forgotAt >= HOUR_MS) {
      forgotAt = now
      await mails.forget(now)
    }
    const due = await mails.due(now, TOGETHER)
    for (const mail of due) {
      if (isOver) return false
      const outcome = await post.deliver(mail, () => mails.mark(mail.id, clock.now()))
      if (outcome === null) continue
      await mails.settle(mail.id, settled(mail, outcome))
      if (!noteRelay(outcome)) return false
    }
    if (due.length === 0) await post.rest()
    return due.length > 0
  }

  function settled(mail: DueMail, outcome: DeliveryOutcome): MailOutcome {
    const now = clock.now()
    switch (outcome.kind) {
      case 'accepted':
        done.sent += 1
        return {kind: 'sent'}
      case 'in-doubt':
        done.inDoubt += 1
        return {kind: 'in-doubt'}
      case 'rejected':
        done.refused += 1
        return {kind: 'refused'}
      case 'deferred': {
        const at = retryAt(mail.attempt, now)
        if (at !== null && at < mail.expiresAt) return {kind: 'later', at}
        done.refused += 1
        return {kind: 'refused'}
      }
      case 'connection':
      case 'pause':
        return {kind: 'later', at: now}
    }
  }

  /** False when the relay cannot be used now. */
  function noteRelay(outcome: DeliveryOutcome): boolean {
    if (outcome.kind !== 'connection' && outcome.kind !== 'pause') {
      relayDownSince = null
      return true
    }
    relayDownSince ??= clock.now()
    // A word of ours, which the screen puts into the language, and perhaps the system's code behind it.
    const [why = '', code] = outcome.why.split(': ')
    const cause = outcome.reply === null ? (code ?? null) : String(outcome.reply.code)
    onTrouble(new AppError('CONFIRMATIONS_WAIT', {why, cause: cause === null ? '' : ` (${cause})`}))
    return false
  }

  async function guarded<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      onTrouble(error)
      return null
    }
  }

  const finished = run()
  return {
    wake: pause.wake,
    async health() {
      const {count, since} = await mails.waiting()
      return {...done, waiting: count, since, relayDownSince}
    },
    end() {
      end()
      return finished
    },
  }
}

/** Waits that end early when there is something to do, or nothing more to be done. */
function sleeper() {
  let end: (() => void) | null = null
  let isAwake = false
  const wake = () => {
    isAwake = true
    end?.()
  }
  return {
    wake,
    async wait(ms: number): Promise<void> {
      if (!isAwake)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      end = null
      isAwake = false
    },
  }
}
