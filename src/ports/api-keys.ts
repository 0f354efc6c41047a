/** What flows ask of the keys of the JSON API. */
import type {KeptApiKey} from '../core/serving/api-key.ts'
import type {AppError} from '../errors.ts'

export interface ReadableApiKeys {
  /** Oldest first. */
  readonly keys: readonly KeptApiKey[]
  /** SECRET_UNREADABLE of those whose file cannot be read, by id. */
  readonly faults: ReadonlyMap<string, AppError>
}

export interface ApiKeyring {
  /** Those that can be read: one bad file is no reason to turn all programs away. Throws SECRET_UNREADABLE where none can. */
  readable(): Promise<ReadableApiKeys>
  /** Oldest first. Throws SECRET_UNREADABLE. */
  list(): Promise<readonly KeptApiKey[]>
  /** A new one; the answer alone holds the key itself. */
  create(name: string, isReadOnly: boolean, at: number): Promise<{readonly key: string; readonly kept: KeptApiKey}>
  /** Writes it into the key's file; once more changes nothing. */
  revoke(id: string, at: number): Promise<void>
}
