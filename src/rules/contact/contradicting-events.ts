/** Looks for a yes and a no of the same moment: one of them is wrong, and the no holds until somebody says which. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import {isAbout, isNo, isYes} from '../../core/contacts/consent.ts'
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
  check({consents, setting}, _wanted, report) {
    if (consents.length < 2) return
    let [yeses, noes] = [0, 0]
    for (const event of consents) {
      if (event.at === null || !isAbout(event, setting.topic)) continue
      if (isYes(event)) yeses += 1
      else if (isNo(event)) noes += 1
    }
    if (yeses === 0 || noes === 0) return
    const refused = new Set<string>()
    for (const event of consents) if (event.at !== null && isNo(event)) refused.add(questionOf(event))
    for (const event of consents) {
      if (event.at === null || !isYes(event) || !isAbout(event, setting.topic)) continue
      if (!refused.has(questionOf(event))) continue
      report({key: 'contradicting-events.same-moment', verdict: 'withdrawn'})
      return
    }
  },
}

/** What two answers must share to contradict each other: their moment and their topic. */
function questionOf({at, topic}: ConsentFact): string {
  return `${at} ${topic ?? ''}`
}
