/** Looks for addresses that came by a way on which nobody consents: bought lists, collected or made-up addresses. */
import {standingEvent} from '../../core/consent/read-evidence.ts'
import {originOf} from '../../core/consent/received.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const bought = {...NO_SETTING, origin: 'purchased' as const}

/**
 * refused: origins as declared (rulebook 0.3), and 'scraped' for what was collected or made up. A contact's own record
 * speaks before what is declared of the list; words of method and source count as its record.
 */
export const listOrigin: ContactRule<{readonly refused: readonly string[]}> = {
  id: 'list-origin',
  subject: 'contact',
  exampleWith: {refused: ['purchased', 'scraped']},
  bad: [
    {...EXAMPLE_CASE, setting: bought, consents: []},
    {...EXAMPLE_CASE, setting: bought, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {origin: 'Purchased'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {origin: '名簿業者より'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, source: '購入リスト'}]},
    {...EXAMPLE_CASE, consents: [{...fact, method: 'scraped'}]},
    {...EXAMPLE_CASE, consents: [{...fact, source: 'co-registration partner'}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: []},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, source: 'EC サイト購入者'}]},
    {...EXAMPLE_CASE, consents: [{...fact, source: 'purchase'}]},
    {...EXAMPLE_CASE, setting: bought, consents: [{...fact, evidence: {origin: 'own-form'}}]},
    {...EXAMPLE_CASE, setting: {...NO_SETTING, origin: 'card'}, consents: [fact]},
  ],
  check(contact, {refused}, report) {
    const origin = originOf(contact, standingEvent(contact))
    if (origin !== null && refused.some((each) => each === origin || (origin === 'scraped' && MADE_UP.includes(each))))
      report({
        key: `list-origin.${origin === 'purchased' || origin === 'scraped' ? origin : 'refused'}`,
        verdict: 'missing',
      })
  },
}

/** Other names duties have for what is collected by programs. */
const MADE_UP: readonly string[] = ['harvested', 'generated']
