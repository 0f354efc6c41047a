/**
 * Text that is safe to stand in HTML or SVG. Whatever is put into the template is escaped, unless it was made by this
 * file itself, so forgetting to escape is not possible.
 */

export interface Markup {
  readonly source: string
}

type Part = string | number | Markup | readonly Markup[] | null

class Safe implements Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** Strings and numbers are escaped, lists of markup joined, null leaves nothing. Attributes stand in double quotes. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = strings[0] ?? ''
  parts.forEach((part, index) => {
    source += sourceOf(part) + (strings[index + 1] ?? '')
  })
  return new Safe(source)
}

/** Lets a fixed text of our own through as it is (a style sheet); never for values. */
export function trusted(source: string): Markup {
  return new Safe(source)
}

/** The five characters that mean something in HTML or in an attribute. */
function escapeText(given: string): string {
  return given.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

function sourceOf(part: Part): string {
  if (part === null) return ''
  if (Array.isArray(part)) return part.map(sourceOf).join('')
  // Only what this file made is let through: an object that merely looks like markup is escaped.
  return part instanceof Safe ? part.source : escapeText(String(part))
}
