/**
 * Comments in a template that speak to us: `<!-- todoke-… -->` in HTML and MJML, or `{{! todoke-… }}` in HTML and text,
 * which is taken out before a mail is made, so that it may also stand where every comment would be seen.
 */
import type {PartView} from './template-view.ts'

export interface OurComment {
  /** What stands between the marks. */
  readonly words: string
  /** Index in view.parts, and where in its source the words begin. */
  readonly part: number
  readonly offset: number
}

const HTML_COMMENT = {opener: '<!--', closer: '-->'} as const
const TEMPLATE_COMMENT = {opener: '{{!', closer: '}}'} as const

/** Those with that word in them, by part and kind. Linear. */
export function commentsWith(word: string, parts: readonly PartView[]): readonly OurComment[] {
  return parts.flatMap(({kind, source}, part) => {
    if (kind === 'subject' || !source.includes(word)) return []
    const forms = kind === 'html' ? [HTML_COMMENT, TEMPLATE_COMMENT] : [TEMPLATE_COMMENT]
    return forms
      .flatMap((form) => commentsIn(source, form))
      .filter(({words}) => words.includes(word))
      .map((comment) => ({...comment, part}))
  })
}

/** Where one does not close, none behind it does. */
function commentsIn(
  source: string,
  {opener, closer}: {readonly opener: string; readonly closer: string},
): Pick<OurComment, 'words' | 'offset'>[] {
  const found: Pick<OurComment, 'words' | 'offset'>[] = []
  for (let start = source.indexOf(opener); start >= 0; ) {
    const offset = start + opener.length
    const end = source.indexOf(closer, offset)
    if (end < 0) break
    found.push({words: source.slice(offset, end), offset})
    start = source.indexOf(opener, end)
  }
  return found
}
