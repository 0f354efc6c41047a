/** What flows ask of list files: a proposal of how to read one, then its rows. */

import type {FlagCount} from '../core/contacts/address-census.ts'
import type {Basis} from '../core/contacts/consent.ts'
import type {Doubt} from '../core/contacts/doubts.ts'
import type {ListFormat} from '../core/contacts/formats.ts'
import type {ListMapping, MappingFault} from '../core/contacts/mapping.ts'
import type {DateReading} from '../core/contacts/read-moment.ts'
import type {ReadNote} from '../core/contacts/read-notes.ts'
import type {RowsAre} from '../core/contacts/rows-are.ts'
import type {SavedColumn} from '../core/contacts/saved-mapping.ts'
import type {StatusWords} from '../core/contacts/status-words.ts'
import type {ColumnJudgement} from '../core/sensitive/column-judgement.ts'
import type {KeepAsk} from '../core/sensitive/keep-columns.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import type {RowBlock} from './list-import.ts'
import type {SourcePlace} from './source-place.ts'

export interface ListFileAsk {
  /** A path, or `-` for standard input. */
  readonly file: string
  /** The sheet of a workbook, by name; null = the only one that holds anything. */
  readonly sheet: string | null
  /** What the user knows better than we can find out; null = find out. */
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  /** "COLUMN=FIELD" pairs, COLUMN a name or #1; they win over columns. */
  readonly map: readonly string[]
  /** Line of the header, from 1; none: every line is a row. */
  readonly header?: number | 'none' | null
  /** Columns of a saved mapping and the file that says so: they must be those of the file. */
  readonly columns?: {readonly of: string; readonly saved: readonly SavedColumn[]} | null
  /** What words of a status column mean, beyond those that are known. */
  readonly statusWords?: StatusWords
  /** How dates are read that may mean two days; null = only those that mean one. */
  readonly dates?: DateReading | null
  /** What everyone in the file is; null = what its format says, and asked where that is not sure. */
  readonly rows?: RowsAre | null
  /** Columns of special-care data to take in, and on which ground. */
  readonly keep?: KeepAsk | null
}

/** How a file would be read: shown before anything is changed. */
export interface ListFilePlan {
  readonly file: string
  /** Where the reading thread finds the same bytes again. */
  readonly place: SourcePlace
  /** Of the plain text, which is more than a packed file has. */
  readonly sizeBytes: number
  readonly sha256: string
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  /** 0 to 100. */
  readonly confidence: number
  readonly delimiter: string
  /** Line of the header, from 1; null = the file has none. */
  readonly headerLine: number | null
  /** Lines at the top that are not read, from line 1. */
  readonly skipLines: number
  /** Those of them, by number, in which an address stands. */
  readonly skippedAddresses: readonly number[]
  /** The service the file was exported from, when it is one we know. */
  readonly format: ListFormat | null
  readonly mapping: ListMapping
  readonly mappingFaults: readonly MappingFault[]
  readonly columns: readonly ColumnJudgement[]
  /** What is not sure: asked, refused or shown. */
  readonly doubts: readonly Doubt[]
  readonly statusWords: StatusWords
  /** What was said of everyone in the file. */
  readonly rows: RowsAre | null
  /** The first row, column by column, as it may be shown: addresses and sensitive values masked. */
  readonly example: readonly string[]
}

export interface ListReadAsk {
  readonly plan: ListFilePlan
  readonly basis: Basis | null
  readonly purpose: string | null
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  /** Where bad rows go; made only when there is one. Null = they are only counted. */
  readonly rejectsFile: string | null
}

export interface RejectCount {
  readonly count: number
  /** Of the file, from 1. */
  readonly firstLine: number
}

/** One stretch of a file. Rows of the block + rejected = the records of the stretch. */
export interface ListBatch {
  readonly block: RowBlock
  /** By reason. */
  readonly rejected: Readonly<Record<string, RejectCount>>
  /** Filled cells of left-out columns, by header: how much was not taken in. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Words and dates that could not be taken as they stood. */
  readonly notes: readonly ReadNote[]
  /** What is worth telling about the file's addresses: with the last stretch, which holds no rows. */
  readonly flags: readonly FlagCount[]
  /** Bytes of the plain text read so far. */
  readonly bytesRead: number
}

export interface ListFiles {
  /** Throws FILE_*, ENCODING_*, HEADER_ONLY, HEADER_TOO_LONG, COLUMNS_TOO_MANY, LINE_TOO_LONG, CSV_BROKEN, MAPPING_DIFFERS. Reads the file's bytes once, changes nothing. */
  plan(ask: ListFileAsk): Promise<ListFilePlan>
  /** Removes what was copied for the plan (standard input, a sheet); to be called whenever plan gave one. */
  release(plan: ListFilePlan): Promise<void>
  /** Throws FLAG_INVALID, FILE_EXISTS or FILE_UNWRITABLE when bad rows of that file may not be written to that path. */
  checkRejects(path: string, file: string): void
  /** Batches in file order, with back-pressure. Throws FILE_CHANGED, and ARCHIVE_* when a packed file breaks off. */
  read(ask: ListReadAsk): AsyncIterable<ListBatch>
}
