/** What the server asks of the store about sign-ups: they are kept, mailed, confirmed, and forgotten when nobody confirms. */
import type {ClientSeen, ConsentAsked} from '../core/consent/form-consent.ts'
import type {Wording} from '../core/consent/wordings.ts'
import type {Address} from '../core/contacts/address.ts'
import type {PageLanguage} from '../core/serving/page-language.ts'

/** What somebody asked for by a form. Plain JSON. */
export interface SignUpFacts extends Omit<ConsentAsked, 'recordId'> {
  readonly form: string
  readonly list: string
  readonly purposeNotice: string
  readonly language: PageLanguage
  /** By name of the field. */
  readonly values: Readonly<Record<string, string>>
  readonly client: ClientSeen
  /** The form counts without a confirmation, where nothing speaks against the person. */
  readonly isDouble: boolean
}

export interface SignUpOrder {
  /** 22 base64url characters: what the link carries. */
  readonly id: string
  readonly address: Address
  readonly facts: SignUpFacts
  /** UTC milliseconds. */
  readonly at: number
  readonly expiresAt: number
  /** No second mail to the address for so long. */
  readonly quietMs: number
}

/**
 * queued: a mail with the link will go out. taken: the person is on the list. quiet: one went out lately. barred: a complaint or a
 * legal demand forbids every mail. What it was is told to nobody outside.
 */
export type SignUpOutcome = 'queued' | 'taken' | 'quiet' | 'barred'

/** What a link was made for. */
export interface OpenRequest {
  readonly address: string
  readonly topic: string | null
  readonly wording: string
  readonly wordingSha256: string | null
  readonly language: PageLanguage | null
  /** Where to sign up once more; null for what no form asked. */
  readonly form: string | null
  readonly state: 'open' | 'confirmed' | 'overtaken' | 'expired'
}

export interface Confirmation {
  /** UTC milliseconds. */
  readonly at: number
  /** Address of the link without its token. */
  readonly url: string
  readonly client: ClientSeen
}

/** overtaken: the person opted out after asking, and that holds. gone: nothing is known of the request any more. */
export type ConfirmOutcome = 'confirmed' | 'known' | 'overtaken' | 'expired' | 'gone'

export interface SignUpDesk {
  /** Every version of form texts with that name, oldest first. Throws STORE_*. */
  wordings(name: string): Promise<readonly Wording[]>
  /** The text of that very version; null where it is not there. */
  wordingText(name: string, sha256: string): Promise<Wording | null>
  /** Resolves when it is on the disk. Rejects with STORE_*, and then nothing is written. */
  ask(order: SignUpOrder): Promise<SignUpOutcome>
  find(id: string, at: number): Promise<OpenRequest | null>
  /** Resolves when the consent is on the disk, now or before. */
  confirm(id: string, confirmation: Confirmation): Promise<ConfirmOutcome>
  /** The same for the link of a mail that a send of class consent-request brought. Ids as the token carries them. */
  findAsked(sendId: string, recipientId: string, at: number): Promise<OpenRequest | null>
  confirmAsked(sendId: string, recipientId: string, confirmation: Confirmation): Promise<ConfirmOutcome>
}

/** A mail with a link that is due. */
export interface DueMail {
  readonly id: string
  readonly address: string
  readonly facts: SignUpFacts
  readonly askedAt: number
  readonly expiresAt: number
  /** From 1. */
  readonly attempt: number
}

export type MailOutcome =
  | {readonly kind: 'sent' | 'refused' | 'in-doubt'}
  /** at: when it is tried again. */
  | {readonly kind: 'later'; readonly at: number}

export interface MailsWaiting {
  readonly count: number
  /** When the oldest was asked for, UTC milliseconds; null = none waits. */
  readonly since: number | null
}

/** The mails that wait for the relay. */
export interface SignUpMails {
  /** In order of their time. */
  due(at: number, most: number): Promise<readonly DueMail[]>
  /** Durable before the final dot: false when the mail may not leave any more. */
  mark(id: string, at: number): Promise<boolean>
  settle(id: string, outcome: MailOutcome): Promise<void>
  waiting(): Promise<MailsWaiting>
  /** Mails that a server left marked when it died are in doubt: they are not sent again. Returns how many. */
  closeUnfinished(): Promise<number>
  /** Forgets whoever did not confirm in time. Returns how many. */
  forget(at: number): Promise<number>
}
