/** What each reply means, phase by phase: table A4 of the failure model as code. */
import type {DeliveryOutcome, RelayReply} from '../../ports/relay.ts'
import {describeReply} from './describe-reply.ts'
import type {RawReply} from './read-reply.ts'

export type Phase = 'greeting' | 'hello' | 'starttls' | 'auth' | 'mail' | 'rcpt' | 'data'

/** Enhanced codes of a MAIL refusal that are about this one message: too big (5.3.4, 5.2.3), address form (5.6.7). */
const ABOUT_THE_MESSAGE = new Set(['5.3.4', '5.2.3', '5.6.7'])

/**
 * Null: the dialogue goes on. 421 and replies that make no sense at this place are of kind connection, and the
 * connection must then be given up. Source: RFC 5321 sections 4.2 and 4.3.2, RFC 4954 section 6, RFC 3207 section 4.
 */
export function outcomeOfReply(phase: Phase, raw: RawReply): DeliveryOutcome | null {
  if (goesOn(phase, raw.code)) return null
  const reply = describeReply(raw)
  if (raw.code === 421) return {kind: 'connection', why: 'relay-closing', reply}
  if (raw.code >= 500) return outcomeOfRefusal(phase, reply)
  if (raw.code >= 400) return outcomeOfDelay(phase, reply)
  return {kind: 'connection', why: 'reply-out-of-place', reply}
}

/** The reply to the final dot. Anything but 2xx, 4xx and 5xx leaves the mail in doubt. Source: RFC 5321 section 4.2.5. */
export function outcomeOfDot(raw: RawReply): DeliveryOutcome {
  if (raw.code >= 300 && raw.code < 400) return {kind: 'in-doubt', why: 'reply-out-of-place'}
  const reply = describeReply(raw)
  if (raw.code >= 500) return {kind: 'rejected', reply}
  return {kind: raw.code >= 400 ? 'deferred' : 'accepted', reply}
}

function goesOn(phase: Phase, code: number): boolean {
  switch (phase) {
    case 'greeting':
    case 'starttls':
      return code === 220
    case 'hello':
      return code === 250
    case 'auth':
      return code === 235 || code === 334
    case 'data':
      return code === 354
    default:
      return code < 300
  }
}

function outcomeOfRefusal(phase: Phase, reply: RelayReply): DeliveryOutcome {
  switch (phase) {
    case 'greeting':
    case 'hello':
      return {kind: 'pause', why: 'relay-refuses-us', reply}
    case 'starttls':
      return {kind: 'pause', why: 'starttls-refused', reply}
    case 'auth':
      return {kind: 'pause', why: 'auth-refused', reply}
    case 'mail':
      if (reply.code === 552 || ABOUT_THE_MESSAGE.has(reply.enhanced)) return {kind: 'rejected', reply}
      return {kind: 'pause', why: 'sender-refused', reply}
    case 'rcpt':
      // 530 asks for AUTH, so it is about us; 552 means too many recipients here (RFC 5321 section 4.5.3.1.10).
      if (reply.code === 530) return {kind: 'pause', why: 'auth-wanted', reply}
      return {kind: reply.code === 552 ? 'deferred' : 'rejected', reply}
    case 'data':
      return {kind: 'rejected', reply}
  }
}

function outcomeOfDelay(phase: Phase, reply: RelayReply): DeliveryOutcome {
  switch (phase) {
    case 'greeting':
    case 'hello':
    case 'auth':
      return {kind: 'connection', why: 'relay-busy', reply}
    case 'starttls':
      return {kind: 'pause', why: 'starttls-refused', reply}
    default:
      return {kind: 'deferred', reply}
  }
}
