/** What a rule reports instead of guessing when a person has not declared a fact it needs (rulebook 0.3, H.2). */
import {keyOfFact} from '../laws/declared-facts.ts'
import type {Duty} from './duty.ts'

/** Findings with this key weigh 'info'. values: fact (settings key) and flag (its command line name). */
export const NOT_ASSESSED = 'lint.not-assessed'

const FLAGS = {name: '--sender-name', address: '--sender-address', contact: '--sender-contact'} as const

export function notAssessed(fact: keyof typeof FLAGS) {
  return {key: NOT_ASSESSED, values: {fact: `sender.${fact}`, flag: FLAGS[fact]}}
}

/** For a duty that would find something if it bound, and nobody has said whether it does. */
export function factNotAssessed({fact, is}: NonNullable<Duty['when']>) {
  return {key: NOT_ASSESSED, values: {fact: keyOfFact(fact), flag: `--fact ${fact}=${is[0] ?? '…'}`}}
}

/** The label of a subject cannot be looked for where the mail has none yet: template.yaml or a title names it. */
export const SUBJECT_NOT_ASSESSED = {key: NOT_ASSESSED, values: {fact: 'subject', flag: '<title>'}} as const
