/** Compares the topics that consents and sends name: newsletters of one sender that people take and leave one by one. */
import {purposesOf} from '../consent/purposes.ts'
import {foldWord} from './fold-word.ts'
import {remember} from './remember.ts'

const ALL: ReadonlySet<string> = new Set(['all', 'すべて', '全て', '全部'].map(foldWord))

/** Of a text with one topic or several, written as purposes are; empty = of all. */
export const topicsOf: (text: string) => ReadonlySet<string> = remember((text) => {
  const names = [...purposesOf(text)].map((name) => name.replace(/^topic: ?/, ''))
  return new Set(names.some((name) => ALL.has(name)) ? [] : names)
})

/** True when what speaks of `own` speaks of all that `asked` names. Null = of all. */
export function coversTopic(own: string | null, asked: string): boolean {
  if (own === null || own === asked) return true
  const names = topicsOf(own)
  if (names.size === 0) return true
  const wanted = topicsOf(asked)
  for (const name of wanted) if (!names.has(name)) return false
  return wanted.size > 0
}

/** True when both may be about the same: they share a topic, or one of them is about all. */
export function sharesTopic(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  const [names, others] = [topicsOf(a), topicsOf(b)]
  if (names.size === 0 || others.size === 0) return true
  for (const name of names) if (others.has(name)) return true
  return false
}
