/**
 * Whether a mail asks for no more mail. A From address can be forged by anybody; stopping somebody by mistake is mended by
 * a new sign-up, mailing somebody who said no by nothing: in doubt between yes and no a person reads it, and nothing is dropped.
 */

import {anyOf, hasAny} from '../lint/find-phrases.ts'
import {fold} from '../lint/fold-text.ts'
import {REFUSAL_WORDS} from '../lint/phrases/opt-out-words.ts'
import {ownWords} from './own-words.ts'
import {AUTOMATIC, COMMANDS, DOUBTS, HINTS, REQUESTS, UNDELIVERED} from './phrases/mail-opt-outs.ts'

export interface ArrivedMail {
  /** As written in From; null when there is none that can be read. */
  readonly from: string | null
  /** To, Cc, Delivered-To and the like, in lower case. */
  readonly recipients: readonly string[]
  /** Decoded. */
  readonly subject: string
  /** Decoded, quotes and all. */
  readonly text: string
  /** Values of a header by its name in lower case. */
  header(name: string): readonly string[]
  /** Why it could not be read as a whole; null = it was. */
  readonly fault: MailFault | null
}

export type MailFault = 'too-big' | 'too-many-parts' | 'too-deep' | 'unreadable'

export type MailVerdict =
  | {readonly kind: 'opt-out'; readonly by: 'token' | 'words'}
  | {readonly kind: 'unsure'; readonly why: UnsureWhy}
  /** automatic: an answering machine. bounce, report: a mail system. other: no word of it. */
  | {readonly kind: 'automatic' | 'bounce' | 'report' | 'own' | 'other'}

export type UnsureWhy = MailFault | 'hint' | 'doubt' | 'no-sender' | 'to-opt-out-address' | 'no-text'

export interface OptOutPlaces {
  /** The address that opt-outs are sent to. */
  readonly mailto: string
  /** Addresses of ours: what they send is nobody's opt-out. In lower case. */
  readonly own: ReadonlySet<string>
}

const REQUEST = anyOf(REQUESTS)
const COMMAND = new RegExp(
  `^(?:(?:re|aw|sv|fwd?|tr|rv|返信|回复|回覆)\\s*[:：]\\s*)*(?:${Object.values(COMMANDS).flat().join('|')})[\\s.!。！]*$`,
  'iu',
)
const DOUBT = anyOf(DOUBTS)
const HINT = anyOf(HINTS, REFUSAL_WORDS)
const AUTO_SUBJECT = anyOf(AUTOMATIC)
const BOUNCE_SUBJECT = anyOf(UNDELIVERED)

const MOST_SUBJECT = 1000

/** hasToken: whether a token of ours that is signed and for opt-outs stands in the subject or an address. */
export function judgeMail(mail: ArrivedMail, hasToken: boolean, {mailto, own}: OptOutPlaces): MailVerdict {
  const subject = fold(mail.subject.slice(0, MOST_SUBJECT)).text.trim()
  if (isReport(mail)) return {kind: 'report'}
  if (isBounce(mail, subject)) return {kind: 'bounce'}
  // Nobody but the reader of that mail has it, or whoever the reader gave it to.
  if (hasToken) return {kind: 'opt-out', by: 'token'}
  if (mail.from !== null && own.has(mail.from.toLowerCase())) return {kind: 'own'}
  if (isAutomatic(mail, subject)) return {kind: 'automatic'}
  const written = fold(ownWords(mail.text)).text.trim()
  const verdict = byWords({subject, written, isToMailto: mail.recipients.includes(mailto.toLowerCase())})
  if (verdict.kind === 'other' && mail.fault !== null) return {kind: 'unsure', why: mail.fault}
  if (verdict.kind === 'opt-out' && mail.from === null) return {kind: 'unsure', why: 'no-sender'}
  return verdict
}

function byWords({
  subject,
  written,
  isToMailto,
}: {
  readonly subject: string
  readonly written: string
  readonly isToMailto: boolean
}): MailVerdict {
  const isReply = /^(re|aw|sv|antw|tr|rv|返信|回复|回覆)\s*[:：]/i.test(subject)
  // The subject of a reply is ours; only a command that stands alone there is the reader's.
  const ownSubject = isReply ? '' : subject
  const isCommand = COMMAND.test(subject) || COMMAND.test(written)
  const isRequest = isCommand || hasAny(REQUEST, written) || hasAny(REQUEST, ownSubject)
  const isDoubtful = hasAny(DOUBT, written) || hasAny(DOUBT, ownSubject)
  // A subject that is a command was written for that, whatever stands below it.
  if (isRequest) return isDoubtful && !COMMAND.test(subject) ? unsure('doubt') : {kind: 'opt-out', by: 'words'}
  // The address is there for nothing else.
  if (isToMailto) return written === '' && !isReply ? {kind: 'opt-out', by: 'words'} : unsure('to-opt-out-address')
  if (hasAny(HINT, written) || hasAny(HINT, ownSubject)) return unsure('hint')
  return written === '' && subject === '' ? unsure('no-text') : {kind: 'other'}
}

function unsure(why: UnsureWhy): MailVerdict {
  return {kind: 'unsure', why}
}

/** RFC 5965: a mailbox provider's complaint. */
function isReport({header}: ArrivedMail): boolean {
  return header('content-type').some((value) => /^multipart\/report\b/i.test(value) && /feedback-report/i.test(value))
}

/** RFC 3464 and what does not keep to it: the null return path, the names of mail systems, their subjects. */
function isBounce({header, from}: ArrivedMail, subject: string): boolean {
  const isDsn = header('content-type').some((value) => /^multipart\/report\b/i.test(value))
  const isNull = header('return-path').some((value) => value.trim() === '<>')
  const isDaemon = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/i.test(from ?? '')
  return isDsn || isDaemon || header('x-failed-recipients').length > 0 || (isNull && hasAny(BOUNCE_SUBJECT, subject))
}

/** RFC 3834 section 5, and the headers that came before it. */
function isAutomatic({header}: ArrivedMail, subject: string): boolean {
  const said = header('auto-submitted').some((value) => !/^no\b/i.test(value.trim()))
  const precedence = header('precedence').some((value) => /^(bulk|junk|list|auto_reply)/i.test(value.trim()))
  const old = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-vacation'].some((name) => header(name).length > 0)
  const isNull = header('return-path').some((value) => value.trim() === '<>')
  return said || precedence || old || isNull || hasAny(AUTO_SUBJECT, subject)
}
