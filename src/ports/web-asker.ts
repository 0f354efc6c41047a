/** One request to a web address, followed nowhere: what a mailbox provider's machine would get. */

export interface WebAsk {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type WebAnswer =
  | {
      readonly status: number
      /** At most 256 KB of it. */
      readonly body: string
      readonly location: string | null
      /** Null for plain HTTP. */
      readonly tls: {readonly protocol: string; readonly validUntil: number} | null
    }
  /** A code of the system or of TLS, e.g. ECONNREFUSED, CERT_HAS_EXPIRED. */
  | {readonly why: string}

/** Never throws. */
export type WebAsker = (ask: WebAsk) => Promise<WebAnswer>
