/** What flows answer to programs: values that become JSON. Moments are ISO 8601 with a zone; ids are the public ones. */
import type {ApiKey} from '../core/serving/api-key.ts'

export interface ApiContact {
  readonly id: string
  readonly address: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly attributes: Readonly<Record<string, string>>
}

export interface ApiConsent {
  readonly kind: string
  readonly basis: string | null
  readonly at: string | null
  readonly method: string | null
  readonly source: string | null
  readonly wording: string | null
  readonly purpose: string | null
  readonly topic: string | null
}

export interface ApiSuppression {
  readonly id: string
  readonly reason: string
  readonly scope: string
  readonly from: string | null
  readonly until: string | null
  readonly source: string
  readonly recordedAt: string
}

export interface ApiSend {
  readonly name: string
  readonly list: string
  readonly topic: string | null
  readonly state: string
  readonly audience: number
  readonly plannedAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly totals: Readonly<Record<string, number>>
}

/** What a program says of a consent; moments and words as files of consent events have them. */
export interface ApiConsentAsk {
  readonly address: string
  readonly event: string
  readonly at?: string
  readonly basis?: string
  readonly method?: string
  readonly source?: string
  readonly wording?: string
  readonly purpose?: string
  readonly topic?: string
}

export interface ApiSuppressionAsk {
  /** An address, @DOMAIN or a hash. */
  readonly subject: string
  readonly reason?: string
  /** all, third-party or topic:NAME. */
  readonly scope?: string
  /** ISO 8601, to come; a day is held to its end. */
  readonly until?: string
}

/** Throws AppErrors; STORE_BUSY only after some patience. */
export interface ApiHandlers {
  /** Null for a key that is none, or revoked. Throws SECRET_UNREADABLE. */
  userOf(key: string): Promise<ApiKey | null>
  contact(ask: {readonly address: string}): Promise<ApiContact & {readonly lists: readonly string[]}>
  contacts(ask: {
    readonly list: string
    readonly after?: string
    readonly limit?: number
  }): Promise<{readonly contacts: readonly ApiContact[]; readonly next: string | null}>
  consents(ask: {readonly address: string}): Promise<{readonly id: string; readonly consents: readonly ApiConsent[]}>
  addConsent(ask: ApiConsentAsk, by: ApiKey): Promise<{readonly isNew: boolean}>
  suppressions(ask: {
    readonly address: string
  }): Promise<{readonly isSuppressed: boolean; readonly suppressions: readonly ApiSuppression[]}>
  addSuppression(ask: ApiSuppressionAsk, by: ApiKey): Promise<{readonly isNew: boolean}>
  sends(): Promise<{readonly sends: readonly string[]}>
  send(ask: {readonly name: string}): Promise<ApiSend>
}
