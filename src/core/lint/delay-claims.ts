/** Does a part claim that stopping its mail takes time (rulebook jp/optout-delay-claim, G.7), and how long? */

import type {Catalogue} from './find-phrases.ts'
import {anyOf, findAll, hasAny, matchesIn} from './find-phrases.ts'
import {foldedWords} from './folded-part.ts'
import {DURATIONS, PROCESSING, SOME_DAYS} from './phrases/delay-claims.ts'
import {REFUSAL_OR_NOTICE} from './refusals.ts'
import {sentenceAround} from './sentences.ts'
import type {PartView} from './template-view.ts'

export interface DelayClaim {
  /** As written, folded. */
  readonly words: string
  /** The longest time claimed, rounded down; null for "some days". */
  readonly businessDays: number | null
  /** Of the words in visible.text. */
  readonly start: number
}

const TAKES_TIME = anyOf(PROCESSING as Catalogue)
const SOME = anyOf(SOME_DAYS as Catalogue)
/** One by one: 7日 is found by two of them. */
const TIMES = Object.values(DURATIONS).map((pattern) => anyOf({pattern: [pattern]}))
/** How far an opt-out word may stand from the time (rulebook G.7). */
const REACH = 60
/** Enough for every honest mail. */
const MOST = 200

/** In order of place. Linear; never throws. */
export function delayClaims(part: PartView): readonly DelayClaim[] {
  const folded = foldedWords(part)
  const {text} = folded
  if (!hasAny(REFUSAL_OR_NOTICE, text)) return []
  const isAboutStopping = (start: number, end: number) =>
    hasAny(REFUSAL_OR_NOTICE, text.slice(Math.max(0, start - REACH), end + REACH)) &&
    hasAny(TAKES_TIME, sentenceAround(text, start, end))
  const counted = TIMES.flatMap((times) => matchesIn(times, text).slice(0, MOST)).flatMap((found) => {
    const [words] = found
    const {from = '', to, unit = ''} = found.groups ?? {}
    if (!isAboutStopping(found.index, found.index + words.length)) return []
    const claim = {words, businessDays: businessDaysOf(numberOf(to ?? from), unit.toLowerCase())}
    return [{...claim, start: folded.seenIndex(found.index)}]
  })
  const some = findAll(SOME, {text, seenIndex: (index) => index})
    .slice(0, MOST)
    .flatMap(({start, end}) => {
      if (!isAboutStopping(start, end)) return []
      return [{words: text.slice(start, end), businessDays: null, start: folded.seenIndex(start)}]
    })
  return onePerPlace([...counted, ...some].sort((a, b) => a.start - b.start || b.words.length - a.words.length))
}

/** 7日 is read by the Japanese and the Chinese pattern alike. */
function onePerPlace(claims: readonly DelayClaim[]): readonly DelayClaim[] {
  return claims.filter(
    ({start}, index) => index === 0 || start >= claims[index - 1]!.start + claims[index - 1]!.words.length,
  )
}

const WORDS: Readonly<Record<string, number>> = {
  ...{two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10},
  ...{fourteen: 14, fifteen: 15, twenty: 20, thirty: 30},
}
const KANJI = '〇一二三四五六七八九'

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const word = WORDS[written.toLowerCase()]
  if (word !== undefined) return word
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const digit = (kanji: string, none: number) => (kanji === '' ? none : Math.max(0, KANJI.indexOf(kanji)))
  return (written.includes('十') ? digit(tens!, 1) * 10 : 0) + digit(ones!, 0)
}

/** Two weeks are ten business days (rulebook G.7); a day that is not called a business day counts five sevenths. */
function businessDaysOf(n: number, unit: string): number {
  if (/営業日|業務日|平日|business|working|werktag|arbeitstag|ouvr|hábil|laborable|영업일|工作/.test(unit)) return n
  if (/時間|hour|stunde|heure|hora|시간|小时|小時/.test(unit)) return Math.floor(((n / 24) * 5) / 7)
  if (/週|week|woche|semaine|semana|주|周/.test(unit)) return n * 5
  if (/月|month|monat|mois|mes|개월/.test(unit)) return Math.floor((n * 30 * 5) / 7)
  return Math.floor((n * 5) / 7)
}
