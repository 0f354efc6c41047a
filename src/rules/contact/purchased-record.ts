/** Looks whether addresses that were bought come with the record of their receipt (APPI art. 30 and its like). */
import {originTold} from '../../core/consent/origin-words.ts'
import {evidenceAnswer, proofOf, standingEvent} from '../../core/consent/read-evidence.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const bought = {...NO_SETTING, origin: 'purchased' as const}
const record = {collector: '株式会社名簿', collector_acquired_how: 'アンケート', ppc_published: 'yes'}

/** fields: of the evidence, all of them, and none a no. A consent that names a collector was received from a third party, too. */
export const purchasedRecord: ContactRule<{readonly fields: readonly string[]}> = {
  id: 'purchased-record',
  subject: 'contact',
  exampleWith: {fields: ['collector', 'collector_acquired_how', 'ppc_published']},
  bad: [
    {...EXAMPLE_CASE, setting: bought, consents: []},
    {...EXAMPLE_CASE, setting: bought, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {origin: 'purchased', collector: '株式会社名簿'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, source: '名簿購入'}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {collector: '株式会社名簿'}}]},
    {...EXAMPLE_CASE, setting: bought, consents: [{...fact, evidence: {...record, ppc_published: 'no'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, setting: bought, consents: [{...fact, evidence: record}]},
    {...EXAMPLE_CASE, setting: bought, consents: [{...fact, evidence: {origin: 'own-form'}}]},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {fields}, report) {
    const consent = standingEvent(contact)
    if (!isReceived(contact, consent)) return
    for (const name of fields) {
      const text = consent === null ? null : proofOf(contact, consent, name)
      if (text !== null && evidenceAnswer(text) !== false) continue
      report({key: 'purchased-record.missing', values: {evidence: name}, verdict: 'missing'})
      return
    }
  },
}

function isReceived(contact: ContactCase, consent: ConsentFact | null): boolean {
  if (consent === null) return contact.setting.origin === 'purchased'
  const told = proofOf(contact, consent, 'origin')
  const origin = told === null ? null : originTold(told)
  if (origin !== null) return origin === 'purchased'
  if (consent.method !== null && originTold(consent.method) === 'purchased') return true
  if (consent.source !== null && originTold(consent.source) === 'purchased') return true
  return contact.setting.origin === 'purchased' || proofOf(contact, consent, 'collector') !== null
}
