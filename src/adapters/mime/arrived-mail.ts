/**
 * A mail that came in from anybody, taken apart by a library of others under the caps of reliability.md B4: 10 MB, 1,000
 * parts, 10 levels. Any bytes are read; what cannot be is told as a fault, with as much as the beginning says.
 */
import {createHash} from 'node:crypto'
import type {RawEmail} from 'postal-mime'
import PostalMime, {addressParser} from 'postal-mime'
import type {ArrivedMail, MailFault} from '../../core/suppression/mail-opt-out.ts'
import type {InboxMail} from '../../ports/mailboxes.ts'
import {textOfReply} from './reply-text.ts'

export const MOST_MAIL_BYTES = 10 * 1024 * 1024
const MOST_PARTS = 1000
const MOST_DEPTH = 10
const MOST_HEADER_BYTES = 256 * 1024
/** Of a mail that is not read as a whole. */
const BEGINNING_BYTES = 64 * 1024

/** bytes: of a mail over the limit, its beginning. */
export async function readArrived(bytes: Uint8Array, place: string, isWhole: boolean): Promise<InboxMail> {
  const fault = isWhole ? null : 'too-big'
  const found = fault ?? (hasTooManyParts(bytes) ? 'too-many-parts' : null)
  if (found !== null) return asArrived(await parse(bytes.subarray(0, BEGINNING_BYTES)), bytes, place, found)
  try {
    return asArrived(await parse(bytes), bytes, place, null)
  } catch (error) {
    const isDeep = error instanceof Error && /nesting depth/i.test(error.message)
    return asArrived(await headersOnly(bytes), bytes, place, isDeep ? 'too-deep' : 'unreadable')
  }
}

type Parsed = Awaited<ReturnType<typeof parse>>

function parse(bytes: Uint8Array) {
  return PostalMime.parse(bytes as RawEmail, {maxNestingDepth: MOST_DEPTH, maxHeadersSize: MOST_HEADER_BYTES})
}

/** Null where not even they can be read. */
async function headersOnly(bytes: Uint8Array): Promise<Parsed | null> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, BEGINNING_BYTES)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  // Without its type the body is read as nothing.
  const kept = text.slice(0, end).replace(/^content-type:.*(\r?\n[ \t].*)*$/gim, 'X-Left-Out: 1')
  return parse(Buffer.from(`${kept}\r\n\r\n`, 'latin1')).catch(() => null)
}

function asArrived(parsed: Parsed | null, bytes: Uint8Array, place: string, fault: MailFault | null): InboxMail {
  const values = new Map<string, string[]>()
  for (const {key, value} of parsed?.headers ?? []) {
    const known = values.get(key)
    if (known === undefined) values.set(key, [value])
    else known.push(value)
  }
  const header: ArrivedMail['header'] = (name) => values.get(name) ?? []
  const recipients = RECIPIENTS.flatMap((name) => header(name).flatMap(addressesOf))
  return {
    place,
    id: createHash('sha256')
      .update(header('message-id')[0]?.trim() || bytes)
      .digest('hex')
      .slice(0, 16),
    arrivedAt: momentOf(header),
    from: header('from').flatMap(addressesOf)[0] ?? null,
    recipients: [...new Set(recipients.map((address) => address.toLowerCase()))],
    subject: parsed?.subject ?? '',
    text: parsed === null ? '' : textOfReply(parsed.text ?? '', parsed.html ?? ''),
    header,
    fault,
  }
}

const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'] as const

function addressesOf(value: string): readonly string[] {
  return addressParser(value, {flatten: true}).flatMap(({address}) => (address ? [address] : []))
}

/** The newest Received line is of our own server; Date is the sender's word. */
function momentOf(header: ArrivedMail['header']): number | null {
  const stamps = [header('received')[0]?.split(';').at(-1), header('date')[0]]
  for (const stamp of stamps) {
    const moment = Date.parse((stamp ?? '').replace(/\([^()]*\)/g, '').trim())
    if (!Number.isNaN(moment)) return moment
  }
  return null
}

function hasTooManyParts(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = raw.indexOf('\n--'); at >= 0; at = raw.indexOf('\n--', at + 3)) {
    // A signature, or a line drawn of dashes, begins no part.
    if (raw[at + 3] !== 0x2d && raw[at + 3] !== 0x20 && raw[at + 3] !== 0x0a && raw[at + 3] !== 0x0d) count += 1
    if (count > MOST_PARTS) return true
  }
  return false
}
