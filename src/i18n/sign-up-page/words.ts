/**
 * The words of sign-up forms, of the pages that confirm, and of the mail with the link; the same in every language. {sender} is
 * the sender's legal name, {address} is masked, {topics} are names of the sender's, {day} a day written out.
 */
export interface SignUpWords {
  readonly title: string
  readonly address: string
  readonly optional: string
  readonly topics: string
  /** Above the text that is agreed to. */
  readonly agreeTo: string
  readonly agree: string
  readonly button: string
  readonly noteDouble: string
  readonly noteSingle: string
  /** Before the field that nobody sees. */
  readonly trap: string
  readonly lookAgain: string
  readonly stale: string
  readonly formBusy: string
  readonly addressMissing: string
  readonly addressBad: string
  readonly agreeMissing: string
  readonly topicsMissing: string
  readonly missing: string
  readonly tooLong: string
  readonly sentTitle: string
  readonly sent: string
  readonly sentMore: string
  readonly another: string
  readonly takenTitle: string
  readonly taken: string
  readonly closedTitle: string
  readonly closed: string
  readonly confirmTitle: string
  readonly confirm: string
  /** Where nothing is known of the address. */
  readonly confirmUnnamed: string
  readonly about: string
  readonly confirmButton: string
  readonly confirmNote: string
  readonly confirmedTitle: string
  readonly confirmed: string
  readonly leave: string
  readonly overtakenTitle: string
  readonly overtaken: string
  readonly expiredTitle: string
  readonly expired: string
  readonly again: string
  readonly mailSubject: string
  readonly mailAsked: string
  readonly mailConfirm: string
  readonly mailButton: string
  readonly mailUntil: string
  readonly mailIgnore: string
}
