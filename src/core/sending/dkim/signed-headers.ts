/**
 * Which headers a signature covers, and how often. Every header of the mail is signed, but for traces of its way and for
 * those the relay writes anew; those a reader or a machine goes by are named once more than they occur, so that a second
 * one, put in on the way, breaks the signature.
 * Source: RFC 6376 sections 5.4 and 8.15, RFC 8058 section 4 (both List-Unsubscribe headers), rulebook dkim/sign.
 */

/** Named once more than they occur, also when they do not occur. */
const OVERSIGNED = [
  'From',
  'Subject',
  'To',
  'Reply-To',
  'Cc',
  'Date',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'MIME-Version',
  'Content-Type',
] as const

/** Added, changed or removed on the way (RFC 6376 section 5.4.1). */
const NEVER_SIGNED: ReadonlySet<string> = new Set([
  'return-path',
  'received',
  'dkim-signature',
  'authentication-results',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
  'bcc',
])

/** From makes it the sender's signature; without the other two no reader is offered one-click opt-out. */
export const MUST_BE_SIGNED: ReadonlySet<string> = new Set(['from', 'list-unsubscribe', 'list-unsubscribe-post'])

export interface Coverage {
  /** Names for h=, in lower case. */
  readonly names: readonly string[]
  /** Places in the header block, in the order in which they are hashed. */
  readonly places: readonly number[]
}

/** names: of the header block, in lower case. rewrites: what the relay writes anew, in any case. */
export function coverage(names: readonly string[], rewrites: readonly string[]): Coverage {
  const left = new Set([...NEVER_SIGNED, ...rewrites.map((name) => name.toLowerCase())])
  const signed: string[] = []
  const places: number[] = []
  // Of several headers with one name the last is taken first (RFC 6376 section 5.4.2).
  for (const name of new Set(names)) {
    if (left.has(name)) continue
    for (let at = names.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : names.lastIndexOf(name, at - 1)) {
      signed.push(name)
      places.push(at)
    }
  }
  const more = OVERSIGNED.map((name) => name.toLowerCase()).filter((name) => !left.has(name))
  return {names: [...signed, ...more], places}
}
