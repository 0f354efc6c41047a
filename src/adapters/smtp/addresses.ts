/**
 * The only way an address gets into MAIL or RCPT: read once, strictly, in linear time. What could end the command,
 * or mean another mailbox than the caller meant, is refused and never mended.
 */

/** An addr-spec that may stand between < and >. Only readWireAddress makes one. */
export interface WireAddress {
  readonly text: string
  /** False: MAIL needs SMTPUTF8. */
  readonly isAscii: boolean
}

const MAX_LOCAL_BYTES = 64
const MAX_TOTAL_BYTES = 254
const BACKSLASH = 92
const QUOTE = 34
const AT = 64
const DOT = 46
const LESS = 60
const GREATER = 62

/** Controls, spaces, separators, direction marks and lone surrogates beyond ASCII. */
const UNSAFE_WIDE =
  /[\u0080-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]|\p{Surrogate}/u

const ATEXT = allow("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~")
const DOMAIN = allow('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-')

/**
 * text: a bare addr-spec; a local part that is no dot-atom (`a..b`) stands in quotes. No comments, routes, address
 * literals, spaces, angle brackets. Null when it may not go on the wire. Source: RFC 5321 sections 4.1.2 and 4.5.3.1,
 * RFC 6531 section 3.3, RFC 3696 errata 1690 for the 254 bytes.
 */
export function readWireAddress(text: string): WireAddress | null {
  const localEnd = text.charCodeAt(0) === QUOTE ? endOfQuoted(text) : endOfDotted(text, 0, ATEXT)
  if (localEnd <= 0 || text.charCodeAt(localEnd) !== AT) return null
  if (endOfDotted(text, localEnd + 1, DOMAIN) !== text.length) return null
  if (hasHyphenAtEdge(text, localEnd + 1)) return null
  const bytes = Buffer.byteLength(text)
  const isAscii = bytes === text.length
  if (bytes > MAX_TOTAL_BYTES) return null
  if ((isAscii ? localEnd : Buffer.byteLength(text.slice(0, localEnd))) > MAX_LOCAL_BYTES) return null
  if (!isAscii && UNSAFE_WIDE.test(text)) return null
  return {text, isAscii}
}

/** Index behind `word(.word)*`, or -1 when a word is empty. Beyond ASCII every character is a word's character here. */
function endOfDotted(text: string, start: number, allowed: Uint8Array): number {
  let wordStart = start
  let at = start
  for (; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === DOT) {
      if (at === wordStart) return -1
      wordStart = at + 1
    } else if (char < 128 && allowed[char] === 0) break
  }
  return at === wordStart ? -1 : at
}

/** Index behind the closing quote, or -1. Inside: visible characters but < and >; \ only before " and \. */
function endOfQuoted(text: string): number {
  for (let at = 1; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === QUOTE) return at + 1
    if (char === BACKSLASH) {
      const next = text.charCodeAt(++at)
      if (next !== QUOTE && next !== BACKSLASH) return -1
    } else if (char <= 32 || char === 127 || char === LESS || char === GREATER) return -1
  }
  return -1
}

function hasHyphenAtEdge(text: string, domainStart: number): boolean {
  return (
    text[domainStart] === '-' ||
    text.endsWith('-') ||
    text.indexOf('-.', domainStart) > 0 ||
    text.indexOf('.-', domainStart) > 0
  )
}

function allow(chars: string): Uint8Array {
  const allowed = new Uint8Array(128)
  for (const char of chars) allowed[char.charCodeAt(0)] = 1
  return allowed
}
