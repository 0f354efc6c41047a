/** Makes a reply of an untrusted relay fit for ledger, terminal and CSV: enhanced code apart, text cleaned and cut. */
import type {RelayReply} from '../../ports/relay.ts'
import type {RawReply} from './read-reply.ts'

const MAX_TEXT_BYTES = 512

/** C0, DEL, C1, line and paragraph separators, and the marks that turn the reading direction. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
const ENHANCED = /^([245])\.(\d{1,3})\.(\d{1,3})(?:[ \t]+|$)/

/**
 * The reply as the port promises it. enhanced: the code of the first line, only when its class is the first digit of
 * the reply; lines that repeat a code of that class lose it. Each unsafe character becomes a space.
 * Source: RFC 3463 section 2, RFC 2034 section 4.
 */
export function describeReply(raw: RawReply): RelayReply {
  const replyClass = String(raw.code)[0]
  let enhanced = ''
  const lines = raw.lines.map((line, index) => {
    const found = ENHANCED.exec(line)
    if (found === null || found[1] !== replyClass) return line
    if (index === 0) enhanced = found[0].trimEnd()
    return line.slice(found[0].length)
  })
  return {code: raw.code, enhanced, text: cutToBytes(lines.map(cleaned).join('\n'), MAX_TEXT_BYTES)}
}

/** A reply that no relay gave: why a mail was refused here, before anything was written. */
export function ownReply(code: number, enhanced: string, reason: string): RelayReply {
  return {code, enhanced, text: `not sent: ${reason}`}
}

function cleaned(line: string): string {
  return line.replace(UNSAFE, ' ').trim()
}

/** Cuts between characters, so that the result is valid UTF-8 of at most that many bytes. */
function cutToBytes(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  const bytes = Buffer.from(text)
  let end = maxBytes
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end)
}
