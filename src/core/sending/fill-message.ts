/**
 * Fills one mail: the skeleton's slots for one recipient. Gives the exact bytes, which depend on send, recipient,
 * content and Date alone, so that a resend is byte for byte the same.
 */
import {wireForm} from '../contacts/address.ts'
import type {TokenKey} from '../suppression/token.ts'
import {bounceTokenMaker, messageIdMaker, tokenMaker} from '../suppression/token.ts'
import type {Data, FillStop, Scope} from '../templates/fill-part.ts'
import {fillPart} from '../templates/fill-part.ts'
import {CONFIRM_NAME} from '../templates/offered-names.ts'
import type {CharsetWriter} from './charset.ts'
import {encodeWords} from './encode.ts'
import {isOneRecipient} from './header-fields.ts'
import type {MessageSkeleton, SendContent, SlotName} from './send-content.ts'
import type {EncodedBody} from './transfer-encoding.ts'
import {bodyFiller} from './transfer-encoding.ts'

export interface FillRecipient {
  readonly publicId: string
  readonly address: string
  /** JSON object of header to value. */
  readonly attributes: string
}

export interface FilledMessage {
  readonly bytes: Buffer
  /** The envelope's sender: where bounces of this very mail go. */
  readonly returnPath: string
}

export type FillResult = FilledMessage | FillStop

export type Filler = (recipient: FillRecipient, dateMs: number) => FillResult

/**
 * Header lines that go on top, each with its line end, '' for none. header: the lines of the mail's header with their line
 * ends, the empty line left out; body: as sent.
 */
export type HeaderSigner = (header: string, body: string, dateMs: number) => string

export interface FillSetup {
  readonly skeleton: MessageSkeleton
  readonly content: SendContent
  readonly charset: CharsetWriter
  readonly sendId: string
  readonly contentHash: string
  readonly key: TokenKey
  readonly sign: HeaderSigner
}

export function messageFiller(setup: FillSetup): Filler {
  const {skeleton, content, charset, sendId, key, sign} = setup
  const {language} = content
  const fill = {
    subject: fillPart(content.subject, 'subject', language),
    text: bodyFiller({part: content.text, kind: 'text', language, charset, encoding: skeleton.encodings.text}),
    html:
      content.html === null
        ? null
        : bodyFiller({part: content.html, kind: 'html', language, charset, encoding: skeleton.encodings.html}),
  }
  const token = tokenMaker(key, 'optout', sendId)
  const confirmToken = content.consent === undefined ? () => '' : tokenMaker(key, 'confirm', sendId)
  const bounceToken = bounceTokenMaker(key, sendId)
  const messageId = messageIds(setup)
  const {mailto} = content.optOut
  const page = optOutPage(content)
  const assemble = assembler(skeleton)
  const dateOf = dateWriter()
  const bounceParts = content.bounces === null ? null : splitAddress(content.bounces)

  return (recipient, dateMs) => {
    if (!isOneRecipient(recipient.address)) return {ok: false, why: 'control-character', name: 'email'}
    const opaque = token(recipient.publicId)
    const optOutUrl = page + opaque
    const data = JSON.parse(recipient.attributes) as Data
    const scope = scopeOf(content, optOutUrl, recipient.address, data, confirmToken(recipient.publicId))
    const subject = fill.subject(scope)
    if (!subject.ok) return subject
    const words = encodeWords(subject.text, 'Subject: '.length, charset)
    if (words === null) return {ok: false, why: 'not-in-charset', name: 'subject'}
    const text = fill.text(scope)
    if (!text.ok) return text
    const html: EncodedBody | null = fill.html === null ? null : fill.html(scope)
    if (html !== null && !html.ok) return html
    const bounce = bounceParts === null && content.complaints === null ? '' : bounceToken(recipient.publicId)
    const {header, body} = assemble({
      to: wireForm(recipient.address),
      subject: words,
      date: dateOf(dateMs),
      messageId: messageId(recipient.publicId),
      listUnsubscribe: `<${optOutUrl}>,\r\n <mailto:${mailto}?subject=unsubscribe%20${opaque}>`,
      complaintKey: bounce,
      textEncoding: text.encoding,
      text: text.body,
      htmlEncoding: html === null ? '' : html.encoding,
      html: html === null ? '' : html.body,
    })
    // ASCII but for bodies of 8 bits and an address with a local part beyond it, which SMTPUTF8 carries as UTF-8 (RFC 6532).
    const bytes = Buffer.from(`${sign(header, body, dateMs)}${header}\r\n${body}`, 'utf8')
    return {
      bytes,
      returnPath: bounceParts === null ? content.from.address : `${bounceParts.local}+${bounce}@${bounceParts.domain}`,
    }
  }
}

function assembler({stretches, slots, headerEnd}: MessageSkeleton) {
  const inHeader = slots.slice(0, headerEnd.stretch)
  const inBody = slots.slice(headerEnd.stretch)
  const split = stretches[headerEnd.stretch]!
  const headerTail = split.slice(0, headerEnd.offset)
  const bodyHead = split.slice(headerEnd.offset + 2)
  return (filled: Readonly<Record<SlotName, string>>): {header: string; body: string} => {
    let header = ''
    for (let at = 0; at < inHeader.length; at += 1) header += stretches[at]! + filled[inHeader[at]!]
    let body = bodyHead
    for (let at = 0; at < inBody.length; at += 1) body += filled[inBody[at]!] + stretches[headerEnd.stretch + at + 1]!
    return {header: header + headerTail, body}
  }
}

/** Address of the opt-out page but for the token at its end. */
export function optOutPage({optOut}: Pick<SendContent, 'optOut'>): string {
  return optOut.url.endsWith('/') ? optOut.url : `${optOut.url}/`
}

/** The Message-ID of each recipient, by public id, as it stands in the header. */
export function messageIds(
  setup: Pick<FillSetup, 'content' | 'sendId' | 'contentHash' | 'key'>,
): (publicId: string) => string {
  const {domain} = splitAddress(setup.content.from.address)
  const local = messageIdMaker(setup.key, setup.sendId, setup.contentHash)
  return (publicId) => `<${local(publicId)}@${domain}>`
}

/** What the names of a template stand for in the mail to one contact. */
export function scopeOf(
  content: Pick<SendContent, 'sender' | 'consent'>,
  optOutUrl: string,
  address: string,
  data: Data,
  confirmToken = '',
): Scope {
  const {consent} = content
  return {
    data,
    builtIn: (name) =>
      name === CONFIRM_NAME && consent !== undefined
        ? consent.url + confirmToken
        : builtIn(name, content, optOutUrl, address),
  }
}

function builtIn(
  name: string,
  {sender}: Pick<SendContent, 'sender'>,
  optOutUrl: string,
  address: string,
): string | undefined {
  switch (name) {
    case 'unsubscribe_url':
      return optOutUrl
    case 'sender.name':
      return sender.name
    case 'sender.address':
      return sender.address
    case 'sender.contact':
      return sender.contact
    case 'email':
      return address
    default:
      return undefined
  }
}

function splitAddress(address: string): {local: string; domain: string} {
  const at = address.lastIndexOf('@')
  return {local: address.slice(0, at), domain: address.slice(at + 1)}
}

/** The same second is asked for by thousands of mails. */
function dateWriter(): (ms: number) => string {
  let second = Number.NaN
  let written = ''
  return (ms) => {
    const now = Math.floor(ms / 1000)
    if (now !== second) written = mailDate(ms)
    second = now
    return written
  }
}

/** RFC 5322 3.3, in UTC: "Mon, 23 Nov 2026 09:00:00 +0000". */
function mailDate(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000')
}
