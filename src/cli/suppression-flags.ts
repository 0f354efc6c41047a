/** Flags of the suppression commands: why, how far, and how files of opt-outs are read. */
import {Flags} from '@oclif/core'
import {ROWS_ARE} from '../core/contacts/rows-are.ts'
import type {SuppressionScope} from '../core/suppression/entry.ts'
import {SUPPRESSION_REASONS} from '../core/suppression/entry.ts'
import {readScope} from '../core/suppression/topic-scope.ts'
import {AppError} from '../errors.ts'

export const reasonFlag = Flags.string({
  summary: 'Why, where the file does not say it.',
  options: [...SUPPRESSION_REASONS],
  default: 'optout',
})

export const scopeFlag = Flags.string({summary: 'How far it reaches: all, third-party, or topic:NAME.', default: 'all'})

export const optOutRowsFlag = Flags.string({
  summary: 'Who is in the files: opt-outs = everybody left; subscribers = only those left whose state says so.',
  options: [...ROWS_ARE],
})

/** Folded, of one topic. Throws FLAG_INVALID. */
export function scopeOf(word: string): SuppressionScope {
  const scope = readScope(word)
  if (scope !== null) return scope
  throw new AppError('FLAG_INVALID', {
    flag: '--scope',
    given: word,
    expected: 'all, third-party, topic:NAME',
    command: 'suppression',
  })
}

/** A share of a hundred. Throws FLAG_INVALID. */
export function percentOf(flag: string, word: string): number {
  const number = Number(word.replace(/\s*%$/, ''))
  if (word.trim() !== '' && number >= 0 && number <= 100) return number
  throw new AppError('FLAG_INVALID', {flag, given: word, expected: '0 – 100', command: ''})
}
