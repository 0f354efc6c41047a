/** What cells say: yes and no, a basis. Unknown words give null, never a guess. */
import type {Basis} from './consent.ts'
import {foldWord} from './fold-word.ts'
import type {StatusWords} from './status-words.ts'
import {readStatus, saysNothing} from './status-words.ts'

const YES = new Set(
  `1|true|yes|y|on|はい|有|あり|有り|○|〇|◯|✓|✔|☑|✅|同意|同意する|同意します|同意済|同意済み|同意あり|承諾|承諾する|承諾済|承諾済み
希望|希望する|希望します|受け取る|受信する|可|許可|許可する|ok|opted in|opt in|optin|subscribed|accepted|agreed|granted|given|購読|購読中|購読する
配信|配信中|配信する|配信可|配信希望|登録済|登録済み|オプトイン|オプトイン済|オプトイン済み|ja|oui|si|예|네|동의|수신동의|是|同意する|已订阅|已訂閱`.split(
    /\||\n/,
  ),
)
const NO = new Set(
  `0|false|no|n|off|いいえ|無|なし|無し|×|✕|✗|同意しない|同意しません|同意なし|不同意|非同意|未同意|不承諾|拒否|希望しない|希望しません|希望なし
受け取らない|受信しない|配信しない|不可|不要|配信不要|未登録|ng|opted out|opt out|optout|unsubscribed|declined|denied|refused|expired|停止|オプトアウト
nein|non|아니오|아니요|미동의|거부|否|不同意|拒绝|拒絕`.split(/\||\n/),
)

/** true, false, or null for an empty or unknown word. */
export function readYesNo(cell: string): boolean | null {
  const word = foldWord(cell)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** silent: nothing there. unconfirmed: asked, not yet agreed. unknown: a word nobody knows, which is no yes. */
export type Answer = 'yes' | 'no' | 'silent' | 'unconfirmed' | 'unknown'

const STATE = {kind: 'state', reason: 'optout', isTopic: false} as const

/** A cell of a consent column. A word that stops mail anywhere is a no here; said: what the user knows of words. */
export function readAnswer(cell: string, said: StatusWords | null = null): Answer {
  if (said?.stopped.some((word) => foldWord(word) === foldWord(cell))) return 'no'
  const answer = readYesNo(cell)
  if (answer !== null) return answer ? 'yes' : 'no'
  if (saysNothing(cell)) return 'silent'
  const state = readStatus(cell, STATE)
  if (state === 'optout' || state === 'complaint' || state === 'bounce') return 'no'
  if (said?.active.some((word) => foldWord(word) === foldWord(cell))) return 'yes'
  return state === 'unconfirmed' ? 'unconfirmed' : 'unknown'
}

const BASIS_WORDS: readonly (readonly [Basis, RegExp])[] = [
  [
    'consent',
    /^(consent|同意|承諾|オプトイン|((double|single|confirmed) )?opt ?in|express|explicit|明示(の)?同意|freely given consent.*|einwilligung|((e ?mail )?newsletter|e ?mail|mailing list) (sign ?up|subscription|registration|opt ?in)( form)?|(web|online|sign ?up|opt ?in|subscription|registration) ?form|(メルマガ|メールマガジン|ニュースレター)(の)?(登録|購読|申込み?|申し込み)|(web|ウェブ|登録|購読|申込み?|申し込み)フォーム)$/,
  ],
  ['card', /^(card|名刺|名刺交換|business ?card|書面)$/],
  // One basis in each law that takes purchases; implied_purchase is said by its own name.
  [
    'trade',
    /^(trade|取引|取引先|取引関係|取引あり|既存(客|顧客|取引先)|顧客|(ご|商品)?購入(者|済み?|履歴)?|(ご)?注文(者|済み?)?|(existing ?)?(customer|client)s?|purchases?|purchaser|buyer|orders?|sales?)$/,
  ],
  ['published', /^(published|公開|公表|web公開|ホームページ公開)$/],
  ['soft_optin', /^soft opt ?in$/],
  ['implied_purchase', /^implied[ :]?purchase$/],
  [
    'implied_inquiry',
    /^((implied[ :]?)?[ie]nquir(y|ies)|contact form|quote request|request for quotation|お?(問い?合わ?せ)(フォーム)?|資料請求|お?見積もり?(依頼|請求)?)$/,
  ],
  ['legit_interest', /^(legit(imate)? ?interest( .*)?|正当な利益)$/],
  // Members and donors stand in a relationship without a sale: for the laws that take one, two years from its end.
  [
    'contract',
    /^(contract|契約|performance of a contract|members?|membership|donations?|donors?|volunteer|会員|寄[付附](者)?)$/,
  ],
]

export function readBasis(cell: string): Basis | null {
  const word = foldWord(cell)
  for (const [basis, words] of BASIS_WORDS) if (words.test(word)) return basis
  return null
}

/** A route that is itself the legal fact: a card was handed over, a purchase was made. Anything else says nothing. */
export function basisOfRoute(route: string): Basis | null {
  if (route === '') return null
  if (/名刺|business ?card/i.test(route)) return 'card'
  return /^(購入|ご?購入者|商品購入|注文|ご注文|ECサイト購入|店舗購入|purchase|order)$/i.test(route) ? 'trade' : null
}
