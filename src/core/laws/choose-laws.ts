/** Which laws bind a mail: the sender's always, that of the contact's country on top, and the standards. */
import type {Law} from './law.ts'

export interface LawChoice {
  /** The laws the sender is bound by, whoever is written to. */
  readonly sender: readonly Law[]
  /** country: ISO 3166 alpha-2; null = unknown. Each law once: the sender's, the country's, then the standards. */
  lawsFor(country: string | null): readonly Law[]
}

/**
 * known: every law there is. strictest: the profile for people of whom no country is known and none was declared
 * (rulebook F.4). standards apply to everybody. onlySender: the laws of contacts' countries are left aside.
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
  const chosen = new Map<string | null, readonly Law[]>()
  const ofCountry = (country: string | null): readonly Law[] => {
    if (onlySender) return []
    if (country !== null) return known.filter(({countries}) => countries.includes(country))
    return strictest === null ? [] : [strictest]
  }
  return {
    sender,
    lawsFor(country) {
      let laws = chosen.get(country)
      if (laws === undefined) {
        laws = [...new Set([...sender, ...ofCountry(country), ...standards])]
        chosen.set(country, laws)
      }
      return laws
    },
  }
}
