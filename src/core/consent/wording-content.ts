/**
 * Whether a form's text says what a consent needs: who sends, that it is advertising, that it can be withdrawn, where
 * the sender is reached. A heuristic over words in the languages we know; each text is read once.
 */
import {anyOf, hasAny} from '../lint/find-phrases.ts'
import {fold} from '../lint/fold-text.ts'
import {phoneNumbers} from '../lint/phone-numbers.ts'
import {OPT_OUT_NOTICES} from '../lint/phrases/opt-out-notices.ts'
import {REFUSAL_WORDS} from '../lint/phrases/opt-out-words.ts'
import {hasPostalAddress} from '../lint/postal-address.ts'
import {showsName, showsShortName} from '../lint/sender-names.ts'
import type {Wording} from './wordings.ts'

export const WORDING_PARTS = ['sender', 'marketing', 'withdrawal', 'contact'] as const
export type WordingPart = (typeof WORDING_PARTS)[number]

/** marketing: rulebook jp/appi-purpose and its like in other languages. */
const MARKETING = anyOf({
  ja: [
    'メール(マガジン|配信|ニュース)|メルマガ|ニュースレター',
    '広告|宣伝|販促|(ご案内|お知らせ|キャンペーン|セール|特典)',
  ],
  en: ['newsletters?|advertis|marketing|promotion|\\boffers?\\b|commercial (e-?mail|message)'],
  de: ['werbung|werbliche|angebote'],
  fr: ['infolettre|publicit|prospection|\\boffres?\\b'],
  es: ['bolet[ií]n|publicidad|ofertas|promo'],
  ko: ['광고|뉴스레터|마케팅|홍보|이벤트'],
  zh: ['广告|廣告|营销|行銷|电子报|電子報'],
})
const WITHDRAWAL = anyOf(REFUSAL_WORDS, OPT_OUT_NOTICES, {
  ja: ['(同意|承諾).{0,12}(撤回|取り?消)'],
  en: ['\\bwithdraw|\\brevoke'],
  de: ['widerruf|widersprech'],
  fr: ['retirer .{0,20}consentement'],
  ko: ['철회'],
})
const REACHED = /[\p{L}\d._%+-]@[\p{L}\d-]+\.|https?:\/\/|www\./iu

interface Read {
  readonly marketing: boolean
  readonly withdrawal: boolean
  readonly contact: boolean
  /** By the sender's name; a form names few. */
  readonly senders: Map<string, boolean>
}

const READ = new WeakMap<Wording, Read>()
const MOST_NAMES = 256

/** names: under which the sender may show itself; one of them suffices. Without a name nobody can say: true. */
export function saysPart(wording: Wording, part: WordingPart, names: readonly string[]): boolean {
  const read = readWording(wording)
  if (part !== 'sender') return read[part]
  return names.length === 0 || names.some((name) => showsSender(wording, read, name))
}

function readWording(wording: Wording): Read {
  let read = READ.get(wording)
  if (read === undefined) {
    const folded = fold(wording.text)
    read = {
      marketing: hasAny(MARKETING, folded.text),
      withdrawal: hasAny(WITHDRAWAL, folded.text),
      // A mailing address, and a telephone number, address of mail or page (SOR/2012-36 s. 4).
      contact: hasPostalAddress(wording.text) && (phoneNumbers(folded).length > 0 || REACHED.test(folded.text)),
      senders: new Map(),
    }
    READ.set(wording, read)
  }
  return read
}

function showsSender({text}: Wording, {senders}: Read, name: string): boolean {
  let shown = senders.get(name)
  if (shown === undefined) {
    shown = showsName(text, name) || showsShortName(text, name)
    if (senders.size >= MOST_NAMES) senders.clear()
    senders.set(name, shown)
  }
  return shown
}
