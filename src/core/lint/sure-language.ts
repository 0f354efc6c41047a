/** The language of a text, where its letters and commonest words leave no doubt; no language is better than a wrong one. */
import {COMMON_WORDS, TELLING_HAN} from './phrases/common-words.ts'

/** Enough to tell a language by. */
const MOST_TEXT = 20_000

/** BCP 47: ja, ko, zh-Hans, zh-Hant, or a language of Latin letters. visible: what a reader sees. Null where there is doubt. */
export function sureLanguage(visible: string): string | null {
  const words = visible.slice(0, MOST_TEXT).replace(TAGS_AND_ADDRESSES, ' ')
  const count = (letters: RegExp) => words.match(letters)?.length ?? 0
  const latin = count(/\p{Script=Latin}/gu)
  const hiragana = count(/\p{Script=Hiragana}/gu)
  const han = count(/\p{Script=Han}/gu)
  const katakana = count(/\p{Script=Katakana}/gu)
  // Names alone hold no hiragana.
  if (hiragana >= 5 && hiragana + katakana + han > latin) return 'ja'
  const hangul = count(/\p{Script=Hangul}/gu)
  if (hangul >= 10 && hangul > latin) return 'ko'
  if (hiragana + katakana + hangul > 0) return null
  if (han > latin) return chineseOf(words)
  return latin > 0.97 * count(/\p{L}/gu) ? latinOf(words) : null
}

const TAGS_AND_ADDRESSES =
  /\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\*\|[^|]{0,200}\|\*|https?:\/\/\S{1,2000}|[^\s@]{1,64}@[^\s@]{1,255}/g

const LEAST_TELLING = 5

/** Words that only Chinese has, then the characters that only one of both ways of writing it has. */
function chineseOf(words: string): string | null {
  const holding = (characters: string) => [...words].filter((each) => characters.includes(each)).length
  if (holding(TELLING_HAN.chinese) < LEAST_TELLING || holding(TELLING_HAN.cantonese) > 0) return null
  const simplified = holding(TELLING_HAN.simplified)
  const traditional = holding(TELLING_HAN.traditional)
  if (simplified >= LEAST_TELLING && traditional === 0) return 'zh-Hans'
  return traditional >= LEAST_TELLING && simplified === 0 ? 'zh-Hant' : null
}

const LEAST_KINDS = 5
const LEAST_SHARE = 0.2
/** Words that only one of two languages has, so many for each that only the other has. */
const LEAST_OWN = 4

/** Several common words of one language, and hardly any that a neighbour has and it has not; neighbours are no answers. */
function latinOf(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = Object.entries(COMMON_WORDS).map(([language, {common, isAnswered}]) => {
    const met = words.filter((word) => common.has(word))
    return {language, isAnswered, common, met}
  })
  const [best, ...others] = scores.sort((a, b) => b.met.length - a.met.length)
  const {language, isAnswered, common, met} = best!
  if (!isAnswered || new Set(met).size < LEAST_KINDS || met.length < LEAST_SHARE * words.length) return null
  const isSure = others.every((other) => {
    const own = met.filter((word) => !other.common.has(word)).length
    const theirs = other.met.filter((word) => !common.has(word)).length
    return own >= LEAST_OWN * Math.max(1, theirs)
  })
  return isSure ? language : null
}
