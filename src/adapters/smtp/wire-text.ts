/**
 * The last look at a message before it leaves: nothing in it may end the mail early or start a second one
 * ("SMTP smuggling"). Clean messages pass without being copied.
 */

export type MessageFault = 'bare CR or LF' | 'NUL byte' | 'line longer than 998 bytes' | 'no CRLF at the end'

export interface MessageLook {
  readonly fault: MessageFault | null
  /** How many lines begin with a dot. */
  readonly dotLines: number
  readonly isEightBit: boolean
}

const MAX_LINE_BYTES = 998
const NUL = 0
const LF = 10
const CR = 13
const DOT = 46

/**
 * One pass over the bytes. NUL is refused because lenient servers drop it, which would turn CRLF NUL . CRLF into an
 * end. Source: RFC 5321 sections 2.3.8, 4.1.1.4 and 4.5.3.1.6; RFC 5322 section 2.1.1.
 */
export function lookAtMessage(message: Uint8Array): MessageLook {
  const length = message.length
  let dotLines = length > 0 && message[0] === DOT ? 1 : 0
  let lineStart = 0
  let bits = 0
  for (let at = 0; at < length; at++) {
    const byte = message[at]!
    bits |= byte
    if (byte > CR) continue
    if (byte === CR) {
      if (at + 1 === length || message[at + 1] !== LF) return faulty('bare CR or LF')
      if (at - lineStart > MAX_LINE_BYTES) return faulty('line longer than 998 bytes')
      at++
      lineStart = at + 1
      if (lineStart < length && message[lineStart] === DOT) dotLines++
    } else if (byte === LF) return faulty('bare CR or LF')
    else if (byte === NUL) return faulty('NUL byte')
  }
  if (length === 0 || lineStart !== length) return faulty('no CRLF at the end')
  return {fault: null, dotLines, isEightBit: bits > 127}
}

/** Doubles the dot of each line that begins with one. dotLines: as counted by lookAtMessage, for the exact length. */
export function stuffDots(message: Uint8Array, dotLines: number): Uint8Array {
  if (dotLines === 0) return message
  const stuffed = Buffer.allocUnsafe(message.length + dotLines)
  let from = 0
  let to = 0
  for (let at = 0; at < message.length; at++) {
    if (message[at] !== DOT || (at > 0 && message[at - 1] !== LF)) continue
    stuffed.set(message.subarray(from, at + 1), to)
    to += at + 1 - from
    from = at
  }
  stuffed.set(message.subarray(from), to)
  return stuffed
}

function faulty(fault: MessageFault): MessageLook {
  return {fault, dotLines: 0, isEightBit: false}
}
