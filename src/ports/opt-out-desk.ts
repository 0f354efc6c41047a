/** What the server for opt-outs asks of the store: who stands behind a link, and a record that is durable. */
import type {SuppressionEntry, SuppressionHit} from '../core/suppression/entry.ts'

/** Whom a link was made for, and in which send. */
export interface LinkOwner {
  /** Null: the person is known, the send is not, as where an older copy of the store was put back. */
  readonly send: {readonly name: string; readonly topic: string | null} | null
  /** Null: the send is known, the person no more. */
  readonly person: {
    /** As the token carries it. */
    readonly recipientId: string
    readonly address: string
    readonly suppressKey: string
    readonly locale: string | null
  } | null
}

/** gone: the person was erased meanwhile, and nothing was written. */
export type OptOutRecorded = 'new' | 'known' | 'gone'

export interface OptOutDesk {
  /** Ids as a token carries them. Null when this store has neither a send nor a person of those ids. */
  find(sendId: string, recipientId: string): Promise<LinkOwner | null>
  /**
   * Resolves when the entry is on the disk, now or before. at: the moment, UTC milliseconds. recipientId: whose it is. Entries that come together are written together. Rejects with STORE_* when that cannot be done, and then the entry is not written.
   */
  record(entry: SuppressionEntry, at: number, recipientId: string): Promise<OptOutRecorded>
  /** Keeps that what was recorded of the person at that moment came from this network. Rejects with STORE_*. */
  noteNetwork(suppressKey: string, at: number, network: string): Promise<void>
  /** As SuppressionStore.holding. */
  holding(suppressKey: string, at: number): Promise<readonly SuppressionHit[]>
  /** Throws STORE_* when the store cannot be read. */
  check(): Promise<void>
}
