/** How long each step of the dialogue may take, in milliseconds. Source: RFC 5321 section 4.5.3.2. */

export interface Timeouts {
  /** Name look-up and TCP connection; also one TLS handshake. */
  readonly connectMs: number
  readonly greetingMs: number
  /** EHLO, STARTTLS, AUTH, MAIL, RCPT and RSET. */
  readonly commandMs: number
  readonly dataMs: number
  /** Each block of the body, until the kernel has taken it. */
  readonly bodyBlockMs: number
  /** The reply to the final dot: a short wait here makes duplicates. */
  readonly dotMs: number
  readonly quitMs: number
}

const MINUTE_MS = 60_000

export const DEFAULT_TIMEOUTS: Timeouts = {
  connectMs: 30_000,
  greetingMs: 5 * MINUTE_MS,
  commandMs: 5 * MINUTE_MS,
  dataMs: 2 * MINUTE_MS,
  bodyBlockMs: 3 * MINUTE_MS,
  dotMs: 10 * MINUTE_MS,
  quitMs: 2_000,
}
