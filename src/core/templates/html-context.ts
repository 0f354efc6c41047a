/**
 * Where in HTML a tag stands, because each place wants another escape: text, an attribute, a link. Reads the
 * literals between tags with a small state machine of its own; linear, never throws.
 */

/** refused: CSS, script, a script's URL, a tag's or attribute's name, or an unquoted value, where no escape is safe. */
export type HtmlContext = 'text' | 'attribute' | 'url' | 'url-part' | 'refused'

export interface HtmlScanner {
  /** Reads a literal stretch. */
  read(literal: string): void
  /** Context of a tag standing here; a tag in a link counts as the link's beginning from then on. */
  context(): HtmlContext
  /** Equal before and after what may be left out, such as a section, or tags behind it stand in another place than was seen. */
  place(): string
}

type State =
  | 'text'
  | 'tag-open'
  | 'comment'
  | 'raw'
  | 'tag-name'
  | 'in-tag'
  | 'attribute-name'
  | 'after-name'
  | 'before-value'
  | 'value'
  | 'unquoted'

const URL_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'background',
  'cite',
  'poster',
  'data',
  'longdesc',
  'ping',
  'srcset',
  'xlink:href',
])
/** Addresses that are programs or documents of their own: a value in them is not a part of a path or query. */
const PROGRAM_URL = /^[\s\x00-\x20]*(?:javascript|vbscript|data)\s*:/i
/** A beginning that no value behind it can turn into a program's address. */
const SAFE_BEGINNING = /^\s*(?:(?:https?|mailto|tel|sms|cid):|[/#?])/i
/** Elements whose text is not HTML text. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

export function startHtmlScanner(): HtmlScanner {
  let state: State = 'text'
  let element = ''
  let attribute = ''
  let quote = ''
  let hasValueBegun = false
  /** The beginning of the value, as far as a scheme may reach. */
  let valueHead = ''
  let rawElement = ''

  const step = (literal: string, at: number): number => {
    const char = literal[at]!
    switch (state) {
      case 'text':
        if (literal.startsWith('<!--', at)) {
          state = 'comment'
          return at + 4
        }
        if (char === '<') state = 'tag-open'
        return at + 1
      case 'tag-open':
        // Left behind the '<' in a stretch of its own, so that a tag right behind it stands in a tag's name.
        state = /[a-zA-Z/!?]/.test(char) ? 'tag-name' : 'text'
        element = ''
        return at
      case 'comment': {
        const end = literal.indexOf('-->', at)
        if (end < 0) return literal.length
        state = 'text'
        return end + 3
      }
      case 'raw': {
        const closer = new RegExp(`</${rawElement}`, 'gi')
        closer.lastIndex = at
        const end = closer.exec(literal)?.index
        if (end === undefined) return literal.length
        state = 'text'
        return end
      }
      case 'tag-name':
        if (/[\s/>]/.test(char) && element !== '') state = 'in-tag'
        else {
          element += char.toLowerCase()
          return at + 1
        }
        return at
      case 'in-tag':
        if (char === '>') {
          const isRaw = RAW_ELEMENTS.has(element)
          state = isRaw ? 'raw' : 'text'
          if (isRaw) rawElement = element
        } else if (!/[\s/]/.test(char)) {
          state = 'attribute-name'
          attribute = ''
          return at
        }
        return at + 1
      case 'attribute-name':
        if (char === '=') state = 'before-value'
        else if (/[\s/>]/.test(char)) {
          state = 'after-name'
          return at
        } else attribute += char.toLowerCase()
        return at + 1
      case 'after-name':
        // Blanks may stand before the equals sign.
        if (/\s/.test(char)) return at + 1
        state = char === '=' ? 'before-value' : 'in-tag'
        return char === '=' ? at + 1 : at
      case 'before-value':
        if (char === '"' || char === "'") {
          state = 'value'
          quote = char
          hasValueBegun = false
          valueHead = ''
        } else if (!/\s/.test(char)) {
          state = 'unquoted'
          return at
        }
        return at + 1
      case 'value': {
        const end = literal.indexOf(quote, at)
        if (end !== at) hasValueBegun = true
        if (valueHead.length < 64) valueHead += literal.slice(at, end < 0 ? at + 64 : Math.min(end, at + 64))
        if (end < 0) return literal.length
        state = 'in-tag'
        return end + 1
      }
      case 'unquoted':
        if (char === '>' || /\s/.test(char)) {
          state = 'in-tag'
          return at
        }
        return at + 1
    }
  }

  return {
    read(literal) {
      for (let at = 0; at < literal.length; ) at = step(literal, at)
    },
    context() {
      if (state === 'text' || state === 'comment') return 'text'
      if (state === 'raw') return rawElement === 'title' || rawElement === 'textarea' ? 'text' : 'refused'
      if (state !== 'value') return 'refused'
      if (attribute === 'style' || attribute.startsWith('on') || attribute === 'srcdoc') return 'refused'
      if (!URL_ATTRIBUTES.has(attribute)) return 'attribute'
      if (PROGRAM_URL.test(valueHead)) return 'refused'
      if (hasValueBegun) return SAFE_BEGINNING.test(valueHead) ? 'url-part' : 'refused'
      hasValueBegun = true
      // What may stand here begins with a scheme of the allow-list.
      valueHead = 'https:'
      return 'url'
    },
    place() {
      if (state === 'text' || state === 'comment') return state
      if (state === 'raw') return `raw ${rawElement}`
      return state === 'in-tag' || state === 'tag-name'
        ? `${state} ${element}`
        : [state, element, attribute, quote].join(' ')
    },
  }
}
