/** How many cells of a terminal a text takes. */
import stringWidth from 'string-width'

const NARROW = /^[ -~]*$/
/** Kana without the marks that join the letter before, ideographs, full-width letters and punctuation. */
const WIDE = /^[\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/

/** What nearly all of our text is made of needs no table of emoji, which takes longer to load than all the rest. */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  return WIDE.test(text) ? text.length * 2 : stringWidth(text)
}
