/**
 * The worker thread of a run: fills mails, holds the relay connections, and brings each mail up to its dot. The dot
 * goes only after the ledger's release; without it the connection is dropped and the relay must forget the mail.
 */
import {hash} from 'node:crypto'
import type {MessagePort} from 'node:worker_threads'
import {isAddress, parseAddress, wireForm} from '../../core/contacts/address.ts'
import type {Filler} from '../../core/sending/fill-message.ts'
import {messageFiller} from '../../core/sending/fill-message.ts'
import {retryAt} from '../../core/sending/retry-schedule.ts'
import type {FromWorker, ToWorker, WorkerSetup} from '../../ports/crew.ts'
import type {DeliveryOutcome, RelayConnection, RelayReply} from '../../ports/relay.ts'
import type {AttemptOutcome, Recipient} from '../../ports/store.ts'
import {openRelay} from '../smtp/open-relay.ts'

/** A mark older than this is not trusted with a dot: the machine may have slept (reliability.md A2 step 5). */
const STALE_MARK_NS = 5_000_000_000n
/** How often connections may fail in a row, over all of the worker, before the relay counts as down. */
const MAX_FAILURES = 4
const BACK_OFF_MS = 250

/** piscina's task: lives as long as the run. Resolves after drain. */
export default async function sendWorker({port, setup}: {port: MessagePort; setup: WorkerSetup}): Promise<void> {
  const worker = startWorker(port, setup)
  port.on('message', (message: ToWorker) => worker.take(message))
  await worker.ended
  port.close()
}

function startWorker(port: MessagePort, setup: WorkerSetup) {
  const post = (message: FromWorker) => port.postMessage(message)
  const fill = messageFiller(setup)
  const queue: Recipient[] = []
  const idle: (() => void)[] = []
  const waiting = new Map<number, (verdict: {granted: boolean; markedAt: bigint}) => void>()
  const state = {draining: false, failures: 0, open: 0, isDown: false}

  const wake = () => {
    for (const go of idle.splice(0)) go()
  }
  const shared: Shared = {
    setup,
    fill,
    post,
    state,
    async hasWork() {
      while (queue.length === 0 && !state.draining && !state.isDown)
        await new Promise<void>((resolve) => idle.push(resolve))
      return !state.draining && !state.isDown
    },
    take: () => queue.shift(),
    giveBack(recipient) {
      queue.unshift(recipient)
      wake()
    },
    verdict: (contactId) => new Promise((resolve) => waiting.set(contactId, resolve)),
    relayDown(why, isRefusal, reply) {
      if (state.isDown || state.draining) return
      state.isDown = true
      post({type: 'relay-down', why, isRefusal, reply})
      wake()
    },
  }
  const connections = Array.from({length: setup.connections}, () => runConnection(shared))
  let drained!: () => void
  const told = new Promise<void>((resolve) => {
    drained = resolve
  })
  const ended = (async () => {
    await told
    await Promise.all(connections)
    post({type: 'returned', contactIds: queue.splice(0).map((recipient) => recipient.contactId)})
  })()

  return {
    ended,
    take(message: ToWorker) {
      if (message.type === 'batch') {
        queue.push(...message.recipients)
        wake()
      } else if (message.type === 'drain') {
        state.draining = true
        drained()
        wake()
      } else {
        const granted = message.type === 'release'
        const markedAt = message.type === 'release' ? message.markedAt : 0n
        for (const contactId of message.contactIds) {
          waiting.get(contactId)?.({granted, markedAt})
          waiting.delete(contactId)
        }
      }
    },
  }
}

interface Shared {
  readonly setup: WorkerSetup
  readonly fill: Filler
  readonly post: (message: FromWorker) => void
  readonly state: {draining: boolean; failures: number; open: number; isDown: boolean}
  /** Waits until a recipient is there; false when the connection should end. */
  hasWork(): Promise<boolean>
  take(): Recipient | undefined
  giveBack(recipient: Recipient): void
  verdict(contactId: number): Promise<{granted: boolean; markedAt: bigint}>
  relayDown(why: string, isRefusal: boolean, reply: RelayReply | null): void
}

/** One connection after another, mail after mail, until there is nothing left to do. */
async function runConnection(shared: Shared): Promise<void> {
  let connection: RelayConnection | null = null
  // Awaited before the connection is given up, so that no outcome is lost.
  let lastDot: Promise<void> = Promise.resolve()
  while (await shared.hasWork()) {
    if (connection === null || !connection.isUsable) {
      await lastDot
      if (connection !== null) shared.state.open -= 1
      connection = await connect(shared)
      if (connection === null) break
    }
    const recipient = shared.take()
    if (recipient === undefined) continue
    const message = fillFor(shared, recipient)
    if (message === null) continue
    const ready = await connection.offer(message.envelope, message.bytes)
    if (ready !== 'ready') {
      settleBeforeMark(shared, recipient, ready)
      continue
    }
    const mark = {
      contactId: recipient.contactId,
      attempt: recipient.attempt,
      suppressKey: recipient.suppressKey,
      messageDate: message.date,
      messageSha256: hash('sha256', message.bytes, 'base64url'),
    }
    const verdict = shared.verdict(recipient.contactId)
    shared.post({type: 'mark', mark})
    const {granted, markedAt} = await verdict
    if (!granted) {
      connection.abandon()
      continue
    }
    if (process.hrtime.bigint() - markedAt > STALE_MARK_NS) {
      connection.abandon()
      shared.post({
        type: 'outcome',
        outcome: outcomeOf(recipient, 'ended-before-dot', null, 'the mark was too old', null),
      })
      continue
    }
    const done = recipient
    // Not awaited: the next mail's commands travel with this dot.
    lastDot = connection.release().then((outcome) => settleAfterDot(shared, done, outcome))
  }
  await lastDot
  await connection?.quit()
}

async function connect(shared: Shared): Promise<RelayConnection | null> {
  const {state, setup} = shared
  while (!state.draining && !state.isDown) {
    const opened = await openRelay(setup.relay)
    if ('connection' in opened) {
      state.failures = 0
      state.open += 1
      return opened.connection
    }
    const {failure} = opened
    if (failure.kind === 'pause') shared.relayDown(failure.why, true, failure.reply)
    else {
      state.failures += 1
      const why = failure.kind === 'connection' ? failure.why : failure.kind
      // A relay that only limits connections keeps serving the ones it took.
      if (state.failures >= MAX_FAILURES && state.open === 0) shared.relayDown(why, false, null)
      else await pause(BACK_OFF_MS * 2 ** Math.min(state.failures, 6) * (0.5 + Math.random()))
    }
  }
  return null
}

function fillFor(shared: Shared, recipient: Recipient) {
  const date = Date.now()
  const filled = shared.fill(recipient, date)
  if (!('bytes' in filled)) {
    const reply = `template:${filled.why} ${filled.name}`
    shared.post({type: 'outcome', outcome: outcomeOf(recipient, 'given-up', null, reply, null, false)})
    return null
  }
  const parsed = parseAddress(recipient.address)
  if (!isAddress(parsed)) {
    shared.post({type: 'outcome', outcome: outcomeOf(recipient, 'given-up', null, `address:${parsed}`, null, false)})
    return null
  }
  const envelope = {
    from: shared.setup.content.from.address,
    to: wireForm(recipient.address),
    sizeBytes: filled.bytes.length,
    needsSmtpUtf8: parsed.needsSmtpUtf8,
  }
  return {envelope, bytes: filled.bytes, date}
}

function settleBeforeMark(shared: Shared, recipient: Recipient, outcome: DeliveryOutcome): void {
  if (outcome.kind === 'pause') {
    shared.relayDown(outcome.why, true, outcome.reply)
    shared.giveBack(recipient)
  } else if (outcome.kind === 'connection') {
    shared.state.failures += 1
    shared.giveBack(recipient)
    if (shared.state.failures >= MAX_FAILURES * 4) shared.relayDown(outcome.why, false, outcome.reply)
  } else settle(shared, recipient, outcome, false)
}

function settleAfterDot(shared: Shared, recipient: Recipient, outcome: DeliveryOutcome): void {
  shared.state.failures = outcome.kind === 'in-doubt' ? shared.state.failures + 1 : 0
  settle(shared, recipient, outcome, true)
}

function settle(shared: Shared, recipient: Recipient, outcome: DeliveryOutcome, wasMarked: boolean): void {
  const post = (event: AttemptOutcome['event'], why: string, dueAt: number | null) => {
    const reply = 'reply' in outcome ? outcome.reply : null
    shared.post({type: 'outcome', outcome: outcomeOf(recipient, event, reply, why, dueAt, wasMarked)})
  }
  if (outcome.kind === 'accepted') post('accepted', '', null)
  else if (outcome.kind === 'rejected') post('refused', '', null)
  else if (outcome.kind === 'deferred') {
    const due = retryAt(recipient.attempt, Date.now())
    post(due === null ? 'refused' : 'refused-for-now', '', due)
  } else {
    // After the dot a lost connection is in doubt; the client says so itself, this is the safe reading of the rest.
    post('lost-after-dot', outcome.why, null)
  }
}

function outcomeOf(
  recipient: Recipient,
  event: AttemptOutcome['event'],
  reply: {code: number; enhanced: string; text: string} | null,
  why: string,
  dueAt: number | null,
  wasMarked = true,
): AttemptOutcome {
  return {
    contactId: recipient.contactId,
    attempt: recipient.attempt,
    event,
    wasMarked,
    code: reply?.code ?? null,
    enhanced: reply?.enhanced ?? '',
    reply: reply?.text ?? why,
    dueAt,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
