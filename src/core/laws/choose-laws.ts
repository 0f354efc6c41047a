/** Which laws bind a mail: the sender's always, that of the contact's country on top, and the standards. */
import type {Law} from './law.ts'

export interface LawChoice {
  /** The laws the sender is bound by, whoever is written to. */
  readonly sender: readonly Law[]
  /**
   * country: ISO 3166 alpha-2; null = unknown. alsoIn: other countries that may be theirs. Each law once: the sender's,
   * those of the countries, then the standards.
   */
  lawsFor(country: string | null, alsoIn?: readonly string[]): readonly Law[]
}

/**
 * known: every law there is. strictest: the profile for people of whom no country is known and none was declared, and
 * for countries of which we hold no law (rulebook F.4, H.2). standards apply to everybody. onlySender: the laws of contacts' countries are left aside.
 */
export function chooseLaws({
  sender,
  known,
  strictest,
  standards,
  onlySender = false,
}: {
  readonly sender: readonly Law[]
  readonly known: readonly Law[]
  readonly strictest: Law | null
  readonly standards: readonly Law[]
  readonly onlySender?: boolean
}): LawChoice {
  const chosen = new Map<string, readonly Law[]>()
  const ofCountries = (countries: readonly (string | null)[]): readonly Law[] => {
    if (onlySender) return []
    const laws = known.filter((law) => law.countries.some((country) => countries.includes(country)))
    return laws.length > 0 || strictest === null ? laws : [strictest]
  }
  return {
    sender,
    lawsFor(country, alsoIn = NONE) {
      const key = alsoIn.length === 0 ? (country ?? '') : `${country} ${alsoIn.join(' ')}`
      let laws = chosen.get(key)
      if (laws === undefined) {
        laws = [...new Set([...sender, ...ofCountries([country, ...alsoIn]), ...standards])]
        chosen.set(key, laws)
      }
      return laws
    },
  }
}

const NONE: readonly string[] = []
