/** What a plan freezes of the mail itself: the run sends exactly this, whatever happens to the files afterwards. */

/** marketing: advertising in the law's words. transactional: what the reader's own order or account calls for. */
export type MailClass = 'marketing' | 'transactional'

/** iso-2022-jp is for old Japanese phones and mail programs. */
export type Charset = 'utf-8' | 'iso-2022-jp'

export interface SendContent {
  readonly language: string
  readonly subject: string
  readonly html: string | null
  readonly text: string
  readonly from: {readonly name: string; readonly address: string}
  readonly replyTo: string | null
  readonly sender: {readonly name: string; readonly address: string; readonly contact: string}
  readonly optOut: {readonly url: string; readonly mailto: string}
  /** RFC 2919: `label.namespace`, stable over time. */
  readonly listId: string
  /** Campaign, list and sender words of Feedback-ID. */
  readonly feedbackId: string
}

/** Names of the parts that change per recipient, in the order they may occur. */
export const SLOTS = ['to', 'subject', 'date', 'messageId', 'listUnsubscribe', 'text', 'html'] as const
export type SlotName = (typeof SLOTS)[number]

/**
 * A mail built once: stretches of ASCII bytes with a slot between each two. stretches has one more element than
 * slots.
 */
export interface MessageSkeleton {
  readonly stretches: readonly string[]
  readonly slots: readonly SlotName[]
}
