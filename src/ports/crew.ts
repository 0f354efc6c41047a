/**
 * The worker threads of a run and what is said between them and the ledger owner (design.md section 6): one message
 * per mail, as it happens; nothing waits for the end of a batch.
 */
import type {DkimKey} from '../core/sending/dkim/key.ts'
import type {MessageSkeleton, SendContent} from '../core/sending/send-content.ts'
import type {RelayAddress, RelayReply} from './relay.ts'
import type {AttemptOutcome, Mark, Recipient} from './store.ts'

/** What signs each mail; without keys nothing does. */
export interface Signing {
  readonly keys: readonly DkimKey[]
  /** Headers that the relay writes anew. */
  readonly rewrites: readonly string[]
}

export interface WorkerSetup {
  readonly relay: RelayAddress
  /** Connections of this worker. */
  readonly connections: number
  readonly skeleton: MessageSkeleton
  readonly content: SendContent
  readonly sendId: string
  readonly contentHash: string
  readonly key: {readonly id: string; readonly secret: Uint8Array}
  readonly signing: Signing
}

export type FromWorker =
  /** The mail stands before its dot. */
  | {readonly type: 'mark'; readonly mark: Mark}
  | {readonly type: 'outcome'; readonly outcome: AttemptOutcome}
  /** Not attempted, nothing known against them: to be given out again. */
  | {readonly type: 'returned'; readonly contactIds: readonly number[]}
  /** The relay cannot be used; the worker waits for drain. */
  | {readonly type: 'relay-down'; readonly why: string; readonly isRefusal: boolean; readonly reply: RelayReply | null}

export type ToWorker =
  | {readonly type: 'batch'; readonly recipients: readonly Recipient[]}
  /** Their marks are durable: the dots may go. markedAt: the monotonic clock of the commit. */
  | {readonly type: 'release'; readonly contactIds: readonly number[]; readonly markedAt: bigint}
  | {readonly type: 'refuse'; readonly contactIds: readonly number[]}
  /** Finish what stands before its dot, return the rest, end. */
  | {readonly type: 'drain'}

export interface Crew {
  readonly size: number
  /** Called for every message and, once per worker, with null when it has ended; failure is set when it died. */
  start(setup: WorkerSetup, listen: (worker: number, message: FromWorker | null, failure: Error | null) => void): void
  post(worker: number, message: ToWorker): void
  /** Resolves when every thread is gone. */
  close(): Promise<void>
}
