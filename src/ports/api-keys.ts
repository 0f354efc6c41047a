/** What flows ask of the keys of the JSON API. */
import type {KeptApiKey} from '../core/serving/api-key.ts'

export interface ApiKeyring {
  /** Oldest first. Throws SECRET_UNREADABLE. */
  list(): Promise<readonly KeptApiKey[]>
  /** A new one; the answer alone holds the key itself. */
  create(name: string, isReadOnly: boolean, at: number): Promise<{readonly key: string; readonly kept: KeptApiKey}>
  /** Writes it into the key's file; once more changes nothing. */
  revoke(id: string, at: number): Promise<void>
}
