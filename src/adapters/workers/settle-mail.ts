/**
 * What one mail's delivery outcome means for the ledger and for the worker: an outcome to report, another try, or a
 * relay that counts as down. Before the dot nothing is ever in doubt (reliability.md A4).
 */
import {retryAt} from '../../core/sending/retry-schedule.ts'
import type {FromWorker, WorkerSetup} from '../../ports/crew.ts'
import type {DeliveryOutcome, RelayReply} from '../../ports/relay.ts'
import type {AttemptOutcome, Recipient} from '../../ports/store.ts'

/** Mails in a row, per connection, over which connections were lost, before the relay counts as down. */
const MAX_DROPS_IN_A_ROW = 4
const MAX_DROPS_AT_LEAST = 16
/** How often the connection may be lost over one mail before that mail has to wait until it is due again. */
const MAX_DROPS_EACH = 3

export interface Settling {
  readonly setup: WorkerSetup
  /** isKnown: the relay has settled a mail. drops: lost connections since then, in a row. */
  readonly state: {draining: boolean; isDown: boolean; isKnown: boolean; drops: number}
  /** Contact id to how often the connection was lost over the mail. */
  readonly dropsOf: Map<number, number>
  readonly post: (message: FromWorker) => void
  giveBack(recipient: Recipient): void
  relayDown(why: string, isRefusal: boolean, reply: RelayReply | null): void
}

export function settleBeforeMark(worker: Settling, recipient: Recipient, outcome: DeliveryOutcome): void {
  const {state} = worker
  if (outcome.kind === 'pause') {
    worker.relayDown(outcome.why, true, outcome.reply)
    worker.giveBack(recipient)
  } else if (outcome.kind === 'connection') {
    countDrop(worker, outcome.why, outcome.reply)
    const hasToWait = isDroppedAgain(worker, recipient)
    if (!hasToWait || state.isDown || state.draining) worker.giveBack(recipient)
    else settle(worker, recipient, 'refused-for-now', outcome, false)
  } else settle(worker, recipient, eventOf(outcome), outcome, false)
}

export function settleAfterDot(worker: Settling, recipient: Recipient, outcome: DeliveryOutcome): void {
  // The client says in-doubt once the dot may have left; kind connection means that it was gone before it could.
  const isUnsent = outcome.kind === 'connection'
  const hasToWait = isUnsent && isDroppedAgain(worker, recipient)
  const event = hasToWait ? 'refused-for-now' : isUnsent ? 'ended-before-dot' : eventOf(outcome)
  settle(worker, recipient, event, outcome, true)
  if (outcome.kind === 'connection' || outcome.kind === 'in-doubt') countDrop(worker, outcome.why, null)
}

function eventOf({kind}: DeliveryOutcome): AttemptOutcome['event'] {
  if (kind === 'accepted') return 'accepted'
  if (kind === 'rejected') return 'refused'
  return kind === 'deferred' ? 'refused-for-now' : 'lost-after-dot'
}

/** Refused for now becomes refused when no more time is left for another attempt. */
function settle(
  worker: Settling,
  recipient: Recipient,
  event: AttemptOutcome['event'],
  outcome: DeliveryOutcome,
  wasMarked: boolean,
): void {
  if (outcome.kind === 'accepted' || outcome.kind === 'rejected' || outcome.kind === 'deferred') {
    worker.state.isKnown = true
    worker.state.drops = 0
    worker.dropsOf.delete(recipient.contactId)
  }
  const due = event === 'refused-for-now' ? retryAt(recipient.attempt, Date.now()) : null
  const isUsedUp = event === 'refused-for-now' && due === null
  const reply = 'reply' in outcome ? outcome.reply : null
  const why = 'why' in outcome ? outcome.why : ''
  worker.post({
    type: 'outcome',
    outcome: {...outcomeOf(recipient, isUsedUp ? 'refused' : event, reply, why, wasMarked), dueAt: due},
  })
}

export function outcomeOf(
  {contactId, attempt}: Recipient,
  event: AttemptOutcome['event'],
  reply: RelayReply | null,
  why: string,
  wasMarked: boolean,
): AttemptOutcome {
  return {
    contactId,
    attempt,
    event,
    wasMarked,
    code: reply?.code ?? null,
    enhanced: reply?.enhanced ?? '',
    reply: reply?.text ?? why,
    dueAt: null,
  }
}

function isDroppedAgain({dropsOf}: Settling, {contactId}: Recipient): boolean {
  const drops = (dropsOf.get(contactId) ?? 0) + 1
  if (drops < MAX_DROPS_EACH) dropsOf.set(contactId, drops)
  else dropsOf.delete(contactId)
  return drops >= MAX_DROPS_EACH
}

/** A relay that takes connections and settles nothing would otherwise be tried for ever, or leave all in doubt. */
function countDrop({state, setup, relayDown}: Settling, why: string, reply: RelayReply | null): void {
  state.drops += 1
  const most = Math.max(MAX_DROPS_AT_LEAST, MAX_DROPS_IN_A_ROW * setup.connections)
  if (state.drops >= most) relayDown(why, false, reply)
}
