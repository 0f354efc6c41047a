/**
 * Waivers: comments in a template that set findings of a duty aside, with a reason that is printed:
 * `<!-- todoke-disable jp/postal-address: on the linked page -->` in HTML and MJML, or `{{! todoke-disable … }}` in HTML
 * and text, which is not sent. A waiver holds for the whole part that it stands in.
 */
import type {OurComment} from './comments.ts'
import {commentsWith} from './comments.ts'
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
/** Behind the word the duties, behind a colon the reason. */
const DISABLE = /^\s*todoke-disable(?![\w-])([^:：]*)(?:[:：]([\s\S]*))?$/

export function waiversIn(parts: readonly PartView[]): readonly Waiver[] {
  return commentsWith(WORD, parts)
    .flatMap(waiversOf)
    .sort((a, b) => a.part - b.part || a.offset - b.offset)
    .slice(0, MOST)
}

function waiversOf({words, offset, part}: OurComment): readonly Waiver[] {
  const [, named, said = ''] = DISABLE.exec(words) ?? []
  if (named === undefined) return []
  const reason = said.trim()
  const start = offset + words.indexOf(WORD) + WORD.length
  const ids = [...named.matchAll(/[^\s,、]+/g)]
  return ids.length === 0
    ? [{duty: '', reason, part, offset: start - WORD.length}]
    : ids.map(({0: duty, index}) => ({duty: duty.toLowerCase(), reason, part, offset: start + index}))
}
