/** The flags that say how a list file is read, alone or out of a saved mapping: what is said now wins. */
import {Flags} from '@oclif/core'
import {ROWS_ARE} from '../core/contacts/rows-are.ts'
import type {SavedMapping} from '../core/contacts/saved-mapping.ts'
import {AppError} from '../errors.ts'

export const mappingFlags = {
  header: Flags.string({
    summary: 'Line of the column names, from 1; none when there are none (default: found).',
    helpValue: 'LINE|none',
  }),
  rows: Flags.option({
    summary: 'What the rows of the file are, where its name or form leaves that open; opt-outs are never mailed.',
    options: ROWS_ARE,
  })(),
  mapping: Flags.string({
    summary: 'Read the file as this mapping file says; refused when its columns are others.',
    helpValue: 'FILE',
  }),
  'save-mapping': Flags.string({
    summary: 'Write how the file was read to this file, for --mapping next time.',
    helpValue: 'FILE',
  }),
  overwrite: Flags.boolean({summary: 'Replace the file of --save-mapping if it is there.'}),
  yes: Flags.boolean({summary: 'Ask nothing: what must not be guessed is refused.'}),
}

/** command: whose help says more. Throws FLAG_INVALID. */
export function headerOf(
  given: string | undefined,
  saved: SavedMapping | null,
  command = 'list import',
): number | 'none' | null {
  if (given === undefined) return saved?.header ?? null
  if (given === 'none') return 'none'
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given)
  throw new AppError('FLAG_INVALID', {flag: '--header', given, expected: '1, 2, 3 …, none', command})
}

/** What a saved mapping says of the columns of a file, in the words of an import. file: its own name, for errors. */
export function columnsOf(file: string | undefined, saved: SavedMapping | null) {
  return {
    columns: saved === null ? null : {of: file ?? '', saved: saved.columns},
    statusWords: saved?.statusWords ?? {active: [], stopped: []},
  }
}
