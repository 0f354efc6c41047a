/**
 * In which country a contact is protected, and how we know. The list's own word, a phone number and a carrier decide;
 * the ending of a domain and a language are hints. Hints and the audience that was declared are held side by side: where
 * they differ the laws of all of them bind, so that a guess adds law and never takes any away.
 */
import {remember} from '../contacts/remember.ts'
import {isCountryCode} from '../country-codes.ts'
import {countryOfDomain} from './domain-country.ts'
import {countryOfPhone} from './phone-country.ts'

/** What the country was told from. */
export const COUNTRY_GROUNDS = ['column', 'phone', 'carrier', 'language', 'domain', 'audience', 'unknown'] as const
export type CountryGround = (typeof COUNTRY_GROUNDS)[number]

export interface Placed {
  /** ISO 3166 alpha-2; null = unknown. */
  readonly country: string | null
  readonly ground: CountryGround
  /** Other countries that weaker hints or the declared audience name. */
  readonly alsoIn: readonly string[]
}

/** What is known of a person's place. */
export interface PlaceHints {
  readonly country: string | null
  /** BCP 47, in any case. */
  readonly locale: string | null
  /** Of the address, lower case, as an A-label. */
  readonly domain: string
  /** By header, as the list holds them. */
  readonly attributes: Readonly<Record<string, string>>
}

/** audience: the country the settings declare for people whose list says none; null = not declared. */
export function placeContact({country, locale, domain, attributes}: PlaceHints, audience: string | null): Placed {
  if (country !== null) return placed(country, 'column')
  for (const header in attributes) {
    if (!isPhoneHeader(header)) continue
    const told = countryOfPhone(attributes[header]!)
    if (told !== null) return placed(told, 'phone')
  }
  const byDomain = ofDomain(domain)
  if (byDomain?.ground === 'carrier') return placed(byDomain.country, 'carrier')
  const byLanguage = locale === null ? null : ofLocale(locale)
  if (byDomain !== null) return placed(byDomain.country, 'domain', byLanguage, audience)
  if (byLanguage !== null) return placed(byLanguage, 'language', audience)
  return audience === null ? UNKNOWN : placed(audience, 'audience')
}

const UNKNOWN: Placed = {country: null, ground: 'unknown', alsoIn: []}
const known = new Map<string, Placed>()

/** One object for each answer: a million contacts share a few dozen. */
function placed(country: string, ground: CountryGround, other: string | null = null, another: string | null = null) {
  const key = other === null && another === null ? `${country}${ground}` : `${country}${ground} ${other} ${another}`
  let answer = known.get(key)
  if (answer === undefined) {
    const others = [other, another].filter((each) => each !== null && each !== country)
    answer = {country, ground, alsoIn: [...new Set(others as string[])]}
    known.set(key, answer)
  }
  return answer
}

const ofDomain = remember(countryOfDomain)
const ofLocale = remember(countryOfLocale)
const isPhoneHeader = remember((header) =>
  /電話|携帯|\b(tel|phone|mobile|cell)/iu.test(header.normalize('NFKC').replace(/[_.-]/g, ' ')),
)

/** Languages that are at home in one country only; the others need a region (fr-CA, en-GB). */
const HOME: Readonly<Record<string, string>> = {
  ja: 'JP',
  ko: 'KR',
  de: 'DE',
  fr: 'FR',
  it: 'IT',
  pl: 'PL',
  cs: 'CZ',
  hu: 'HU',
  fi: 'FI',
  da: 'DK',
  he: 'IL',
  hi: 'IN',
}

function countryOfLocale(locale: string): string | null {
  const [language, ...parts] = locale.trim().replace(/_/g, '-').split('-')
  const region = parts.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase()
  if (region !== undefined) return isCountryCode(region) ? region : null
  return HOME[language!.toLowerCase()] ?? null
}
