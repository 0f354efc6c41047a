/**
 * Topics in scopes, compared as those of consents are: whoever left "News" gets no "news", and whoever left "news, sale"
 * gets neither. A stored scope names one topic, folded; whatever is asked for is folded the same way.
 */
import {remember} from '../contacts/remember.ts'
import {topicsOf} from '../contacts/topics.ts'
import type {SuppressionScope} from './entry.ts'

const LONGEST = 100
const BLANK_INSIDE = /[^\s,;|、；，・]\s+[^\s,;|、；，・]/u

/** Of a topic or several; none, all of them, and what no scope can name mean all mail. */
export const scopesOfTopics: (text: string) => readonly SuppressionScope[] = remember((text) => {
  const topics = [...topicsOf(text)]
  if (topics.length === 0 || topics.some((topic) => topic.length > LONGEST)) return ['all']
  return topics.map((topic): SuppressionScope => `topic:${topic}`)
})

/** Of a cell: a scope as our own export writes it, or topics by name. Bare words side by side may be anything: all mail. */
export const scopesInCell: (cell: string) => readonly SuppressionScope[] = remember((cell) => {
  const text = cell.trim()
  if (/^third[ _-]?party$/i.test(text)) return ['third-party']
  return !/^topic:/i.test(text) && BLANK_INSIDE.test(text) ? ['all'] : scopesOfTopics(text)
})

/** Of a scope that somebody wrote. */
export function foldedScopes(scope: SuppressionScope): readonly SuppressionScope[] {
  return scope.startsWith('topic:') ? scopesOfTopics(scope) : [scope]
}

/** Of one word that somebody gave: all, third-party or topic:NAME, folded; null for what is none, or names several topics. */
export function readScope(word: string): SuppressionScope | null {
  const isScope = word === 'all' || word === 'third-party' || /^topic:.*\S/.test(word)
  const scopes = isScope ? foldedScopes(word as SuppressionScope) : []
  return scopes.length === 1 ? scopes[0]! : null
}

/** The scopes of a mail as one text in which each stands between line ends: `scope` is that of its send, '' of one without topic. */
export const scopesOfMail: (scope: string) => string = remember(
  (scope) => `\n${foldedScopes(scope as SuppressionScope).join('\n')}\n`,
)
