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
/**
 * 購入者, 購入日 and 購入データ are words of a trade, 名刺交換 of cards, and so are a supplier (業者) or somebody who
 * bought a ticket: only what says that a list or contacts were bought counts.
 */
const LISTS = '(e-?mail |mailing |marketing |contact |customer |prospect |b2[bc] |third[- ]party )*'
const THINGS = '(lists?|data(base|set)?s?(?! plan)|contacts|leads|addresses|e-?mails)'
const PURCHASED = new RegExp(
  [
    '(名簿|リスト|データ)(の)?(購入(?!者|日)|買取|販売|交換(?!会|日)|業者|屋)',
    '(名簿|リスト)を[^、。]{0,8}(購入|買取|買)(?!者|日)',
    '(購入(?!者|日)|買取|外部|(?<!名刺)交換)(した)?(名簿|リスト)|(購入した|買取(した)?|外部|(?<!名刺)交換(した)?)データ',
    `\\b(purchased|bought|rented|brokered) ${LISTS}${THINGS}\\b`,
    `\\b(purchased|bought|rented) from (a |an |the )?(list|data|vendor|broker|third[- ]party)`,
    '\\b(list|data|address) ?(purchase|rental|brokers?|vendors?|seller)\\b|\\bbroker lists?\\b',
    '\\b(appended|enriched|third[- ]party list|co-?reg(istration)?)\\b',
    '^(purchased|bought|rented|broker)$',
  ].join('|'),
  'iu',
)

/** Of one word of ORIGINS in any spelling, or of free words; null where they say none of these. */
export const originTold: (text: string) => ToldOrigin | null = remember((text) => {
  const words = text.slice(0, MOST_READ).normalize('NFKC').replaceAll('_', ' ')
  if (SCRAPED.test(words)) return 'scraped'
  if (PURCHASED.test(words.trim())) return 'purchased'
  const word = foldWord(words)
  return ORIGINS.find((origin) => origin.replaceAll('-', ' ') === word) ?? null
})
