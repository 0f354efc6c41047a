/** Looks for a yes and a no of the same moment: one of them is wrong, and the no holds until somebody says which. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import {isYes} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

export const contradictingEvents: ContactRule = {
  id: 'contradicting-events',
  subject: 'contact',
  bad: [
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'withdrawn'}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused'}, {...fact, at: Date.UTC(2024, 0, 1)}, fact]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'withdrawn', at: fact.at! + 1}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'confirmed'}]},
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, at: null},
        {...fact, at: null, kind: 'refused'},
      ],
    },
    // Another topic is another question.
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, topic: 'news'},
        {...fact, topic: 'events', kind: 'refused'},
      ],
    },
    {...EXAMPLE_CASE, consents: []},
  ],
  check({consents}, _wanted, report) {
    for (let i = 1; i < consents.length; i += 1)
      for (let j = 0; j < i; j += 1) {
        if (!contradict(consents[i]!, consents[j]!)) continue
        report({key: 'contradicting-events.same-moment', verdict: 'withdrawn'})
        return
      }
  },
}

function contradict(a: ConsentFact, b: ConsentFact): boolean {
  if (a.at === null || a.at !== b.at || a.topic !== b.topic) return false
  return (isYes(a) && isNo(b)) || (isNo(a) && isYes(b))
}

function isNo({kind}: ConsentFact): boolean {
  return kind === 'refused' || kind === 'withdrawn'
}
