/** Everything held on one person, for a disclosure request (個人情報保護法 33条, GDPR art. 15). Changes nothing. */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {AppError} from '../errors.ts'
import type {HeldData, HeldSignUp, Tombstone} from '../ports/person-store.ts'
import type {Store} from '../ports/store.ts'
import type {ConsentAnswer, ShowConsentAsk} from './show-consent.ts'
import {showConsent} from './show-consent.ts'

export interface ContactAnswer {
  /** What `consent show` tells: events with proof and origin, lists, mails, how long proof is kept. */
  readonly consent: ConsentAnswer
  /** Null when no contact has the address. */
  readonly contact: {
    readonly publicId: string
    readonly address: string
    readonly country: string | null
    readonly locale: string | null
    readonly timeZone: string | null
    readonly attributes: Readonly<Record<string, string>>
  } | null
  readonly held: HeldData | null
  /** Sign-ups that wait for their confirmation, also of somebody who is no contact. */
  readonly signUps: readonly HeldSignUp[]
  /** Not null when a person of that address was erased. */
  readonly tombstone: Tombstone | null
}

/** Throws ADDRESS_INVALID, ERASURE_KEY_MISSING, STORE_*. */
export async function showContact(ask: ShowConsentAsk, needs: {readonly store: Store}): Promise<ContactAnswer> {
  const {store} = needs
  const address = parseAddress(ask.address)
  if (!isAddress(address)) throw new AppError('ADDRESS_INVALID', {given: '***', why: address})
  const person = await store.consents.person(address, ask.asOf)
  return {
    consent: await showConsent(ask, needs),
    contact: person === null ? null : contactOf(person.contact),
    held: await store.people.held(address),
    signUps: await store.people.signUps(address.suppressKey),
    tombstone: await store.people.tombstone(address.suppressKey),
  }
}

function contactOf({publicId, address, country, locale, timeZone, attributes}: NonNullable<ContactAnswer['contact']>) {
  return {publicId, address, country, locale, timeZone, attributes}
}
