/**
 * Fills one mail: the skeleton's slots for one recipient. Gives the exact bytes, which depend on send, recipient,
 * content and Date alone, so that a resend is byte for byte the same.
 */
import {wireForm} from '../contacts/address.ts'
import type {TokenKey} from '../suppression/token.ts'
import {messageIdMaker, tokenMaker} from '../suppression/token.ts'
import type {CompiledPart, Filled} from '../templates/compile-part.ts'
import {compilePart, fillPart} from '../templates/compile-part.ts'
import {base64Lines, encodeWords} from './encode.ts'
import type {MessageSkeleton, SendContent, SlotName} from './send-content.ts'

export interface FillRecipient {
  readonly publicId: string
  readonly address: string
  /** JSON object of header to value. */
  readonly attributes: string
}

export interface FilledMessage {
  readonly bytes: Buffer
}

export type FillResult = FilledMessage | Extract<Filled, {ok: false}>

export type Filler = (recipient: FillRecipient, dateMs: number) => FillResult

export interface FillSetup {
  readonly skeleton: MessageSkeleton
  readonly content: SendContent
  readonly sendId: string
  readonly contentHash: string
  readonly key: TokenKey
}

export function messageFiller({skeleton, content, sendId, contentHash, key}: FillSetup): Filler {
  const parts = {
    subject: compilePart(content.subject, 'subject', null).part,
    text: compilePart(content.text, 'text', null).part,
    html: content.html === null ? null : compilePart(content.html, 'html', null).part,
  }
  const token = tokenMaker(key, 'optout', sendId)
  const messageId = messageIds({content, sendId, contentHash, key})
  const {url, mailto} = content.optOut
  const base = url.endsWith('/') ? url : `${url}/`

  return (recipient, dateMs) => {
    const attributes = JSON.parse(recipient.attributes) as Record<string, string>
    const opaque = token(recipient.publicId)
    const optOutUrl = base + opaque
    const valueFor = (name: string): string =>
      builtIn(name, content, optOutUrl, recipient.address) ?? ownValue(attributes, name)
    const filled: Partial<Record<SlotName, string>> = {
      to: wireForm(recipient.address),
      date: mailDate(dateMs),
      messageId: messageId(recipient.publicId),
      listUnsubscribe: `<${optOutUrl}>,\r\n <mailto:${mailto}?subject=unsubscribe%20${opaque}>`,
    }
    for (const slot of skeleton.slots) {
      if (slot !== 'subject' && slot !== 'text' && slot !== 'html') continue
      const result = fillPart(parts[slot] as CompiledPart, slot, valueFor)
      if (!result.ok) return result
      filled[slot] =
        slot === 'subject' ? encodeWords(result.text, 'Subject: '.length) : base64Lines(withCrlf(result.text))
    }
    let message = skeleton.stretches[0]!
    for (const [at, slot] of skeleton.slots.entries()) message += filled[slot]! + skeleton.stretches[at + 1]!
    // ASCII but for an address with a local part beyond it, which SMTPUTF8 carries as UTF-8 (RFC 6532).
    return {bytes: Buffer.from(message, 'utf8')}
  }
}

/** The Message-ID of each recipient, by public id, as it stands in the header. */
export function messageIds(setup: Omit<FillSetup, 'skeleton'>): (publicId: string) => string {
  const {address} = setup.content.from
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const local = messageIdMaker(setup.key, setup.sendId, setup.contentHash)
  return (publicId) => `<${local(publicId)}@${domain}>`
}

/** What Todoke itself fills; undefined for the list's own names. */
export function builtIn(name: string, content: SendContent, optOutUrl: string, address: string): string | undefined {
  switch (name) {
    case 'unsubscribe_url':
      return optOutUrl
    case 'sender.name':
      return content.sender.name
    case 'sender.address':
      return content.sender.address
    case 'sender.contact':
      return content.sender.contact
    case 'email':
      return address
    default:
      return undefined
  }
}

/** Own properties only: a header named toString must not find the object's method. */
export function ownValue(attributes: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(attributes, name) ? attributes[name]! : ''
}

function withCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n')
}

/** RFC 5322 3.3, in UTC: "Mon, 23 Nov 2026 09:00:00 +0000". */
export function mailDate(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000')
}
