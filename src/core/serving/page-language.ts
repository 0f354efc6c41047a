/** In which language a page speaks to a reader: the contact's own, else what the browser asks for, else the sender's. */

export const PAGE_LANGUAGES = ['ja', 'en', 'de', 'fr', 'es', 'ko', 'zh'] as const
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/**
 * locale: of the contact, e.g. de-AT, where it is known. accepted: the header Accept-Language, of any content; the
 * highest weight wins, then the order (RFC 9110 section 12.5.4). Never throws.
 */
export function pageLanguage(locale: string | null, accepted: string, otherwise: PageLanguage): PageLanguage {
  return (locale === null ? null : spoken(locale)) ?? preferredLanguage(accepted) ?? otherwise
}

/** More than any browser sends; what stands behind is not looked at. */
const MOST_RANGES = 20

/** The highest weight of Accept-Language that is one of ours; null = none. */
export function preferredLanguage(accepted: string): PageLanguage | null {
  let best: PageLanguage | null = null
  let weight = 0
  for (const range of accepted.split(',', MOST_RANGES)) {
    const [, tag, written] =
      /^\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/.exec(range) ?? []
    const language = tag === undefined ? null : spoken(tag)
    const its = written === undefined ? 1 : Number(written)
    if (language === null || its <= weight) continue
    best = language
    weight = its
  }
  return best
}

function spoken(tag: string): PageLanguage | null {
  const primary = tag.trim().split(/[-_]/, 1)[0]!.toLowerCase()
  return PAGE_LANGUAGES.find((language) => language === primary) ?? null
}
