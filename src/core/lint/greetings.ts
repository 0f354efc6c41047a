/** Whether a value is how somebody is addressed: by the words right before and behind it. */

const REACH = 60
const AFTER = /^\s{0,3}(?:様(?!々)|さま|さん|殿|先生|御中|님)/u
const BEFORE =
  /(?:^|[^\p{L}])(?:dear|hello|hi|hey|hallo|liebe|lieber|guten tag|bonjour|bonsoir|cher|chère|hola|estimad[oa])\s{1,3}$/iu

/** before, after: of the source around it, HTML or text; more than is needed does no harm. */
export function isAddressed(before: string, after: string): boolean {
  return AFTER.test(wordsOf(after.slice(0, REACH))) || BEFORE.test(wordsOf(before.slice(-REACH)))
}

/** Cells of a row stand on one line. */
const LINE_ENDER =
  /<\/?(?:address|article|blockquote|br|center|div|dl|h[1-6]|hr|li|ol|p|section|table|tr|ul)\b[^<>]*>/gi

/** Words before and after a line's end are not read together. */
function wordsOf(source: string): string {
  return source.replace(LINE_ENDER, '¶').replace(/<[^<>]*>|<[^<>]*$|^[^<>]*>/g, '')
}
