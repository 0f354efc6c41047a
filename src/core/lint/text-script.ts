/** In which script a text is mostly written, as far as letters tell it for sure; enough to see that a declared language is wrong. */

/** latin: any of the languages written so. Null: too little text, mixed, or another script. */
export type TextScript = 'ja' | 'ko' | 'zh' | 'latin' | null

/** Fewer letters say little. */
const LEAST_LETTERS = 60

/** text: as seen. Addresses and tags are to be taken out before. Linear; never throws. */
export function scriptOf(text: string): TextScript {
  // By runs, of which there are far fewer.
  const count = (runs: RegExp) => text.match(runs)?.reduce((sum, {length}) => sum + length, 0) ?? 0
  const kana = count(/[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]+/gu)
  const hangul = count(/\p{sc=Hangul}+/gu)
  const han = count(/\p{sc=Han}+/gu)
  const latin = count(/\p{sc=Latin}+/gu)
  const all = count(/\p{L}+/gu)
  if (all < LEAST_LETTERS) return null
  if (kana / all > 0.1) return 'ja'
  if (hangul / all > 0.3) return 'ko'
  if (han / all > 0.4 && kana === 0) return 'zh'
  return latin / all > 0.97 ? 'latin' : null
}

const WRITTEN_IN_LATIN = new Set(
  'en de fr es it pt nl sv da nb nn no fi pl cs sk hu ro hr sl et lv lt tr id ms vi ca eu gl ga cy is sq af tl fil sw'.split(
    ' ',
  ),
)

/** primary: the first subtag of a declared language, small letters. Silent where it cannot be told. */
export function contradicts(primary: string, script: TextScript): boolean {
  if (script === null) return false
  if (script === 'latin') return ['ja', 'ko', 'zh'].includes(primary)
  // Chinese characters alone may be Japanese or a Chinese language with a name of its own.
  if (script === 'zh') return primary === 'ko' || WRITTEN_IN_LATIN.has(primary)
  return primary !== script
}
