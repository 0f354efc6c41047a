/** What a plan freezes of the mail itself: the run sends exactly this, whatever happens to the files afterwards. */
import type {CompiledPart} from '../templates/compile-part.ts'
import type {TransferEncoding} from './transfer-encoding.ts'

/** What the link of a mail that asks for consent leads to. */
export interface ConsentLink {
  /** Address before the token, with a slash at its end. */
  readonly url: string
  /** Form text that is agreed to: name and hash of the version. */
  readonly wording: string
  readonly wordingSha256: string
  /** Days for which the link works. */
  readonly days: number
  /** Legal name of the sender who asks. */
  readonly controller: string
}

/** iso-2022-jp is for old Japanese phones and mail programs. */
export type Charset = 'utf-8' | 'iso-2022-jp'

/** A picture or an attachment. */
export interface FrozenFile {
  /** As the reader sees it. */
  readonly name: string
  /** Media type. */
  readonly type: string
  /** Content-ID without brackets of a picture that the HTML shows; null = an attachment. */
  readonly cid: string | null
  /** Base64. */
  readonly content: string
}

/** Plain JSON. */
export interface SendContent {
  /** The leading one, for formats, e.g. ja. */
  readonly language: string
  readonly charset: Charset
  readonly subject: CompiledPart
  readonly html: CompiledPart | null
  readonly text: CompiledPart
  readonly files: readonly FrozenFile[]
  readonly from: {readonly name: string; readonly address: string}
  readonly replyTo: string | null
  readonly sender: {readonly name: string; readonly address: string; readonly contact: string}
  readonly optOut: {readonly url: string; readonly mailto: string}
  /** RFC 2919: `label.namespace`, stable over time. */
  readonly listId: string
  /** Campaign, list and sender words of Feedback-ID. */
  readonly feedbackId: string
  /** Where bounces go, a signed token behind a plus sign in its local part; null = to From, and the Message-ID is the key. */
  readonly bounces: string | null
  /** Where mailbox providers send complaints (RFC 9477); null = no such header. */
  readonly complaints: string | null
  /** The relay takes bodies of 8 bits (RFC 6152). */
  readonly eightBit: boolean
  /** Of mails of class consent-request alone. */
  readonly consent?: ConsentLink
}

/** As a plan froze it. */
export function readContent(json: string): SendContent {
  return JSON.parse(json) as SendContent
}

/** Names of the parts that change per recipient. */
export const SLOTS = [
  'to',
  'subject',
  'date',
  'messageId',
  'listUnsubscribe',
  'complaintKey',
  'textEncoding',
  'text',
  'htmlEncoding',
  'html',
] as const
export type SlotName = (typeof SLOTS)[number]

/**
 * A mail built once: stretches of ASCII bytes with a slot between each two. stretches has one more element than
 * slots. The header ends, empty line included, with the stretch of that index, at that offset.
 */
export interface MessageSkeleton {
  readonly stretches: readonly string[]
  readonly slots: readonly SlotName[]
  readonly headerEnd: {readonly stretch: number; readonly offset: number}
  readonly encodings: {readonly text: TransferEncoding; readonly html: TransferEncoding}
}
