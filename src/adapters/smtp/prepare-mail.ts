/** Turns an envelope and a message into the exact lines and bytes for one relay, or refuses them before any is sent. */
import type {DeliveryOutcome, Envelope} from '../../ports/relay.ts'
import {readWireAddress} from './addresses.ts'
import type {Capabilities} from './capabilities.ts'
import {ownReply} from './describe-reply.ts'
import {lookAtMessage, stuffDots} from './wire-text.ts'

/** Lines without their CRLF; body: dot-stuffed, without the final dot. */
export interface PreparedMail {
  readonly mail: string
  readonly rcpt: string
  readonly body: Uint8Array
}

/**
 * A bad recipient or message is rejected; a bad sender, or content that the relay cannot carry for anyone, pauses.
 * SIZE, BODY and SMTPUTF8 are said only when offered. Source: RFC 1870, RFC 6152, RFC 6531.
 */
export function prepareMail(
  envelope: Envelope,
  message: Uint8Array,
  can: Capabilities,
): PreparedMail | DeliveryOutcome {
  const from = envelope.from === '' ? NULL_SENDER : readWireAddress(envelope.from)
  if (from === null) return {kind: 'pause', why: 'sender-invalid', reply: ownReply(553, '5.1.7', 'sender address')}
  const to = readWireAddress(envelope.to)
  if (to === null) return rejected(553, '5.1.3', 'recipient address')
  const needsUtf8 = envelope.needsSmtpUtf8 || !from.isAscii || !to.isAscii
  if (needsUtf8 && !can.smtpUtf8) return rejected(553, '5.6.7', 'the relay does not offer SMTPUTF8')
  if (can.maxSizeBytes !== null && envelope.sizeBytes > can.maxSizeBytes)
    return rejected(552, '5.3.4', `larger than the ${can.maxSizeBytes} bytes that the relay takes`)
  const look = lookAtMessage(message)
  if (look.fault !== null) return rejected(554, '5.6.0', look.fault)
  if (look.isEightBit && !can.eightBitMime)
    return {kind: 'pause', why: 'eight-bit-not-offered', reply: ownReply(554, '5.6.3', '8-bit content')}
  let mail = `MAIL FROM:<${from.text}>`
  if (can.size) mail += ` SIZE=${envelope.sizeBytes}`
  if (look.isEightBit) mail += ' BODY=8BITMIME'
  if (needsUtf8) mail += ' SMTPUTF8'
  return {mail, rcpt: `RCPT TO:<${to.text}>`, body: stuffDots(message, look.dotLines)}
}

const NULL_SENDER = {text: '', isAscii: true}

function rejected(code: number, enhanced: string, reason: string): DeliveryOutcome {
  return {kind: 'rejected', reply: ownReply(code, enhanced, reason)}
}
