/** Claims that promise what nobody can hold (rulebook jp/tokusho-exaggeration), and words that show a ground for a rank. */

export const ABSOLUTE_CLAIMS = {
  ja: [
    '(必ず|絶対(に)?|確実に|誰でも(簡単に|必ず)?|100%)\\s?(に)?(儲か|もうか|稼げ|痩せ|やせ|治り|治る|完治|若返|当た)',
    '(飲む|塗る|貼る|寝る|聞く)だけで.{0,10}(痩せ|やせ|治|儲|若返)',
    '(元本|利益|収益)(を)?(保証|確約)',
    '絶対(に)?(安全|損(は)?(し|さ))',
  ],
  en: [
    '\\bguaranteed (to )?(earn|lose|profit|income|returns?|results?|weight loss)\\b',
    '\\b(miracle cure|cures? (everything|any disease)|100 ?% (safe|effective|guaranteed profit))\\b',
    '\\blose \\d+ ?(kg|pounds|lbs) (in|within) (a|one|\\d+) (days?|weeks?) (without|guaranteed)',
    '\\brisk[- ]free (profit|income|returns)\\b',
  ],
  zh: ['(保[证證]|包)(赚|賺|[疗療]效|治愈|治癒|瘦)'],
  ko: ['(무조건|반드시|100%)\\s?(수익|돈\\s?벌|살\\s?빠|완치)'],
} as const

/** Ranks need a ground: who found out, and when. */
export const RANK_CLAIMS = {
  ja: [
    '(業界|世界|日本|全国|国内|売上|満足度|人気)\\s?(No\\.?\\s?1|ナンバー(ワン|1)|第(1|一)位)',
    '(日本|世界|業界)(一|初|最大|最高)(の|級|クラス|を)',
  ],
  en: [
    "(?<!one of )\\bthe (world|industry|japan|market)['’]s (no\\.? ?1|number one|best|largest|leading)\\b",
    '\\b(no\\.? ?1|number one) in (the )?(world|industry|japan)\\b',
  ],
} as const

export const RANK_GROUNDS = {
  ja: ['調べ|調査|出典|※|\\*\\d|年\\d{1,2}月(時点|現在)|当社(比|実績)'],
  en: ['\\b(source|according to|survey|as of|based on)\\b|\\*\\d?'],
} as const
