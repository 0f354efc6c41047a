/** What words on a consent's route say of where the address came from: bought or collected lists (rulebook G.8). */
import {foldWord} from '../contacts/fold-word.ts'
import {remember} from '../contacts/remember.ts'
import type {Origin} from '../laws/declared-facts.ts'
import {ORIGINS} from '../laws/declared-facts.ts'
import {MOST_READ} from './read-evidence.ts'

/** scraped: collected from pages or made up by a program. */
export type ToldOrigin = Origin | 'scraped'

const SCRAPED =
  /スクレイピング|クローリング|収集ツール|ネット(上で|から)?収集|\b(scraped?|scraping|harvest(ed|ing)?|crawled|dictionary attack)\b/iu
/** 購入者 and 購入日 are words of a trade, not of a bought list. */
const PURCHASED =
  /(名簿|リスト|データ)(の)?(購入(?!者|日)|買取|販売|交換|業者|屋)|(購入(?!者|日)|買取|外部|交換)(した)?(名簿|リスト|データ)|業者(から|より)|\b(purchased (list|data)|list purchase|bought|rented|broker|appended|enriched|third[- ]party list|data ?vendor|co-?reg(istration)?)\b|^purchased$/iu

/** Of one word of ORIGINS in any spelling, or of free words; null where they say none of these. */
export const originTold: (text: string) => ToldOrigin | null = remember((text) => {
  const words = text.slice(0, MOST_READ).normalize('NFKC').replaceAll('_', ' ')
  if (SCRAPED.test(words)) return 'scraped'
  if (PURCHASED.test(words.trim())) return 'purchased'
  const word = foldWord(words)
  return ORIGINS.find((origin) => origin.replaceAll('-', ' ') === word) ?? null
})
