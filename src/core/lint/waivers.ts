/**
 * Waivers: comments in a template that set findings of a duty aside, with a reason that is printed:
 * `<!-- todoke-disable jp/postal-address: on the linked page -->`, or `{{! todoke-disable … }}`, which also works in
 * text and is not sent. A waiver holds for the whole part that it stands in.
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
const COMMENT = /<!--([\s\S]*?)-->|\{\{!([\s\S]*?)\}\}/g
const DISABLE = /^\s*todoke-disable(?![\w-])/

export function waiversIn(parts: readonly PartView[]): readonly Waiver[] {
  return parts.flatMap(({kind, source}, part) => (kind === 'subject' ? [] : waiversOf(source, part))).slice(0, MOST)
}

function waiversOf(source: string, part: number): readonly Waiver[] {
  if (!source.includes('todoke-disable')) return []
  return [...source.matchAll(COMMENT)].flatMap((comment) => {
    const words = comment[1] ?? comment[2] ?? ''
    const word = DISABLE.exec(words)?.[0]
    if (word === undefined) return []
    const start = comment.index + comment[0].indexOf(words) + word.length
    const colon = words.indexOf(':', word.length)
    const named = words.slice(word.length, colon < 0 ? undefined : colon)
    const reason = colon < 0 ? '' : words.slice(colon + 1).trim()
    const ids = [...named.matchAll(/[^\s,]+/g)]
    return ids.length === 0
      ? [{duty: '', reason, part, offset: comment.index}]
      : ids.map(({0: duty, index}) => ({duty: duty.toLowerCase(), reason, part, offset: start + index}))
  })
}
