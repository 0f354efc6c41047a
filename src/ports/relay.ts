/** What a run asks of a relay connection: mail after mail up to the dot, then the dot only when the ledger says so. */

export interface RelayAddress {
  readonly host: string
  readonly port: number
  /** implicit: TLS from the first byte. starttls: required before anything else. none: only allowed on loopback. */
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly auth: {readonly user: string; readonly password: string} | null
  /** Name said in EHLO. */
  readonly clientName: string
}

export interface Envelope {
  /** Bare addr-spec as it goes on the wire, already checked; '' is the null sender. */
  readonly from: string
  readonly to: string
  /** Bytes of the whole message, for SIZE. */
  readonly sizeBytes: number
  readonly needsSmtpUtf8: boolean
}

/** One relay reply. text: all lines joined by \n without codes, cleaned of control characters, at most 512 bytes. */
export interface RelayReply {
  readonly code: number
  /** e.g. 5.1.1, or '' when the relay gave none. */
  readonly enhanced: string
  readonly text: string
}

/**
 * What became of a mail. connection: says nothing about the recipient (drop before the dot, 421, protocol error):
 * try again on another connection. pause: the relay refuses us (bad sender, AUTH, no TLS): stop the send.
 */
export type DeliveryOutcome =
  | {readonly kind: 'accepted'; readonly reply: RelayReply}
  | {readonly kind: 'deferred'; readonly reply: RelayReply}
  | {readonly kind: 'rejected'; readonly reply: RelayReply}
  | {readonly kind: 'in-doubt'; readonly why: string}
  | {readonly kind: 'connection'; readonly why: string; readonly reply: RelayReply | null}
  | {readonly kind: 'pause'; readonly why: string; readonly reply: RelayReply | null}

export interface RelayConnection {
  /** False after any drop, abandon or quit: open a new one. */
  readonly isUsable: boolean
  /**
   * MAIL, RCPT, DATA and the whole message without the final dot. message: complete bytes, CRLF line ends, ending
   * in CRLF, not dot-stuffed. Resolves 'ready' when the relay said 354 and every byte is written; otherwise the
   * outcome, and the connection is clean for the next offer or not usable. May be called while a release is
   * awaiting its reply (the commands then travel with the dot). Never rejects.
   */
  offer(envelope: Envelope, message: Uint8Array): Promise<'ready' | DeliveryOutcome>
  /** The final dot. Only after 'ready'. Resolves with the outcome; waits up to ten minutes for it. Never rejects. */
  release(): Promise<DeliveryOutcome>
  /** Drops the connection without the dot, so the relay must forget the mail (RFC 5321 4.1.1.10). */
  abandon(): void
  /** Polite end; resolves when the socket is closed, at most after two seconds. */
  quit(): Promise<void>
}
