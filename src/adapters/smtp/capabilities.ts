/** What a relay says it can do, read from its reply to EHLO. Unknown words are passed over. */

export interface Capabilities {
  readonly pipelining: boolean
  readonly eightBitMime: boolean
  readonly smtpUtf8: boolean
  readonly startTls: boolean
  readonly size: boolean
  /** Largest message in bytes; null when the relay names none (also for SIZE 0). */
  readonly maxSizeBytes: number | null
  /** Names of AUTH mechanisms in upper case. */
  readonly auth: readonly string[]
}

/** A relay that only knows HELO. */
export const NO_CAPABILITIES: Capabilities = {
  pipelining: false,
  eightBitMime: false,
  smtpUtf8: false,
  startTls: false,
  size: false,
  maxSizeBytes: null,
  auth: [],
}

/**
 * lines: the texts of the EHLO reply; the first is the relay's name and says nothing. `AUTH=PLAIN` of old servers
 * counts as `AUTH PLAIN`. Source: RFC 5321 section 4.1.1.1, RFC 1870 section 4, RFC 4954 section 3.
 */
export function readCapabilities(lines: readonly string[]): Capabilities {
  const words = new Map<string, string[]>()
  for (const line of lines.slice(1)) {
    const [keyword, ...rest] = line
      .toUpperCase()
      .replace(/^AUTH=/, 'AUTH ')
      .trim()
      .split(/\s+/)
    words.set(keyword!, [...(words.get(keyword!) ?? []), ...rest])
  }
  const size = words.get('SIZE')?.[0] ?? ''
  return {
    pipelining: words.has('PIPELINING'),
    eightBitMime: words.has('8BITMIME'),
    smtpUtf8: words.has('SMTPUTF8'),
    startTls: words.has('STARTTLS'),
    size: words.has('SIZE'),
    maxSizeBytes: /^\d{1,15}$/.test(size) && Number(size) > 0 ? Number(size) : null,
    auth: words.get('AUTH') ?? [],
  }
}
