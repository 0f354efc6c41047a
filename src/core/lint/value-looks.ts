/** How a value looks in a mail: like HTML that its reader would see as such, or like a word that no line can hold. */

const ELEMENT =
  /(?:<|&lt;)\/?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|script|span|strong|style|table|td|tr|u|ul)(?=[\s>/]|&gt;)/i
/** In HTML the ampersand of an entity has become one itself. */
const ENTITY = /&(?:amp;)?(?:nbsp|amp|lt|gt|quot|#\d{2,5});/
const ESCAPED_ENTITY = /&amp;(?:nbsp|amp|lt|gt|quot|#\d{2,5});/

/** value: as filled, escaped for HTML or plain. */
export function looksLikeMarkup(value: string): boolean {
  if (value.includes('<') || value.includes('&lt;')) if (ELEMENT.test(value)) return true
  if (!value.includes('&')) return false
  // &amp; alone is what escaping makes of an ampersand; plain text has it only when the list does.
  return ESCAPED_ENTITY.test(value) || (ENTITY.test(value) && !/&(?:amp|lt|gt|quot|#39);/.test(value))
}

/** A phone shows about as many in one line. */
const LONGEST_WORD = 40
/** Between Japanese, Chinese and Korean letters a line may break. */
const LONG_WORD = /[^\s\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uf900-\uffef-]{41,}/

/** Addresses are long by nature. */
export function longWordIn(value: string): boolean {
  return (
    value.length > LONGEST_WORD && LONG_WORD.test(value) && !/^(?:https?:|mailto:|data:)|%[\dA-F]{2}|@/i.test(value)
  )
}
