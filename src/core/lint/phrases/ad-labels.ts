/** Labels that laws ask a subject to begin with, how they get bent, and words that name advertising as such (rulebook G.3). */

/** By label: its letters, and words of the same meaning that stand in for it where it was meant to be evaded. */
export const LABEL_LETTERS: Readonly<Record<string, {readonly letters: string; readonly instead: readonly string[]}>> =
  {
    '(광고)': {letters: '광고', instead: ['廣告', '広告', '广告', 'ad', 'advertisement']},
    '<ADV> ': {letters: 'ADV', instead: ['AD', 'advert', 'advertisement']},
  }

/** Words that tell a reader: this is advertising. */
export const ADVERTISING_NAMED = {
  ja: ['広告', '宣伝', 'プロモーション', '[【\\[(]PR[】\\])]', 'キャンペーンのご案内'],
  en: [
    '\\badvert(isement|isements|isment|ising)?\\b',
    '\\bsponsored\\b',
    '\\bpromotion(al|s)?\\b',
    '\\bsolicitation\\b',
    '\\bmarketing (e-?mail|message)',
  ],
  de: ['\\b(anzeige|werbung|werbe-?e?-?mail)\\b'],
  fr: ['\\bpublicit(é|e|aire)', '\\bpromotion(nel)?'],
  es: ['\\b(publicidad|publicitari[oa]|promoci[oó]n)'],
  ko: ['광고'],
  zh: ['广告|廣告|推广|推廣'],
} as const
