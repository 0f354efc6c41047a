/**
 * Where in HTML a tag stands, because each place wants another escape: text, an attribute, a link. Reads the
 * literals between tags with a small state machine of its own, as the HTML standard's tokenizer does (html.spec.whatwg.org,
 * 13.2.5), character by character; linear, never throws.
 */

import {afterValue, areSafe, grown, joined, LINK_ATTRIBUTES, SEVERAL_LINKS} from './link-heads.ts'

/** refused: CSS, script, a script's URL, a link's host, a tag's or attribute's name, or an unquoted value, where no escape is safe. */
export type HtmlContext = 'text' | 'attribute' | 'url' | 'url-part' | 'refused'

export interface HtmlScanner {
  /** Reads a literal stretch; how the whole is cut into stretches makes no difference. */
  read(literal: string): void
  /** Context of a tag standing here, which counts as said from then on. canBeEmpty: it may leave nothing. */
  context(canBeEmpty: boolean): HtmlContext
  /** Inside a comment, where hyphens could end it; conditional comments of Outlook are read as the HTML they are there. */
  isInComment(): boolean
  /** Equal before and after what may be left out, such as a section, or tags behind it stand in another place than was seen. */
  place(): string
  /** How the value of a link may have begun so far. */
  beginnings(): readonly string[]
  /** What was read since those beginnings may be left out: the value may have begun with them too. */
  mayHaveBegun(beginnings: readonly string[]): void
}

type State =
  | 'text'
  | 'tag-open'
  | 'end-tag-open'
  | 'declaration'
  | 'bogus'
  | 'comment'
  | 'raw'
  | 'tag-name'
  | 'in-tag'
  | 'attribute-name'
  | 'after-name'
  | 'before-value'
  | 'value'
  | 'unquoted'

/** What HTML takes for a blank; a full-width one belongs to the name it stands in. */
const BLANK: ReadonlySet<string> = new Set('\t\n\f\r ')
/** Behind which the name of a tag or attribute has come to its end. */
const ENDS_NAME: ReadonlySet<string> = new Set('\t\n\f\r />')
/** Hyphens that a bracket would make the end of a comment. */
const HYPHENS = /-{1,2}$|--!$/
/** The beginning of a comment that Outlook reads as HTML. */
const CONDITION = /^\[if\b.{0,200}\]$/i
/** Elements whose text is not HTML text. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

export function startHtmlScanner(): HtmlScanner {
  let state: State = 'text'
  /** With a slash in front where the tag is an end tag. */
  let element = ''
  let attribute = ''
  let quote = ''
  let hasValueBegun = false
  /** Ways in which the value may begin, as far as a host may reach. */
  let heads: readonly string[] = ['']
  let rawElement = ''
  /** What may become the end of a raw element. */
  let closer = ''
  /** Behind `<!`, as far as it may become a comment. */
  let declared = ''
  /** The beginning of a comment, as far as it may be a condition. */
  let commentHead = ''
  /** The last characters of a comment; begins with '<' where they are its opening. */
  let commentTail = ''
  let isConditional = false
  /** In drawings and formulas a title is an element like others. */
  let isForeign = false

  const endsComment = () => commentTail.endsWith('--') || (commentTail.endsWith('--!') && commentTail !== '<--!')

  /** A stretch of a value; of one that may hold several addresses, a character. */
  const addToHeads = (stretch: string) => {
    hasValueBegun = true
    if (SEVERAL_LINKS.has(attribute) && BLANK.has(stretch)) heads = ['']
    else if (LINK_ATTRIBUTES.has(attribute)) heads = grown(heads, stretch)
  }

  /** True when the character is to be read again, in the new state. */
  const take = (char: string): boolean => {
    switch (state) {
      case 'text':
        if (char === '<') state = 'tag-open'
        return false
      case 'tag-open':
        element = ''
        declared = ''
        if (char === '!') state = 'declaration'
        else if (char === '/') state = 'end-tag-open'
        else if (char === '?') state = 'bogus'
        else {
          state = /[a-zA-Z]/.test(char) ? 'tag-name' : 'text'
          return true
        }
        return false
      case 'end-tag-open':
        element = '/'
        if (char === '>') state = 'text'
        else {
          state = /[a-zA-Z]/.test(char) ? 'tag-name' : 'bogus'
          return true
        }
        return false
      case 'declaration':
        if (char !== '-') {
          state = 'bogus'
          return true
        }
        declared += char
        if (declared === '--') {
          state = 'comment'
          commentHead = ''
          commentTail = '<--'
        }
        return false
      case 'bogus':
        if (char === '>') state = 'text'
        return false
      case 'comment':
        if (char === '>' && endsComment()) state = 'text'
        else if (char === '>' && CONDITION.test(commentHead)) {
          state = 'text'
          isConditional = true
        } else if (commentHead.length < 210) commentHead += char
        commentTail = (commentTail + char).slice(-4)
        return false
      case 'raw': {
        const wanted = `</${rawElement}`
        if (closer === wanted && ENDS_NAME.has(char)) {
          state = 'in-tag'
          element = `/${rawElement}`
          return true
        }
        closer = wanted.startsWith(closer + char.toLowerCase()) ? closer + char.toLowerCase() : char === '<' ? '<' : ''
        return false
      }
      case 'tag-name':
        if (ENDS_NAME.has(char)) {
          state = 'in-tag'
          return true
        }
        element += char.toLowerCase()
        return false
      case 'in-tag':
        if (char === '>') {
          const isRaw = RAW_ELEMENTS.has(element)
          state = isRaw ? 'raw' : 'text'
          if (element === 'svg' || element === 'math') isForeign = true
          rawElement = isRaw ? element : ''
          closer = ''
          return false
        }
        if (char === '/' || BLANK.has(char)) return false
        state = 'attribute-name'
        // An equals sign in front is the name's first letter.
        attribute = char.toLowerCase()
        return false
      case 'attribute-name':
        if (char === '=') state = 'before-value'
        else if (ENDS_NAME.has(char)) {
          state = 'after-name'
          return true
        } else attribute += char.toLowerCase()
        return false
      case 'after-name':
        // Blanks may stand before the equals sign.
        if (BLANK.has(char)) return false
        state = char === '=' ? 'before-value' : 'in-tag'
        return char !== '='
      case 'before-value':
        if (BLANK.has(char)) return false
        hasValueBegun = false
        heads = ['']
        if (char === '"' || char === "'") {
          state = 'value'
          quote = char
          return false
        }
        state = 'unquoted'
        return true
      case 'value':
        if (char === quote) {
          state = 'in-tag'
          return false
        }
        addToHeads(char)
        return false
      case 'unquoted':
        if (char !== '>' && !BLANK.has(char)) return false
        state = 'in-tag'
        return true
    }
  }

  /** The next place where something may change: most of a mail is text and values, which need not be read one by one. */
  const skip = (literal: string, at: number): number => {
    const isText = state === 'text' || (state === 'raw' && closer === '')
    if (!isText && (state !== 'value' || SEVERAL_LINKS.has(attribute))) return at
    const found = literal.indexOf(isText ? '<' : quote, at)
    const end = found < 0 ? literal.length : found
    if (isText || end === at) return end
    addToHeads(literal.slice(at, end))
    return end
  }

  /** For whom a conditional comment is a comment, its end ends it wherever it stands. */
  const takeInConditional = (char: string) => {
    if (char === '>' && endsComment()) {
      state = 'text'
      isConditional = false
      return
    }
    const tail = (commentTail + char).slice(-4)
    while (take(char)) {}
    commentTail = tail
  }

  const hyphens = () => (state === 'comment' || isConditional ? (HYPHENS.exec(commentTail)?.[0] ?? '') : '')

  const contextHere = (canBeEmpty: boolean): HtmlContext => {
    if (canBeEmpty && hyphens() !== '') return 'refused'
    if (state === 'text' || state === 'comment') return 'text'
    if (state === 'raw')
      return (rawElement === 'title' || rawElement === 'textarea') && closer === '' && !isForeign ? 'text' : 'refused'
    if (state !== 'value') return 'refused'
    if (attribute === 'style' || attribute.startsWith('on') || attribute === 'srcdoc') return 'refused'
    if (!LINK_ATTRIBUTES.has(attribute)) return 'attribute'
    if (!hasValueBegun) return 'url'
    return areSafe(heads) ? 'url-part' : 'refused'
  }

  return {
    read(literal) {
      for (let at = 0; at < literal.length; at += 1) {
        if (!isConditional) at = skip(literal, at)
        if (at >= literal.length) return
        const char = literal[at]!
        if (isConditional) takeInConditional(char)
        else while (take(char)) {}
      }
    },
    context(canBeEmpty) {
      const context = contextHere(canBeEmpty)
      if (state === 'value') {
        heads = afterValue(heads, {isFirst: !hasValueBegun, canBeEmpty})
        hasValueBegun = true
      }
      if (state === 'comment' && commentHead.length < 210) commentHead += '-'
      commentTail = ''
      return context
    },
    isInComment: () => state === 'comment' || isConditional,
    beginnings: () => heads,
    mayHaveBegun(beginnings) {
      heads = joined(heads, beginnings)
    },
    place() {
      const around = isConditional ? `conditional ${hyphens()} ` : ''
      if (state === 'text') return `${around}text`
      // The hyphens of its opening stand in front of any section, and nobody writes a bracket behind that.
      if (state === 'comment') return `comment ${commentTail.startsWith('<') ? '' : hyphens()}`
      if (state === 'raw') return `${around}raw ${rawElement} ${closer}`
      return state === 'in-tag' || state === 'tag-name'
        ? `${around}${state} ${element}`
        : [around, state, element, attribute, quote].join(' ')
    },
  }
}
