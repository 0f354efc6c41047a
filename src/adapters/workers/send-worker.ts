/**
 * The worker thread of a run: fills mails, holds the relay connections, and brings each mail up to its dot. The dot
 * goes only after the ledger's release; without it the connection is dropped and the relay must forget the mail.
 */
import {hash} from 'node:crypto'
import {setMaxListeners} from 'node:events'
import type {MessagePort} from 'node:worker_threads'
import {isAddress, parseAddress, wireForm} from '../../core/contacts/address.ts'
import type {CharsetWriter} from '../../core/sending/charset.ts'
import {dkimSigner} from '../../core/sending/dkim/signer.ts'
import type {Filler} from '../../core/sending/fill-message.ts'
import {messageFiller} from '../../core/sending/fill-message.ts'
import type {FromWorker, ToWorker, WorkerSetup} from '../../ports/crew.ts'
import type {RelayConnection} from '../../ports/relay.ts'
import type {Recipient} from '../../ports/store.ts'
import {charsetWriter} from '../mime/iso-2022-jp.ts'
import {openRelay} from '../smtp/open-relay.ts'
import type {Settling} from './settle-mail.ts'
import {outcomeOf, settleAfterDot, settleBeforeMark} from './settle-mail.ts'

/** A mark older than this is not trusted with a dot: the machine may have slept (reliability.md A2 step 5). */
const STALE_MARK_NS = 5_000_000_000n
/** How often in a row one connection may fail to open before the relay counts as down: one that worked may restart. */
const MAX_TRIES = 4
const MAX_TRIES_KNOWN = 6
const BACK_OFF_MS = 250
/** After a stop: how long mails that are open may take. Source: reliability.md A4 (the run ends within 30 s). */
const DRAIN_MS = 20_000

/** piscina's task: lives as long as the run. Resolves after drain. */
export default async function sendWorker({port, setup}: {port: MessagePort; setup: WorkerSetup}): Promise<void> {
  const worker = startWorker(port, setup, await charsetWriter(setup.content.charset))
  port.on('message', (message: ToWorker) => worker.take(message))
  await worker.ended
  port.close()
}

function startWorker(port: MessagePort, setup: WorkerSetup, charset: CharsetWriter) {
  const post = (message: FromWorker) => port.postMessage(message)
  const fill = messageFiller({...setup, charset, sign: dkimSigner(setup.signing.keys, setup.signing)})
  const queue: Recipient[] = []
  const idle: (() => void)[] = []
  const waiting = new Map<number, (verdict: {granted: boolean; markedAt: bigint}) => void>()
  const state = {draining: false, isKnown: false, drops: 0, isDown: false}
  const stopping = new AbortController()
  // One listener for each connection that is being opened.
  setMaxListeners(0, stopping.signal)
  const open = new Set<RelayConnection>()

  const wake = () => {
    for (const go of idle.splice(0)) go()
  }
  const shared: Shared = {
    setup,
    fill,
    post,
    state,
    open,
    stopping: stopping.signal,
    dropsOf: new Map(),
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
      stopping.abort()
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
        stopping.abort()
        drained()
        wake()
        // Before the dot nothing is lost by it; a mail whose reply has not come by then is in doubt.
        setTimeout(() => {
          for (const connection of open) connection.abandon()
        }, DRAIN_MS).unref()
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

interface Shared extends Settling {
  readonly fill: Filler
  /** Connections that may have mail under way. */
  readonly open: Set<RelayConnection>
  /** Aborted when no new connection is wanted. */
  readonly stopping: AbortSignal
  /** Waits until a recipient is there; false when the connection should end. */
  hasWork(): Promise<boolean>
  take(): Recipient | undefined
  verdict(contactId: number): Promise<{granted: boolean; markedAt: bigint}>
}

/** One connection after another, mail after mail, until there is nothing left to do. */
async function runConnection(shared: Shared): Promise<void> {
  let connection: RelayConnection | null = null
  // Awaited before the connection is given up, so that no outcome is lost.
  let lastDot: Promise<void> = Promise.resolve()
  while (await shared.hasWork()) {
    if (connection === null || !connection.isUsable) {
      await lastDot
      if (connection !== null) shared.open.delete(connection)
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
        outcome: outcomeOf(recipient, 'ended-before-dot', null, 'the mark was too old', true),
      })
      continue
    }
    const done = recipient
    // Not awaited: the next mail's commands travel with this dot.
    lastDot = connection.release().then((outcome) => settleAfterDot(shared, done, outcome))
  }
  await lastDot
  if (connection === null) return
  await connection.quit()
  shared.open.delete(connection)
}

async function connect(shared: Shared): Promise<RelayConnection | null> {
  const {state, setup, open, stopping} = shared
  for (let tries = 1; !state.draining && !state.isDown; tries += 1) {
    const opened = await openRelay(setup.relay, {signal: stopping})
    if ('connection' in opened) {
      open.add(opened.connection)
      return opened.connection
    }
    const {failure} = opened
    if (failure.kind === 'pause') shared.relayDown(failure.why, true, failure.reply)
    else {
      const why = failure.kind === 'connection' ? failure.why : failure.kind
      // A relay that only limits connections keeps serving the ones it took.
      const isLast = tries >= (state.isKnown ? MAX_TRIES_KNOWN : MAX_TRIES) && !isServed(shared)
      if (isLast) shared.relayDown(why, false, null)
      else await pause(BACK_OFF_MS * 2 ** Math.min(tries, 6) * (0.5 + Math.random()), stopping)
    }
  }
  return null
}

function isServed({open}: Shared): boolean {
  for (const connection of open) if (connection.isUsable) return true
  return false
}

function fillFor(shared: Shared, recipient: Recipient) {
  const date = Date.now()
  const filled = shared.fill(recipient, date)
  if (!('bytes' in filled)) {
    const reply = `template:${filled.why} ${filled.name}`
    shared.post({type: 'outcome', outcome: outcomeOf(recipient, 'given-up', null, reply, false)})
    return null
  }
  const parsed = parseAddress(recipient.address)
  if (!isAddress(parsed)) {
    shared.post({type: 'outcome', outcome: outcomeOf(recipient, 'given-up', null, `address:${parsed}`, false)})
    return null
  }
  const envelope = {
    from: filled.returnPath,
    to: wireForm(recipient.address),
    sizeBytes: filled.bytes.length,
    needsSmtpUtf8: parsed.needsSmtpUtf8,
  }
  return {envelope, bytes: filled.bytes, date}
}

/** Resolves early when the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, {once: true})
  })
}
