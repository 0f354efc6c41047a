/** Column names out of header cells: clean, none blank, none twice; and the limits a header must keep. */
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {withoutGuard} from '../../../core/contacts/formula-guard.ts'
import {AppError} from '../../../errors.ts'
import {usualWidth} from './find-delimiter.ts'

export interface ColumnNames {
  /** One per column that is read, no two alike. */
  readonly names: readonly string[]
  /** As the header has them, cleaned; empty where it has none. Says what a column means also when its name stands twice. */
  readonly words: readonly string[]
}

/**
 * cells: of the header, null when there is none. sample: rows below it. Excel's empty columns at the end, without name
 * and value, are left out. place: for errors. Throws COLUMNS_TOO_MANY, HEADER_TOO_LONG.
 */
export function nameColumns(
  cells: readonly string[] | null,
  sample: readonly (readonly string[])[],
  place: {readonly file: string; readonly line: number},
  limits: FileLimits,
): ColumnNames {
  const words = (cells ?? []).map(cleanName)
  const most = cells?.length ?? usualLength(sample)
  const count = Math.max(filledWidth(words), filledWidth(...sample.filter((row) => row.length <= most)))
  if (count > limits.columns) throw new AppError('COLUMNS_TOO_MANY', {...place, found: count, limit: limits.columns})
  const long = words.findIndex((name) => name.length > limits.nameLength)
  if (long >= 0) {
    const column = long + 1
    throw new AppError('HEADER_TOO_LONG', {...place, column, found: words[long]!.length, limit: limits.nameLength})
  }
  const kept = Array.from({length: count}, (_, index) => words[index] ?? '')
  return {words: kept, names: distinct(kept, columnWord(kept, sample))}
}

/** Without the marks nobody sees and the line breaks of a tall cell. */
function cleanName(cell: string): string {
  return withoutGuard(cell)
    .replace(/[\ufeff\u200b-\u200d\u2060]/g, '')
    .replace(/\s*[\r\n\t]+\s*/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Up to the last cell that holds something, over all rows. */
function filledWidth(...rows: readonly (readonly string[])[]): number {
  let width = 0
  for (const row of rows)
    for (let last = row.length; last > width; last -= 1)
      if (row[last - 1]!.trim() !== '') {
        width = last
        break
      }
  return width
}

function usualLength(rows: readonly (readonly string[])[]): number {
  return usualWidth(rows.map((cells) => ({cells}))).width
}

/** How a column without a name is called: by the language of the list, so that it is the same for everyone who imports it. */
function columnWord(words: readonly string[], sample: readonly (readonly string[])[]): string {
  const isJapanese = (cell: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(cell)
  return words.some(isJapanese) || sample.slice(0, 200).some((row) => row.some(isJapanese)) ? '列' : 'column '
}

function distinct(words: readonly string[], unnamed: string): string[] {
  const taken = new Set(words)
  const seen = new Set<string>()
  return words.map((word, index) => {
    const base = word === '' ? `${unnamed}${index + 1}` : word
    let name = base
    for (let count = 2; seen.has(name) || (name !== word && taken.has(name)); count += 1) name = `${base}_${count}`
    seen.add(name)
    return name
  })
}
