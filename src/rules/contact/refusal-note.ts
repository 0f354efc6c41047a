/** Looks for words beside a card or a published address that refuse advertising mail: then they are no basis. */
import {holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {refusesAdvertising} from '../../core/consent/refusal-notes.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact = {...EXAMPLE_FACT, basis: 'card' as const}
const noted = (note: string) => ({...EXAMPLE_CASE, consents: [{...fact, evidence: {note}}]})

export const refusalNote: ContactRule<{readonly basis: Basis}> = {
  id: 'refusal-note',
  subject: 'contact',
  exampleWith: {basis: 'card'},
  bad: [
    noted('広告メールは不要とのこと'),
    noted('営業メールお断り'),
    noted('営業目的のご連絡は禁止しております'),
    noted('特定電子メールの送信を拒否します'),
    noted('No unsolicited commercial e-mail, please.'),
    noted('Bitte keine Werbung'),
    noted(`${'あ'.repeat(1000)}広告お断り`),
  ],
  good: [
    noted('展示会にて交換'),
    noted('広告代理店にお勤め'),
    noted('Met at the marketing fair'),
    noted(' '),
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'consent', evidence: {note: '営業メールお断り'}}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {basis}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    const note = proofOf(contact, consent, 'note')
    if (note !== null && refusesAdvertising(note))
      report({key: 'refusal-note.refuses', values: {basis}, verdict: 'withdrawn'})
  },
}
