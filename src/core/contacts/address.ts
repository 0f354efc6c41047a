/**
 * One strict, linear address parser and the three forms of an address that are never mixed: what we send to,
 * what finds duplicates, and what only ever forbids (reliability.md B1, B4).
 */
import type {DomainFault, MailDomain} from './domain.ts'
import {readDomain} from './domain.ts'

export interface Address {
  /** What we send to: local part as given (NFC), domain as lower-case A-label; quotes of `"a..b"@` removed. */
  readonly address: string
  /**
   * Finds duplicates: address in lower case. Of several rows with one key the later wins field by field where it says
   * something; opt-outs and other protections only add up.
   */
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
  | DomainFault
  | 'empty'
  | 'no-at'
  | 'control-character'
  | 'local-empty'
  | 'local-too-long'
  | 'local-character'
  | 'local-dots'
  | 'local-quoted'
  | 'undecodable'

const ATEXT_DOTS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/
const UTF8_LOCAL = /^[\w!#$%&'*+/=?^`{|}~.\-\u00a1-\u{10ffff}]+$/u
const ASCII = /^[\x00-\x7f]*$/
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/
const UPPER = /[A-Z]/
/** C0, DEL, C1, separators, direction marks, soft hyphen, fillers, private use: whatever a reader does not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u
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
  if (text.charCodeAt(6) === COLON && /^mailto:/i.test(text)) text = text.slice('mailto:'.length)

  const at = text.lastIndexOf('@')
  if (at < 0) return 'no-at'
  const domain = readDomain(text.slice(at + 1))
  if (typeof domain === 'string') return domain
  const {name, isCarrier} = domain
  const before = text.slice(0, at)
  const local = readLocal(before, isCarrier)
  if (typeof local !== 'string') return local.fault

  // Most cells already are what they mean: then all three forms are the cell itself, and nothing is copied.
  const isAsIs = local === before && text.length === at + 1 + name.length && text.endsWith(name)
  const address = isAsIs ? text : `${local}@${name}`
  const isAscii = ASCII.test(local)
  if (address.length > 254 || (!isAscii && utf8Length(address) > 254)) return 'too-long'
  const key = isAscii ? (UPPER.test(local) ? address.toLowerCase() : address) : `${local.toLowerCase()}@${name}`
  return {
    address,
    key,
    suppressKey: isCarrier ? key : broadKey(key, domain, isAscii),
    domain: name,
    wasFolded: wasFolded || domain.hadWideDots,
    needsSmtpUtf8: !isAscii,
  }
}

const COLON = 0x3a

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
    // ≮ is < and a mark: whoever takes marks off must not find what we refuse.
    if (!UTF8_LOCAL.test(local) || !UTF8_LOCAL.test(local.normalize('NFD'))) return {fault: 'local-character'}
    // A mark at the beginning would join whatever is printed before the address.
    if (/^\p{M}/u.test(local)) return {fault: 'local-character'}
    if (utf8Length(local) > 64) return {fault: 'local-too-long'}
  } else if (local.length > 64) return {fault: 'local-too-long'}
  return !isCarrier && hasOddDots(local) ? {fault: 'local-dots'} : local
}

/** A dot at either end or two in a row: RFC 5321 allows that in quotes only; carriers issued such addresses. */
export function hasOddDots(local: string): boolean {
  return local.startsWith('.') || local.endsWith('.') || local.includes('..')
}

function broadKey(key: string, {name, isGmail}: MailDomain, isAscii: boolean): string {
  const plus = key.indexOf('+')
  // No + or one at the very beginning: there is no tag to cut.
  if (plus <= 0 && !isGmail && isAscii) return key
  let local = key.slice(0, key.length - name.length - 1)
  if (!isAscii) local = local.normalize('NFKC').toLowerCase()
  const tag = local.indexOf('+')
  if (tag > 0) local = local.slice(0, tag)
  if (!isGmail) return `${local}@${name}`
  return `${local.replaceAll('.', '')}@gmail.com`
}

/** The form for SMTP commands and headers: local parts that break the dot rules are quoted (RFC 5321 4.1.2). */
export function wireForm(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return hasOddDots(local) ? `"${local}"${address.slice(at)}` : address
}

function utf8Length(text: string): number {
  let length = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
