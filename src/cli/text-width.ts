/** How many cells of a terminal a text takes. */
import fastStringWidth from 'fast-string-width'

/** Kana without the marks that join the letter before, ideographs, full-width letters and punctuation. */
const WIDE = '\\u3001-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff60'
/** Latin letters, and the signs of our own screens. */
const NARROW = ' -~\\u00a1-\\u00ac\\u00ae-\\u024f‘’“”–—…→│●▲✔✖'
const PLAIN = new RegExp(`^[${NARROW}${WIDE}]*$`)
const WIDES = new RegExp(`[${WIDE}]`, 'g')

/** What nearly all of our text is made of needs no table of emoji, which takes longer to load than all the rest. */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length + (text.match(WIDES)?.length ?? 0) : fastStringWidth(text)
}
