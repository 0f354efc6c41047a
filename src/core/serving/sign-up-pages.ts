/** What the pages of forms and confirmation links show. Values only: the words and the look are the web server's. */
import type {FieldFault, TypedForm} from './read-sign-up.ts'
import type {SignUpForm} from './sign-up-settings.ts'

/** A text that is agreed to. language: BCP 47; null = not said. */
export interface ShownWording {
  readonly text: string
  readonly language: string | null
}

/** why: what the reader is told above the form; null = nothing. */
export interface FormView {
  readonly kind: 'form'
  readonly form: SignUpForm
  readonly wording: ShownWording
  readonly token: string
  readonly typed: TypedForm
  readonly faults: ReadonlyMap<string, FieldFault>
  readonly why: 'faults' | 'stale' | 'busy' | null
}

/** sent: a mail is on its way, as far as anybody is told. taken: the same for a form without confirmation. */
export interface SentView {
  readonly kind: 'sent' | 'taken'
  /** Masked. */
  readonly address: string
}

/** closed: no such form, or its text is not in the store. crowded: too many sign-ups from one network. busy: no store. */
export interface ClosedView {
  readonly kind: 'closed' | 'crowded' | 'busy'
}

/** confirm: may we? Of a link that is none of ours nothing is known. */
export interface ConfirmView {
  readonly kind: 'confirm'
  readonly address: string | null
  readonly topic: string | null
  readonly wording: ShownWording | null
}

/** again: address of the form; null = none. */
export interface ConfirmedView {
  readonly kind: 'confirmed' | 'overtaken' | 'expired'
  readonly address: string | null
  readonly again: string | null
}

/** broken: no link of ours. busy: the store cannot write. */
export interface ConfirmTroubleView {
  readonly kind: 'broken' | 'busy' | 'crowded'
}

export type FormPageView = FormView | SentView | ClosedView
export type ConfirmPageView = ConfirmView | ConfirmedView | ConfirmTroubleView
