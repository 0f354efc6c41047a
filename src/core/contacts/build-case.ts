/** Makes what rules look at out of a contact: the same for an audit of a list, of a file, and for a plan. */
import type {Placed} from '../laws/place-contact.ts'
import {placeContact} from '../laws/place-contact.ts'
import {bornAt} from './birth-date.ts'
import type {ConsentFact} from './consent.ts'
import type {CaseSetting, ContactCase} from './contact-case.ts'

export interface CasePerson {
  readonly address: string
  readonly country: string | null
  readonly locale: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly consents: readonly ConsentFact[]
  readonly lastMailedAt: number | null
}

export interface CaseAsk {
  /** The country the settings declare for people whose list says none; null = not declared. */
  readonly audience: string | null
  /** The moment judged, UTC milliseconds. */
  readonly asOf: number
  readonly setting: CaseSetting
}

export function buildCase(
  person: CasePerson,
  {audience, asOf, setting}: CaseAsk,
): {readonly case: ContactCase; readonly placed: Placed} {
  const domain = domainOf(person.address)
  const placed = placePerson(person, audience)
  return {
    placed,
    case: {
      country: placed.country,
      alsoIn: placed.alsoIn,
      domain,
      consents: person.consents,
      asOf,
      lastMailedAt: person.lastMailedAt,
      bornAt: bornAt(person.attributes),
      setting,
    },
  }
}

/** audience: as in CaseAsk. */
export function placePerson(
  {address, country, locale, attributes}: Pick<CasePerson, 'address' | 'country' | 'locale' | 'attributes'>,
  audience: string | null,
): Placed {
  return placeContact({country, locale, domain: domainOf(address), attributes}, audience)
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
