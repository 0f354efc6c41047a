/** Looks for addresses that a program made up: counted out, or a dictionary tried at one domain. */
import type {AddressPattern, PatternKind} from '../../core/contacts/address-judge.ts'
import {placeLabel} from '../../core/contacts/audited-contact.ts'
import type {AddressesRule} from '../../core/lint/rule.ts'

const pattern: AddressPattern = {kind: 'numbers', domain: 'example.jp', count: 999, samples: [placeLabel(2)]}

export const generatedAddresses: AddressesRule<{readonly kinds: readonly PatternKind[]}> = {
  id: 'generated-addresses',
  subject: 'addresses',
  bad: [[pattern], [{...pattern, kind: 'letters', count: 26}], [{...pattern, kind: 'functions', count: 12}]],
  good: [[]],
  check(patterns, wanted, report) {
    for (const {kind, domain, count, samples} of patterns) {
      if (!wanted.kinds.includes(kind)) continue
      report({key: `generated-addresses.${kind}`, values: {domain}, count, samples})
    }
  },
}
