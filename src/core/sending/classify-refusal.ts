/**
 * Which refusals say that the address does not exist, so that nobody mails it again (rulebook D.3, class invalid).
 * Doubt is no reason: what may be about us, our mail or a full mailbox never counts.
 */
import {isCarrierDomain} from '../contacts/carrier-domains.ts'

export interface Refusal {
  readonly code: number | null
  /** Enhanced code, or '' when the relay gave none. */
  readonly enhanced: string
  readonly reply: string
  /** Domain of the recipient: A-label, lower case. */
  readonly domain: string
}

const HARD: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'])
/** Enhanced codes that say too little, so that the words decide. Source: RFC 3463 section 3.1. */
const VAGUE: ReadonlySet<string> = new Set(['', '5.0.0', '5.1.0'])
const WORDED_CODES: ReadonlySet<number> = new Set([550, 551, 553])
const NOBODY =
  /user unknown|unknown user|no such (?:user|recipient|mailbox|address)|nosuchuser|(?:user|recipient|mailbox|address|account)\b.{0,80}\b(?:does not|doesn't) exist|invalid recipient|宛先不明|存在しません/i
/** Words of refusals that are about the sender or its standing. */
const ABOUT_US = /sender|mail from|helo|client host|blocked|blocklist|blacklist|spam|policy|\bspf\b|\bdkim\b|\bdmarc\b/i

/** True when the address shall be suppressed at once. Carriers say 550 for a block too (carrier/550-ambiguous). */
export function isHardRefusal({code, enhanced, reply, domain}: Refusal): boolean {
  if (code === null || code < 500) return false
  if (isCarrierDomain(domain)) return enhanced === '5.1.1'
  if (HARD.has(enhanced)) return true
  return VAGUE.has(enhanced) && WORDED_CODES.has(code) && NOBODY.test(reply) && !ABOUT_US.test(reply)
}
