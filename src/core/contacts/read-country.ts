/** The country a cell names: ISO 3166 codes of two and of three letters, and names in the languages lists come in. */
import {COUNTRY_CODES, OTHER_NAMES} from './country-codes.ts'
import {foldWord} from './fold-word.ts'

const LANGUAGES = ['en', 'ja', 'de', 'fr', 'es', 'ko', 'zh-Hans', 'zh-Hant']

let names: ReadonlyMap<string, string> | null = null

/** ISO 3166 alpha-2, or null for a word that names no country, or none alone. */
export function readCountry(cell: string): string | null {
  if (cell === '') return null
  names ??= namesOfCountries()
  const word = foldWord(cell)
  return names.get(word) ?? names.get(plain(word)) ?? null
}

/** Made when the first country is read: the names are the runtime's own, as CLDR has them. */
function namesOfCountries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const codes = COUNTRY_CODES.split(/\s+/)
  const add = (name: string, code: string) => {
    for (const word of [foldWord(name), plain(foldWord(name))]) if (!found.has(word)) found.set(word, code)
  }
  for (let i = 0; i < codes.length; i += 2) {
    const [two, three] = [codes[i]!, codes[i + 1]!]
    found.set(two.toLowerCase(), two)
    found.set(three.toLowerCase(), two)
  }
  for (const [code, others] of Object.entries(OTHER_NAMES)) for (const name of others.split('|')) add(name, code)
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], {type: 'region', style, fallback: 'none'})
      for (let i = 0; i < codes.length; i += 2) {
        const name = display.of(codes[i]!)
        if (name !== undefined) add(name, codes[i]!)
      }
    }
  return found
}

/** “The Bahamas”, “St. Kitts & Nevis” and “Saint Kitts and Nevis” are one; so are ボスニア・ヘルツェゴビナ without its dot. */
function plain(word: string): string {
  return word
    .replace(/^the /, '')
    .replace(/&/g, 'and')
    .replace(/\b(saint|st\.?)(?= )/g, 'st')
    .replace(/[’'`.・,]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
