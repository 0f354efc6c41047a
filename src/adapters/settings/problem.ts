/** One mistake in todoke.yaml and its line on the screen: place, key path, what was expected, what was found. */
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'

export type KeyPath = readonly (string | number)[]

export interface SettingsProblem {
  /** Line and column from 1. */
  readonly line: number
  readonly column: number
  /** Empty for mistakes of the file as a whole. */
  readonly path: KeyPath
  readonly key: MessageKey
  readonly values: MessageValues
}

/** e.g. `todoke.yaml:12:9  relay.port: expected a whole number from 1 to 65535, found "abc"`. */
export function problemLine(problem: SettingsProblem, file: string, lang: Lang): string {
  const path = pathWords(problem.path)
  const words = text(lang, problem.key, problem.values)
  return `${file}:${problem.line}:${problem.column}  ${path === '' ? '' : `${path}: `}${words}`
}

/** ['purposes', 0, 'name'] -> purposes[0].name */
export function pathWords(path: KeyPath): string {
  let words = ''
  for (const step of path) words += typeof step === 'number' ? `[${step}]` : words === '' ? step : `.${step}`
  // A key is the user's own text: keep it on one line and short.
  return words.replace(/[\x00-\x1f\x7f]/g, '�').slice(0, 120)
}

/**
 * A value as it may be shown: on one line, at most 60 characters, and whatever looks like an address or like
 * user:password@host keeps only its first letter and its domain.
 */
export function shownValue(value: string): string {
  const plain = value.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
  const masked = plain.replace(/([^\s@<>"'()])[^\s@<>"'()]*@/g, '$1***@')
  return masked.length > 60 ? `${masked.slice(0, 59)}…` : masked
}
