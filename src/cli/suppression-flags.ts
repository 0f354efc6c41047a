/** Flags of the suppression commands: why, and how far. */
import {Flags} from '@oclif/core'
import type {SuppressionScope} from '../core/suppression/entry.ts'
import {SUPPRESSION_REASONS} from '../core/suppression/entry.ts'
import {AppError} from '../errors.ts'

export const reasonFlag = Flags.string({
  summary: 'Why, where the file does not say it.',
  options: [...SUPPRESSION_REASONS],
  default: 'optout',
})

export const scopeFlag = Flags.string({summary: 'How far it reaches: all, third-party, or topic:NAME.', default: 'all'})

/** Throws FLAG_INVALID. */
export function scopeOf(word: string): SuppressionScope {
  if (word === 'all' || word === 'third-party' || /^topic:\S+$/.test(word)) return word as SuppressionScope
  throw new AppError('FLAG_INVALID', {
    flag: '--scope',
    given: word,
    expected: 'all, third-party, topic:NAME',
    command: 'suppression',
  })
}
