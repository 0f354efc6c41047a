/**
 * Where in HTML a tag stands, because each place wants another escape: text, an attribute, a link. Reads the
 * literals between tags with a small state machine of its own; linear, never throws.
 */

/** refused: CSS, script, a tag's or attribute's name, or an unquoted value, where no escape is safe. */
export type HtmlContext = 'text' | 'attribute' | 'url' | 'url-part' | 'refused'

export interface HtmlScanner {
  /** Reads a literal stretch. */
  read(literal: string): void
  /** Context of a tag standing here. */
  context(): HtmlContext
}

type State =
  | 'text'
  | 'comment'
  | 'raw'
  | 'tag-name'
  | 'in-tag'
  | 'attribute-name'
  | 'before-value'
  | 'value'
  | 'unquoted'

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'background', 'cite', 'poster'])
/** Elements whose text is not HTML text. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

export function startHtmlScanner(): HtmlScanner {
  let state: State = 'text'
  let element = ''
  let attribute = ''
  let quote = ''
  let hasValueBegun = false
  let rawElement = ''

  const step = (literal: string, at: number): number => {
    const char = literal[at]!
    switch (state) {
      case 'text':
        if (literal.startsWith('<!--', at)) {
          state = 'comment'
          return at + 4
        }
        if (char === '<' && /[a-zA-Z/!?]/.test(literal[at + 1] ?? '')) {
          state = 'tag-name'
          element = ''
        }
        return at + 1
      case 'comment': {
        const end = literal.indexOf('-->', at)
        if (end < 0) return literal.length
        state = 'text'
        return end + 3
      }
      case 'raw': {
        const end = literal.toLowerCase().indexOf(`</${rawElement}`, at)
        if (end < 0) return literal.length
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
          state = 'in-tag'
          return at
        } else attribute += char.toLowerCase()
        return at + 1
      case 'before-value':
        if (char === '"' || char === "'") {
          state = 'value'
          quote = char
          hasValueBegun = false
        } else if (!/\s/.test(char)) {
          state = 'unquoted'
          return at
        }
        return at + 1
      case 'value': {
        const end = literal.indexOf(quote, at)
        if (end !== at) hasValueBegun = true
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
      const context = hasValueBegun ? 'url-part' : 'url'
      hasValueBegun = true
      return context
    },
  }
}
