/** What flows ask of a detached server's journal: the file beside the server, the same seen from afar, and what the store took of it. */

import type {SealedEntry} from '../core/serving/journal.ts'
import type {JournalAnswer} from '../core/serving/journal-answer.ts'

/** The journal where it is written. */
export interface Journal {
  /**
   * Resolves when the record is on the disk; those that come together are written together. payload: a JSON object as text. Rejects
   * with JOURNAL_UNUSABLE when that cannot be done, and then the record is not there.
   */
  append(kind: string, at: number, payload: string): Promise<void>
  /** Records after that number, at most about 100 KB of them. keys: ids for the answer. */
  answer(after: number, nonce: string, keys: readonly string[]): Promise<JournalAnswer>
  /** Throws JOURNAL_UNUSABLE when it can take nothing. */
  check(): Promise<void>
}

/** The journal from afar. Throws PULL_UNREACHABLE, PULL_KEY_REFUSED. */
export interface JournalSource {
  readonly url: string
  /** The body of an answer, of any content. */
  read(after: number, nonce: string): Promise<string>
}

/** How far a journal was taken over. */
export interface PullStanding {
  readonly journal: string
  readonly seq: number
  readonly seal: string
  /** When everything there was had been taken, UTC milliseconds; null = never yet. */
  readonly completeAt: number | null
  /** Moment of the newest record that was taken. */
  readonly newestAt: number | null
  /** Ids of the keys whose links the server took then. */
  readonly keys: readonly string[]
}

export interface TakenCounts {
  /** Opt-outs that were new. */
  readonly added: number
  /** That were on record. */
  readonly known: number
  /** Records that nobody could be found for, or of a kind that is not known here: kept. */
  readonly kept: number
}

/** person: nobody here has that id. kind: not known to this version. form: not as records of that kind are. */
export type KeptWhy = 'person' | 'kind' | 'form'

export interface KeptEntry {
  readonly journal: string
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly why: KeptWhy
  readonly recordedAt: number
}

/** What the store holds of pulls. */
export interface JournalStore {
  /** Of the journal that was begun last; null before the first pull. */
  standing(): Promise<PullStanding | null>
  /** Forgets how far a journal was taken: it goes on behind that record. at: UTC milliseconds. */
  restart(journal: string, behind: Pick<PullStanding, 'seq' | 'seal'>, at: number): Promise<void>
  /**
   * Takes records over in one transaction, those alone that come after what was taken: two pulls at once do no harm. at: UTC
   * milliseconds.
   */
  take(journal: string, entries: readonly SealedEntry[], at: number): Promise<TakenCounts>
  /**
   * Takes those over that were read from a folder, in order, whatever was taken before; a later pull goes on behind them. The journal
   * that was begun last stays that.
   */
  salvage(journal: string, entries: readonly SealedEntry[], at: number): Promise<TakenCounts>
  /** Notes that all there was at that moment had been taken. keys: ids of those whose links the server takes. */
  complete(journal: string, at: number, keys: readonly string[]): Promise<void>
  /** Looks once more for the people of opt-outs that were kept; returns how many were found. */
  retryKept(at: number): Promise<number>
  kept(): Promise<readonly KeptEntry[]>
}
