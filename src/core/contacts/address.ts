/**
 * One strict, linear address parser and the three forms of an address that are never mixed: what we send to,
 * what finds duplicates, and what only ever forbids (reliability.md B1, B4).
 */
import {domainToASCII} from 'node:url'
import {isCarrierDomain} from './carrier-domains.ts'

export interface Address {
  /** What we send to: local part as given (NFC), domain as lower-case A-label; quotes of `"a..b"@` removed. */
  readonly address: string
  /** Finds duplicates: address in lower case. */
  readonly key: string
  /** Broad form for suppression: NFKC, lower case, cut at +, Gmail dots removed; carriers are never folded. */
  readonly suppressKey: string
  readonly domain: string
  /** True when full-width letters were folded to ASCII: worth telling, the file says something else. */
  readonly wasFolded: boolean
  /** True when the local part is not ASCII: the relay must offer SMTPUTF8 (RFC 6531). */
  readonly needsSmtpUtf8: boolean
}

export type AddressFault =
  | 'empty'
  | 'no-at'
  | 'control-character'
  | 'space'
  | 'local-empty'
  | 'local-too-long'
  | 'local-character'
  | 'local-dots'
  | 'local-quoted'
  | 'domain-empty'
  | 'domain-no-dot'
  | 'domain-label'
  | 'domain-literal'
  | 'domain-numeric'
  | 'domain-character'
  | 'too-long'
  | 'undecodable'

const ATEXT_DOTS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const ASCII = /^[\x00-\x7f]*$/
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/
/** C0, DEL, C1, separators, direction marks, soft hyphen, fillers: whatever a reader does not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
/** ASCII that no domain holds; the runtime's IDN conversion would read a path, a port or an escape into it. */
const FOREIGN_TO_DOMAINS = /[\x00-\x2c\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]/
const FULL_WIDTH = /[\uff01-\uff5e]/
const FULL_WIDTH_ALL = /[\uff01-\uff5e]/g

/** Never throws. Sources: RFC 5321 4.1.2 and 4.5.3.1, RFC 6531 3.3, rulebook carrier/rfc-violating-local-part. */
export function parseAddress(given: string): Address | AddressFault {
  let text = trimmed(given)
  if (text === '') return 'empty'
  if (text.length > 1000) return 'too-long'
  let wasFolded = false
  if (!PRINTABLE_ASCII.test(text)) {
    if (text.includes('\ufffd') || !text.isWellFormed()) return 'undecodable'
    if (INVISIBLE.test(text)) return 'control-character'
    wasFolded = FULL_WIDTH.test(text)
  }
  if (wasFolded) text = text.replace(FULL_WIDTH_ALL, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  if (/^mailto:/i.test(text)) text = text.slice('mailto:'.length)

  const at = text.lastIndexOf('@')
  if (at < 0) return 'no-at'
  const domain = readDomain(text.slice(at + 1))
  if (typeof domain !== 'string') return domain.fault
  const isCarrier = isCarrierDomain(domain)
  const local = readLocal(text.slice(0, at), isCarrier)
  if (typeof local !== 'string') return local.fault

  const address = `${local}@${domain}`
  const isAscii = ASCII.test(local)
  if (address.length > 254 || (!isAscii && utf8Length(address) > 254)) return 'too-long'
  const key = isAscii ? address.toLowerCase() : `${local.toLowerCase()}@${domain}`
  return {
    address,
    key,
    suppressKey: broadKey(key, domain, isCarrier, isAscii),
    domain,
    wasFolded,
    needsSmtpUtf8: !isAscii,
  }
}

/** Without blanks at both ends, zero-width ones included. A regular expression would be quadratic in a long cell. */
function trimmed(given: string): string {
  let text = given.trim()
  while (text.startsWith('\u200b') || text.endsWith('\u200b'))
    text = text.slice(+text.startsWith('\u200b'), text.endsWith('\u200b') ? -1 : undefined).trim()
  return text
}

export function isAddress(result: Address | AddressFault): result is Address {
  return typeof result !== 'string'
}

function readDomain(given: string): string | {fault: AddressFault} {
  const raw = given.endsWith('.') ? given.slice(0, -1) : given
  if (raw === '') return {fault: 'domain-empty'}
  if (raw[0] === '[') return {fault: 'domain-literal'}
  if (/\s/.test(raw)) return {fault: 'space'}
  if (FOREIGN_TO_DOMAINS.test(raw)) return {fault: 'domain-character'}
  // The runtime's IDN conversion turns 0x7f.1 into an IP address, so ASCII domains never pass through it.
  const domain = ASCII.test(raw) ? raw.toLowerCase() : domainToASCII(raw.normalize('NFC'))
  if (domain === '') return {fault: 'domain-character'}
  if (domain.length > 253) return {fault: 'too-long'}
  const labels = domain.split('.')
  if (labels.length < 2) return {fault: 'domain-no-dot'}
  for (const label of labels) if (!LABEL.test(label)) return {fault: label === '' ? 'domain-empty' : 'domain-label'}
  if (/^\d+$/.test(labels.at(-1)!)) return {fault: 'domain-numeric'}
  return domain
}

function readLocal(given: string, isCarrier: boolean): string | {fault: AddressFault} {
  let local = given
  if (local.startsWith('"')) {
    // Only what carriers issued is read from quotes: the quoted and the bare form are one address.
    if (!isCarrier || local.length < 3 || !local.endsWith('"')) return {fault: 'local-quoted'}
    local = local.slice(1, -1)
  }
  if (local === '') return {fault: 'local-empty'}
  if (/\s/.test(local)) return {fault: 'space'}
  if (!ATEXT_DOTS.test(local)) {
    if (ASCII.test(local)) return {fault: 'local-character'}
    local = local.normalize('NFC')
    if (!/^[\w!#$%&'*+/=?^`{|}~.\-\u00a1-\u{10ffff}]+$/u.test(local)) return {fault: 'local-character'}
    if (utf8Length(local) > 64) return {fault: 'local-too-long'}
  } else if (local.length > 64) return {fault: 'local-too-long'}
  const hasOddDots = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return hasOddDots && !isCarrier ? {fault: 'local-dots'} : local
}

/** Domains where dots of the local part mean nothing. */
const GMAIL = new Set(['gmail.com', 'googlemail.com'])

function broadKey(key: string, domain: string, isCarrier: boolean, isAscii: boolean): string {
  if (isCarrier) return key
  let local = key.slice(0, key.length - domain.length - 1)
  if (!isAscii) local = local.normalize('NFKC').toLowerCase()
  const plus = local.indexOf('+')
  if (plus > 0) local = local.slice(0, plus)
  if (!GMAIL.has(domain)) return `${local}@${domain}`
  return `${local.replaceAll('.', '')}@gmail.com`
}

/** The form for SMTP commands and headers: local parts that break the dot rules are quoted (RFC 5321 4.1.2). */
export function wireForm(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const hasOddDots = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return hasOddDots ? `"${local}"${address.slice(at)}` : address
}

function utf8Length(text: string): number {
  let length = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
