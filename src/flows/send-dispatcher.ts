/**
 * The ledger owner's loop of a run: feeds the workers, groups their marks and outcomes into commits, and hands the
 * releases back. Bounded: at most a few recipients per connection are out at any time, whatever the size of the list.
 */
import {AppError} from '../errors.ts'
import type {Crew, FromWorker, WorkerSetup} from '../ports/crew.ts'
import type {AttemptOutcome, Ledger, Mark, Recipient} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface RunProgress {
  readonly accepted: number
  readonly deferred: number
  readonly rejected: number
  readonly inDoubt: number
  readonly suppressed: number
  readonly skipped: number
}

interface DispatchAsk {
  /** The command that goes on, for errors. */
  readonly command: string
  readonly setup: WorkerSetup
  readonly stop: AbortSignal
  readonly perSecond: number | null
  readonly onProgress: (progress: RunProgress) => void
}

/** Recipients a worker holds per connection, so that no connection waits for the main thread. */
const AHEAD = 8
const PAGE = 1000
const PACE_MS = 50
/** A mail whose attempt ended between mark and dot is taken up again at once, up to this attempt; then by the next run. */
const MAX_ATTEMPTS = 3

export function startDispatcher(ledger: Ledger, crew: Crew, clock: Clock, ask: DispatchAsk) {
  const progress = {accepted: 0, deferred: 0, rejected: 0, inDoubt: 0, suppressed: 0, skipped: 0}
  const hands = Array.from({length: crew.size}, () => ({
    out: new Map<number, Recipient>(),
    marked: new Set<number>(),
    alive: true,
  }))
  const room = ask.setup.connections * AHEAD
  const source = startSource(ledger, clock, (suppressed) => {
    progress.suppressed += suppressed
  })
  const allowance = startAllowance(ask.perSecond)

  let marks: {worker: number; mark: Mark}[] = []
  let outcomes: AttemptOutcome[] = []
  /** Of groups whose commit failed. */
  const unwritten: AttemptOutcome[] = []
  let committing = false
  let inCommit: ReadonlySet<number> = new Set()
  let feeding = false
  let draining = false
  let failure: unknown = null
  let resolveEnd!: () => void
  const ended = new Promise<void>((resolve) => {
    resolveEnd = resolve
  })

  const drain = (why: unknown = null) => {
    failure ??= why
    if (draining) return
    draining = true
    for (const [worker, hand] of hands.entries()) if (hand.alive) crew.post(worker, {type: 'drain'})
  }

  const feed = async () => {
    if (feeding || draining) return
    feeding = true
    try {
      for (let fed = true; fed && !draining; ) {
        fed = false
        for (const [worker, hand] of hands.entries()) {
          const want = Math.min(room - hand.out.size, allowance.left())
          if (!hand.alive || want < Math.min(room / 2, allowance.left() || 1)) continue
          const recipients = await source.take(want)
          if (recipients.length === 0) continue
          allowance.use(recipients.length)
          for (const recipient of recipients) hand.out.set(recipient.contactId, recipient)
          crew.post(worker, {type: 'batch', recipients})
          fed = true
        }
      }
      if (source.isDry() && marks.length === 0 && hands.every((hand) => hand.out.size === 0)) drain()
    } catch (error) {
      drain(error)
    } finally {
      feeding = false
    }
  }

  /** Everything that waits goes into one transaction; the next group forms while it is written. */
  const commit = async () => {
    if (committing) return
    committing = true
    while (marks.length > 0 || outcomes.length > 0) {
      const group = {marks, outcomes}
      inCommit = new Set(group.marks.map(({mark}) => mark.contactId))
      marks = []
      outcomes = []
      try {
        const verdicts = await ledger.commit(
          group.outcomes,
          group.marks.map((each) => each.mark),
          clock.now(),
        )
        release(group.marks, verdicts)
      } catch (error) {
        release(
          group.marks,
          group.marks.map(() => 'failed' as const),
        )
        unwritten.push(...group.outcomes)
        drain(error)
      }
      inCommit = new Set()
      ask.onProgress(progress)
      void feed()
      await nextTurn()
    }
    committing = false
  }

  const release = (group: typeof marks, verdicts: readonly ('granted' | 'suppressed' | 'refused' | 'failed')[]) => {
    const markedAt = clock.monotonic()
    const granted = hands.map(() => [] as number[])
    const refused = hands.map(() => [] as number[])
    for (const [i, {worker, mark}] of group.entries()) {
      const hand = hands[worker]!
      if (verdicts[i] === 'granted' && !hand.alive) {
        // The thread ended before it heard of the grant, so the dot was not sent.
        outcomes.push(neverSent(mark, 'worker-ended'))
      } else if (verdicts[i] === 'granted') {
        granted[worker]!.push(mark.contactId)
        hand.marked.add(mark.contactId)
      } else {
        refused[worker]!.push(mark.contactId)
        hand.out.delete(mark.contactId)
        if (verdicts[i] === 'suppressed') progress.suppressed += 1
      }
    }
    for (const [worker, contactIds] of granted.entries())
      if (contactIds.length > 0) crew.post(worker, {type: 'release', contactIds, markedAt})
    for (const [worker, contactIds] of refused.entries())
      if (contactIds.length > 0) crew.post(worker, {type: 'refuse', contactIds})
  }

  const take = (worker: number, message: FromWorker) => {
    const hand = hands[worker]!
    if (message.type === 'mark') marks.push({worker, mark: message.mark})
    else if (message.type === 'outcome') {
      const {outcome} = message
      const recipient = hand.out.get(outcome.contactId)
      if (outcome.event === 'ended-before-dot' && recipient !== undefined && outcome.attempt < MAX_ATTEMPTS)
        source.giveBack([{...recipient, attempt: outcome.attempt + 1}])
      hand.out.delete(outcome.contactId)
      hand.marked.delete(outcome.contactId)
      count(progress, outcome)
      outcomes.push(outcome)
    } else if (message.type === 'returned') {
      for (const contactId of message.contactIds) hand.out.delete(contactId)
      return
    } else {
      const relay = `${ask.setup.relay.host}:${ask.setup.relay.port}`
      // A word of ours, which the screen puts into the language, and perhaps the system's code behind it.
      const [why = '', code] = message.why.split(': ')
      const facts = {relay, why, cause: code === undefined ? '' : ` (${code})`, command: ask.command}
      drain(new AppError(message.isRefusal ? 'RELAY_REFUSES' : 'RELAY_UNREACHABLE', facts))
      return
    }
    void commit()
  }

  /** A thread that died may have sent the dots of what was marked: those are in doubt, the rest stays planned. */
  const bury = (worker: number, error: Error | null) => {
    const hand = hands[worker]!
    hand.alive = false
    for (const contactId of hand.marked) {
      const attempt = hand.out.get(contactId)!.attempt
      const outcome = {...neverSent({contactId, attempt}, 'worker-ended'), event: 'lost-after-dot'} as const
      count(progress, outcome)
      outcomes.push(outcome)
    }
    // Marks that wait are not written any more; one that is being written now is settled when it comes back.
    marks = marks.filter((each) => each.worker !== worker)
    source.giveBack(
      [...hand.out.values()].filter(({contactId}) => !hand.marked.has(contactId) && !inCommit.has(contactId)),
    )
    hand.out.clear()
    hand.marked.clear()
    if (error !== null && hands.every((each) => !each.alive))
      drain(new AppError('WORKER_FAILED', {why: error.message, command: ask.command}, {cause: error}))
    void commit()
    void feed()
    if (hands.every((each) => !each.alive)) resolveEnd()
  }

  crew.start(ask.setup, (worker, message, error) => {
    if (message === null) bury(worker, error)
    else take(worker, message)
  })
  const onStop = () => drain()
  ask.stop.addEventListener('abort', onStop)
  const pacer = ask.perSecond === null ? null : setInterval(() => void feed(), PACE_MS)
  if (ask.stop.aborted) drain()
  else void feed()

  const finished = (async () => {
    await ended
    while (committing || outcomes.length > 0) {
      void commit()
      await nextTurn()
    }
    // Once more, alone: a busy store may be free by now. What still cannot be written is in doubt at the next start.
    if (unwritten.length > 0) await ledger.commit(unwritten, [], clock.now()).catch(() => undefined)
    if (pacer) clearInterval(pacer)
    ask.stop.removeEventListener('abort', onStop)
    ask.onProgress(progress)
    if (failure !== null) throw failure
    return progress
  })()
  return {finished, progress: (): RunProgress => progress}
}

function neverSent({contactId, attempt}: {contactId: number; attempt: number}, why: string) {
  const event = 'ended-before-dot' as const
  return {contactId, attempt, event, wasMarked: true, code: null, enhanced: '', reply: why, dueAt: null}
}

/** Pages of planned rows, then deferred rows that are due; what is handed back comes first. */
function startSource(ledger: Ledger, clock: Clock, onSuppressed: (count: number) => void) {
  const ready: Recipient[] = []
  let after = 0
  let stage: 'planned' | 'due' | 'dry' = 'planned'
  return {
    async take(want: number): Promise<Recipient[]> {
      while (ready.length < want && stage !== 'dry') {
        const page =
          stage === 'planned'
            ? await ledger.planned(after, PAGE, clock.now())
            : await ledger.due(clock.now(), DUE_AT_ONCE)
        onSuppressed(page.suppressed)
        ready.push(...page.recipients)
        if (stage === 'planned' && page.last !== null) after = page.last
        else if (stage === 'planned') stage = 'due'
        else stage = 'dry'
      }
      return ready.splice(0, want)
    },
    giveBack(recipients: readonly Recipient[]) {
      ready.push(...recipients)
    },
    isDry: () => stage === 'dry' && ready.length === 0,
  }
}

/** Deferred mails taken up by one run at its end; more wait for the next run. */
const DUE_AT_ONCE = 100_000

/** Mails that may be given out now under a limit per second; one clock for the whole send. */
function startAllowance(perSecond: number | null) {
  if (perSecond === null) return {left: () => Number.MAX_SAFE_INTEGER, use: () => undefined}
  let tokens = 1
  let last = performance.now()
  return {
    left() {
      const now = performance.now()
      tokens = Math.min(Math.max(1, perSecond), tokens + ((now - last) / 1000) * perSecond)
      last = now
      return Math.floor(tokens)
    },
    use(count: number) {
      tokens -= count
    },
  }
}

function count(progress: {-readonly [K in keyof RunProgress]: number}, {event}: Pick<AttemptOutcome, 'event'>): void {
  if (event === 'accepted') progress.accepted += 1
  else if (event === 'refused') progress.rejected += 1
  else if (event === 'refused-for-now') progress.deferred += 1
  else if (event === 'lost-after-dot') progress.inDoubt += 1
  else if (event === 'given-up') progress.skipped += 1
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
