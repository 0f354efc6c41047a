/**
 * The domain of an address: its A-label form and what follows from it. Few domains make up most of a list, so each
 * spelling is judged once and remembered.
 */
import {domainToASCII} from 'node:url'
import {isCarrierDomain} from './carrier-domains.ts'
import {remember} from './remember.ts'

export interface MailDomain {
  /** A-label, lower case, no dot at the end. */
  readonly name: string
  /** Carriers issued odd dots and know neither +tags nor folding (rulebook C.4). */
  readonly isCarrier: boolean
  /** Dots of the local part mean nothing there. */
  readonly isGmail: boolean
  /** True when a dot was written as 。 or ｡. */
  readonly hadWideDots: boolean
}

export type DomainFault =
  | 'space'
  | 'too-long'
  | 'domain-empty'
  | 'domain-no-dot'
  | 'domain-label'
  | 'domain-literal'
  | 'domain-numeric'
  | 'domain-character'

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Top-level domains are alphabetic or an A-label (RFC 3696 section 2, ICANN). */
const TOP_LABEL = /^(?:[a-z]{2,}|xn--.+)$/
const ASCII = /^[\x00-\x7f]*$/
/** ASCII that no domain holds; the runtime's IDN conversion would read a path, a port or an escape into it. */
const FOREIGN_TO_DOMAINS = /[\x00-\x2c\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]/
const GMAIL: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])

/** given: what stands after the last @, as written. Never throws. Source: RFC 5321 4.1.2, UTS 46. */
export const readDomain: (given: string) => MailDomain | DomainFault = remember(judge)

function judge(given: string): MailDomain | DomainFault {
  const raw = given.endsWith('.') ? given.slice(0, -1) : given
  if (raw === '') return 'domain-empty'
  if (raw[0] === '[') return 'domain-literal'
  if (/\s/.test(raw)) return 'space'
  if (FOREIGN_TO_DOMAINS.test(raw)) return 'domain-character'
  // The runtime's IDN conversion turns 0x7f.1 into an IP address, so ASCII domains pass through it only as A-labels.
  // It is nontransitional: faß.de stays apart from fass.de.
  const name = ASCII.test(raw) ? Buffer.from(raw.toLowerCase()).toString() : domainToASCII(raw.normalize('NFC'))
  if (name === '') return 'domain-character'
  if (name.length > 253) return 'too-long'
  const labels = name.split('.')
  if (labels.length < 2) return 'domain-no-dot'
  for (const label of labels) if (!LABEL.test(label)) return label === '' ? 'domain-empty' : 'domain-label'
  const last = labels.at(-1)!
  if (/^\d+$/.test(last)) return 'domain-numeric'
  if (!TOP_LABEL.test(last)) return 'domain-label'
  if (labels.some((label) => label.startsWith('xn--')) && domainToASCII(name) !== name) return 'domain-label'
  return {
    name,
    isCarrier: isCarrierDomain(name),
    isGmail: GMAIL.has(name),
    hadWideDots: /[\u3002\uff61]/.test(raw),
  }
}
