/** The language of words nobody has named the language of. */

/** ja where kana stand in them, else en. */
export function languageOf(words: string): 'ja' | 'en' {
  return /[\u3040-\u30ff]/.test(words) ? 'ja' : 'en'
}
