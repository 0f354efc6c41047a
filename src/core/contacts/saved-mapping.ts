/** How a file was read, kept to read the next one the same way: encoding, dialect, and what each column means. */
import type {TextEncoding} from '../text-encodings.ts'
import type {Basis} from './consent.ts'
import type {Field} from './fields.ts'
import type {ListMapping} from './mapping.ts'
import {ourColumns} from './mapping.ts'
import type {DateReading} from './read-moment.ts'
import type {RowsAre} from './rows-are.ts'
import type {StatusWords} from './status-words.ts'

export interface SavedColumn {
  /** The name as the import gave it; without a header the one it shall have. */
  readonly column: string
  /** From 1; told where a name stands twice or the file has no header. */
  readonly position: number | null
  readonly field: Field
  /** Kept as it is without anybody having been asked: words in it that say no are asked about. */
  readonly isWatched?: true
}

export interface SavedMapping {
  /** Null in all of these: found anew. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly header: number | 'none' | null
  readonly dates: DateReading | null
  readonly sheet: string | null
  readonly rows: RowsAre | null
  readonly columns: readonly SavedColumn[]
  readonly statusWords: StatusWords
  readonly basis: Basis | null
  readonly purpose: string | null
}

/**
 * The saved fields on the columns of a file. Every column must be known to both sides, but the two that a rejects file
 * begins with. overrides: as --map takes them; watched: those of them that nobody was asked about. The rest: names that only one side has.
 */
export function replayColumns(
  saved: readonly SavedColumn[],
  names: readonly string[],
): {
  readonly overrides: readonly string[]
  readonly watched: readonly string[]
  readonly onlyInFile: readonly string[]
  readonly onlyInMapping: readonly string[]
} {
  const first = ourColumns(names)
  const left = new Set(saved)
  const overrides: string[] = []
  const watched: string[] = []
  const onlyInFile: string[] = []
  for (const [index, name] of names.entries()) {
    if (index < first) continue
    const position = index - first + 1
    const found = [...left].find((each) => each.column === name && (each.position ?? position) === position)
    if (found === undefined) onlyInFile.push(name)
    else {
      left.delete(found)
      overrides.push(`#${position}=${found.field}`)
      if (found.isWatched === true) watched.push(`#${position}=${found.field}`)
    }
  }
  return {overrides, watched, onlyInFile, onlyInMapping: [...left].map((each) => each.column)}
}

/** How a file was read, as it can be saved. Where we wrote the text ourselves (a sheet) its dialect is no matter. */
export function savedFrom(
  plan: {
    readonly mapping: ListMapping
    readonly encoding: TextEncoding
    readonly delimiter: string
    readonly headerLine: number | null
    readonly statusWords: StatusWords
    readonly rows: RowsAre | null
    readonly place: {readonly writtenAs: unknown}
  },
  said: Pick<SavedMapping, 'dates' | 'sheet' | 'basis' | 'purpose'>,
): SavedMapping {
  const names = plan.mapping.map((column) => column.header)
  const first = ourColumns(names)
  const isText = plan.place.writtenAs === null
  const columns = plan.mapping.slice(first).map(({header, field, watch}, index) => {
    const isTold = plan.headerLine === null || isOneOfSeveral(header, names)
    return {column: header, position: isTold ? index + 1 : null, field, ...(watch && {isWatched: true as const})}
  })
  return {
    ...said,
    encoding: isText ? plan.encoding : null,
    delimiter: isText ? plan.delimiter : null,
    // The header of a rejects file is our own, and no list has it there.
    header: first > 0 ? null : (plan.headerLine ?? 'none'),
    rows: plan.rows,
    columns,
    statusWords: plan.statusWords,
  }
}

/** A name that stands twice: its second column is called name_2. */
function isOneOfSeveral(name: string, names: readonly string[]): boolean {
  const base = /^(.+)_\d+$/.exec(name)?.[1]
  return names.includes(`${name}_2`) || (base !== undefined && names.includes(base))
}
