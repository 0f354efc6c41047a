/**
 * Waivers: comments in a template that set findings of a duty aside, with a reason that is printed:
 * `<!-- todoke-disable jp/postal-address: on the linked page -->` in HTML and MJML, or `{{! todoke-disable … }}` in HTML
 * and text, which is not sent. A waiver holds for the whole part that it stands in.
 */
import type {PartView} from './template-view.ts'

export interface Waiver {
  readonly duty: string
  /** '' where none is given: then it sets nothing aside. */
  readonly reason: string
  /** Index in view.parts, and where in its source the duty is named. */
  readonly part: number
  readonly offset: number
}

/** Whoever writes more is not read on: one per duty is enough. */
const MOST = 100
const WORD = 'todoke-disable'
/** The second is taken out before a mail is made, so that it may also stand where every comment would be seen. */
const HTML_COMMENT = {opener: '<!--', closer: '-->'} as const
const TEMPLATE_COMMENT = {opener: '{{!', closer: '}}'} as const
/** Behind the word the duties, behind a colon the reason. */
const DISABLE = /^\s*todoke-disable(?![\w-])([^:：]*)(?:[:：]([\s\S]*))?$/

export function waiversIn(parts: readonly PartView[]): readonly Waiver[] {
  return parts
    .flatMap(({kind, source}, part) => {
      if (kind === 'subject' || !source.includes(WORD)) return []
      const forms = kind === 'html' ? [HTML_COMMENT, TEMPLATE_COMMENT] : [TEMPLATE_COMMENT]
      return forms.flatMap((form) => commentsIn(source, form)).flatMap((comment) => waiversOf(comment, part))
    })
    .sort((a, b) => a.part - b.part || a.offset - b.offset)
    .slice(0, MOST)
}

interface Comment {
  readonly words: string
  /** Of the words in the source. */
  readonly offset: number
}

/** Linear: where one does not close, none behind it does. */
function commentsIn(source: string, {opener, closer}: {readonly opener: string; readonly closer: string}): Comment[] {
  const found: Comment[] = []
  for (let start = source.indexOf(opener); start >= 0; ) {
    const offset = start + opener.length
    const end = source.indexOf(closer, offset)
    if (end < 0) break
    found.push({words: source.slice(offset, end), offset})
    start = source.indexOf(opener, end)
  }
  return found
}

function waiversOf({words, offset}: Comment, part: number): readonly Waiver[] {
  const [, named, said = ''] = DISABLE.exec(words) ?? []
  if (named === undefined) return []
  const reason = said.trim()
  const start = offset + words.indexOf(WORD) + WORD.length
  const ids = [...named.matchAll(/[^\s,、]+/g)]
  return ids.length === 0
    ? [{duty: '', reason, part, offset: start - WORD.length}]
    : ids.map(({0: duty, index}) => ({duty: duty.toLowerCase(), reason, part, offset: start + index}))
}
