/** What flows ask of the keys that sign opt-out links: never the secrets. */

export interface TokenKeyFacts {
  /** 8 hex digits. */
  readonly id: string
  /** UTC milliseconds. */
  readonly createdAt: number
  /** Null = its links work. */
  readonly revokedAt: number | null
}

export interface TokenKeyring {
  /** Oldest first. Throws SECRET_UNREADABLE. */
  list(): Promise<readonly TokenKeyFacts[]>
  /** A new key, which signs from now on. Returns its id. */
  create(at: number): Promise<string>
  /** Writes it into the key's file, whole; once more changes nothing. */
  revoke(id: string, at: number): Promise<void>
}
