/** What a rule reports instead of guessing when a person has not declared a fact it needs (rulebook 0.3, H.2). */

import type {Asked} from '../dns-records/answer.ts'
import {questionOf} from '../dns-records/answer.ts'
import {keyOfFact} from '../laws/declared-facts.ts'
import type {Duty} from './duty.ts'

/** Findings with this key weigh 'info'. values: fact (its key), the file that holds it, and flag (its command line name). */
export const NOT_ASSESSED = 'lint.not-assessed'

const SETTINGS = 'todoke.yaml'
const FLAGS = {name: '--sender-name', address: '--sender-address', contact: '--sender-contact'} as const

export function notAssessed(fact: keyof typeof FLAGS) {
  return {key: NOT_ASSESSED, values: {fact: `sender.${fact}`, file: SETTINGS, flag: FLAGS[fact]}}
}

/** For a duty that would find something if it bound, and nobody has said whether it does. */
export function factNotAssessed({fact, is}: NonNullable<Duty['when']>) {
  return {key: NOT_ASSESSED, values: {fact: keyOfFact(fact), file: SETTINGS, flag: `--fact ${fact}=${is[0] ?? '…'}`}}
}

/** The label of a subject cannot be looked for where the mail has none yet: template.yaml or a title names it. */
export const SUBJECT_NOT_ASSESSED = {
  key: NOT_ASSESSED,
  values: {fact: 'subject', file: 'template.yaml', flag: '<title>'},
} as const

/** What a rule on a domain reports where DNS gave no answer: that something is missing must not be guessed from silence. */
export const NOT_ANSWERED = 'lint.not-answered'

export function notAnswered(asked: Asked<unknown>) {
  const why = asked.answer.state === 'unanswered' ? asked.answer.why : ''
  return {key: NOT_ANSWERED, values: {question: questionOf(asked), why}, question: questionOf(asked)}
}

/** A file that is only fetched when the user says so. flag: by which they do. */
export const NOT_FETCHED = 'lint.not-fetched'

/** DKIM keys are found by their selector, and DNS cannot be asked for a list of those. */
export const NO_SELECTOR = 'lint.no-selector'

export function selectorUnknown(domain: string) {
  return {key: NO_SELECTOR, question: questionOf({name: `*._domainkey.${domain}`, type: 'TXT'})}
}

export function isNotAssessed({key}: {readonly key: string}): boolean {
  return [NOT_ASSESSED, NOT_ANSWERED, NOT_FETCHED, NO_SELECTOR].includes(key)
}
