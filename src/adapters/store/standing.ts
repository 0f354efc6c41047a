/** Whether a contact may be mailed as far as the store knows, while an import changes that. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import {consentAt} from '../../core/contacts/consent.ts'
import type {ImportStatements} from './import-statements.ts'
import type {Person} from './suppression-lookup.ts'

/** No opt-out of all mail holds at that moment, and the last word was no refusal. */
export function canBeMailed(statements: ImportStatements, at: number, contactId: number, person: Person): boolean {
  const {optOuts} = statements
  return (
    optOuts.reasonFor(person, 'all', at, optOuts.algorithms()) === null &&
    !isRefused(eventsOf(statements, contactId), at)
  )
}

/** What the contact's last word would be with one more event; a no without a date counts from that moment. */
export function wouldSayNo(
  statements: ImportStatements,
  at: number,
  contactId: number,
  no: Pick<ConsentFact, 'kind' | 'at'>,
): boolean {
  return isRefused(
    [...eventsOf(statements, contactId), {...no, basis: null, topic: null, at: no.at ?? at} as ConsentFact],
    at,
  )
}

function eventsOf(statements: ImportStatements, contactId: number): readonly ConsentFact[] {
  return statements.standingOf.all(contactId) as unknown as readonly ConsentFact[]
}

function isRefused(events: readonly ConsentFact[], at: number): boolean {
  const kind = consentAt(events, at)?.kind
  return kind === 'refused' || kind === 'withdrawn'
}
