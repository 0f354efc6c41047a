/** What flows ask of the store about one person: all that is held, erasing it, and what stays behind. */
import type {Address} from '../core/contacts/address.ts'
import type {SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import type {PersonEvent, PurgeLaw} from './consent-store.ts'
import type {FieldChange} from './list-import.ts'

export interface PersonStore {
  /** Beside what ConsentStore.person tells; null when no contact has the address or another spelling of it. */
  held(address: Address): Promise<HeldData | null>
  /** Sign-ups of the address, in any spelling, that wait for their confirmation. */
  signUps(suppressKey: string): Promise<readonly HeldSignUp[]>
  /** The suppress key of the contact with a public id; null for none, and for an erased one. */
  subjectOf(publicId: string): Promise<string | null>
  /** What an erasure would remove, of all spellings of the address. */
  preview(suppressKey: string): Promise<ErasePreview>
  /** Null when nobody of that address was erased. */
  tombstone(suppressKey: string): Promise<Tombstone | null>
  /**
   * One transaction: the person is gone from every table, in old sends a nameless row is left, a tombstone stands.
   * Throws ERASURE_KEY_MISSING.
   */
  erase(order: EraseOrder): Promise<void>
  /** Removes deleted bytes from the store's file and its log; false while another process reads and keeps them there. */
  wipe(): Promise<boolean>
  /** True when an erasure was cut short before its bytes were removed, or another process kept them. */
  needsWipe(): Promise<boolean>
  /** Locked proofs by whether their last day is over; earliest: the first day on which one of the others goes. */
  lockedProofs(now: number): Promise<LockedCounts>
  /** Returns how many went. */
  deleteOverdueProofs(now: number): Promise<number>
  /** Opens the proofs of one person, and records that it was done, by whom and why. */
  openProofs(
    suppressKey: string,
    why: {readonly reason: string; readonly by: string; readonly at: number},
  ): Promise<readonly LockedProof[]>
}

export interface HeldData {
  /** Addresses of contacts that the same opt-outs bind, without the one asked for. */
  readonly otherSpellings: readonly string[]
  /** Imports that brought or changed something of the contact. */
  readonly imports: readonly HeldImport[]
  /** Every opt-out ever recorded, also those that ended or were lifted. */
  readonly suppressions: readonly HeldSuppression[]
  readonly attempts: readonly HeldAttempt[]
}

export interface HeldImport {
  readonly uuid: string
  readonly file: string
  readonly list: string
  readonly at: number
  /** Whether it was taken back. */
  readonly isUndone: boolean
  readonly madeContact: boolean
  /** What it changed of the contact, with the values of before. */
  readonly changes: readonly FieldChange[]
}

export interface HeldSuppression {
  readonly uuid: string
  readonly subject: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly from: number | null
  readonly until: number | null
  readonly source: string
  readonly line: number | null
  readonly recordedAt: number
  /** UTC milliseconds; null = not lifted. */
  readonly liftedAt: number | null
}

export interface HeldAttempt {
  readonly send: string
  readonly attempt: number
  readonly markedAt: number
  readonly outcome: string | null
  readonly code: number | null
  readonly enhanced: string | null
  readonly reply: string | null
  readonly finishedAt: number | null
}

/** A sign-up that waits for its confirmation. */
export interface HeldSignUp {
  readonly form: string
  readonly address: string
  /** UTC milliseconds. */
  readonly askedAt: number
  readonly expiresAt: number
  readonly topic: string | null
  readonly wording: string
  readonly url: string
  /** As typed, by name of the field. */
  readonly values: Readonly<Record<string, string>>
  readonly ip: string | null
  readonly userAgent: string | null
}

export interface ErasePreview {
  /** Contacts with that address in any spelling. */
  readonly contacts: number
  readonly lists: number
  readonly consents: number
  /** Opt-outs of the address; the tombstone takes their place. */
  readonly suppressions: number
  /** Sign-ups that wait for their confirmation. */
  readonly signUps: number
  /** Rows in sends, which stay without a name. */
  readonly deliveries: number
  /** Of those, mails that were still to come. */
  readonly open: number
}

export interface Tombstone {
  readonly uuid: string
  readonly reason: SuppressionReason
  readonly erasedAt: number
  /** Last days of proof that is still locked away. */
  readonly proofUntil: readonly string[]
}

export interface EraseOrder {
  readonly suppressKey: string
  readonly at: number
  /** Null where no law wants proof kept. */
  readonly proof: {
    readonly text: string
    readonly until: string
    readonly overAt: number
    readonly laws: readonly PurgeLaw[]
  } | null
}

export interface LockedCounts {
  readonly over: number
  readonly kept: number
  readonly earliest: string | null
}

export interface LockedProof {
  readonly uuid: string
  readonly until: string
  readonly laws: readonly PurgeLaw[]
  /** Null where the key that locked it is gone. */
  readonly proof: ProofContent | null
}

/** What is locked away, as JSON. */
export interface ProofContent {
  readonly addresses: readonly string[]
  readonly lists: readonly string[]
  readonly events: readonly PersonEvent[]
}
