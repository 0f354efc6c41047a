/**
 * The words of the opt-out page, the same in every language of it. {address} is masked, {topic} a name of the sender's, {day} a
 * day written out.
 */
export interface OptOutWords {
  readonly title: string
  readonly ask: string
  /** Where nothing is known of the address. */
  readonly askUnnamed: string
  readonly choose: string
  readonly topic: string
  readonly topicMore: string
  readonly all: string
  readonly allMore: string
  readonly pause: string
  readonly pauseMore: string
  readonly button: string
  readonly note: string
  readonly doneTitle: string
  readonly holdsAll: string
  readonly holdsTopic: string
  readonly holdsAllUntil: string
  readonly holdsTopicUntil: string
  /** Where the address is not known. */
  readonly holdsUnnamed: string
  readonly holdsUnnamedUntil: string
  readonly holdsNothing: string
  readonly underWay: string
  readonly again: string
  readonly signUp: string
  readonly noUndo: string
  readonly brokenTitle: string
  readonly broken: string
  readonly unclearTitle: string
  readonly unclear: string
  readonly back: string
  readonly busyTitle: string
  readonly busy: string
  readonly crowdedTitle: string
  readonly crowded: string
  /** {mailto} a mail address. */
  readonly byMail: string
  readonly from: string
  readonly contact: string
}
