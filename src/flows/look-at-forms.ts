/** What whoever starts the server should know of its forms: where each answers, and what keeps it from doing so, or its consents weak. */
import {wordingAt} from '../core/consent/wordings.ts'
import type {SignUpSettings} from '../core/serving/sign-up-settings.ts'
import {formUrl} from '../core/serving/sign-up-settings.ts'
import type {SignUpDesk} from '../ports/sign-up-desk.ts'
import type {Clock} from '../ports/system.ts'
import {lawsNamed} from '../rulebook/laws.ts'

export interface FormNote {
  readonly form: string
  readonly url: string
  /** Name of its text where none of its versions is shown now: the form stays closed; else null. */
  readonly missing: string | null
  /** Duties that want a confirmation by mail of a form that asks for none; empty = nothing speaks against it. */
  readonly unconfirmed: readonly string[]
}

export interface FormsAsk {
  readonly signUp: SignUpSettings
  /** Ids. */
  readonly laws: readonly string[]
}

/** In the order of the settings. Throws STORE_*. */
export async function lookAtForms(
  {signUp, laws}: FormsAsk,
  {signUps, clock}: {readonly signUps: SignUpDesk; readonly clock: Clock},
): Promise<readonly FormNote[]> {
  const wanted = confirmationDuties(laws)
  const now = clock.now()
  return Promise.all(
    signUp.forms.map(async ({name, wording, isDouble}) => ({
      form: name,
      url: formUrl(signUp, name),
      missing: wordingAt(await signUps.wordings(wording), now) === null ? wording : null,
      unconfirmed: isDouble ? [] : wanted,
    })),
  )
}

function confirmationDuties(laws: readonly string[]): readonly string[] {
  const duties = lawsNamed(laws).flatMap((law) => law.duties)
  const isWanting = (only: unknown) => Array.isArray(only) && only.includes('single')
  return duties.filter((duty) => duty.rule === 'double-opt-in' && isWanting(duty.with?.only)).map(({id}) => id)
}
