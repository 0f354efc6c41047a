/** From whom an address came: as a consent's own record tells, else as declared of the list. */
import type {ConsentFact} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import {foldWord} from '../contacts/fold-word.ts'
import type {ToldOrigin} from './origin-words.ts'
import {originTold} from './origin-words.ts'
import {proofOf} from './read-evidence.ts'

/** The record speaks before what is declared of the list; words of method and source count as its record. */
export function originOf(contact: ContactCase, consent: ConsentFact | null): ToldOrigin | null {
  if (consent === null) return contact.setting.origin
  const told = proofOf(contact, consent, 'origin')
  const own = told === null ? null : originTold(told)
  const route = own ?? (consent.method === null ? null : routeOf(consent.method))
  return route ?? (consent.source === null ? null : routeOf(consent.source)) ?? contact.setting.origin
}

/** Who collected the address, where that was somebody else than the sender; null where nobody is named. */
export function collectorOf(contact: ContactCase, consent: ConsentFact): string | null {
  const collector = proofOf(contact, consent, 'collector')
  if (collector === null) return null
  const folded = foldWord(collector)
  return contact.setting.senderNames.some((name) => foldWord(name) === folded) ? null : collector
}

/** Of a route only what is bad counts: "card" as a method is no declared origin. */
function routeOf(text: string): ToldOrigin | null {
  const told = originTold(text)
  return told === 'purchased' || told === 'scraped' ? told : null
}
