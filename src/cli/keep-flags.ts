/** The flags that take columns of special-care data and identifying numbers in, on a ground that is recorded with the import. */
import {Flags} from '@oclif/core'
import type {KeepAsk} from '../core/sensitive/keep-columns.ts'
import type {KeepBasis} from '../core/sensitive/kept-on.ts'
import {KEEP_BASES} from '../core/sensitive/kept-on.ts'
import {AppError} from '../errors.ts'

export const keepFlags = {
  keep: Flags.string({
    summary:
      'Take this column of special-care data or identity and account numbers in; recorded with its ground. My Number, cards, passwords: never.',
    helpValue: 'COLUMN',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'keep-basis': Flags.option({
    summary: 'Why the --keep columns may be held: consent, a law, or made public by the person.',
    options: KEEP_BASES,
  })(),
  'keep-evidence': Flags.string({
    summary: 'Where that ground can be read: the wording shown, the form, the record.',
    helpValue: 'TEXT',
  }),
}

/** Throws FLAG_INVALID when one is said without the others. */
export function keepOf(flags: {
  readonly keep?: readonly string[] | undefined
  readonly 'keep-basis'?: KeepBasis | undefined
  readonly 'keep-evidence'?: string | undefined
}): KeepAsk | null {
  const {keep: columns = [], 'keep-basis': basis, 'keep-evidence': evidence} = flags
  const refuse = (flag: string, given: string, expected: string) =>
    new AppError('FLAG_INVALID', {flag, given, expected, command: 'list import'})
  if (columns.length === 0) {
    if (basis !== undefined) throw refuse('--keep-basis', basis, '--keep COLUMN')
    if (evidence !== undefined) throw refuse('--keep-evidence', evidence.slice(0, 100), '--keep COLUMN')
    return null
  }
  if (basis === undefined) throw refuse('--keep', columns.join(', '), `--keep-basis ${KEEP_BASES.join('|')}`)
  if (evidence === undefined || evidence.trim() === '')
    throw refuse('--keep', columns.join(', '), '--keep-evidence TEXT')
  return {columns, basis, evidence: evidence.trim()}
}
