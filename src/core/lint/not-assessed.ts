/** What a rule reports instead of guessing when a person has not declared a fact it needs (rulebook 0.3, H.2). */

/** Findings with this key weigh 'info'. values: fact (settings key) and flag (its command line name). */
export const NOT_ASSESSED = 'lint.not-assessed'

const FLAGS = {name: '--sender-name', address: '--sender-address', contact: '--sender-contact'} as const

export function notAssessed(fact: keyof typeof FLAGS) {
  return {key: NOT_ASSESSED, values: {fact: `sender.${fact}`, flag: FLAGS[fact]}}
}
