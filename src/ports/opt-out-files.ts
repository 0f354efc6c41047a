/** What flows ask of files of opt-outs: how one would be read, then its lines. */
import type {DateReading} from '../core/contacts/read-moment.ts'
import type {RowsAre} from '../core/contacts/rows-are.ts'
import type {SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import type {MergeLine} from './suppression-store.ts'

export interface OptOutFileAsk {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  /** The column of addresses or hashes, a name or #1; null = found. */
  readonly column: string | null
  readonly dates: DateReading | null
  /** Who is in the file; null = everybody opted out, unless something speaks against it. */
  readonly rows: RowsAre | null
  /** What entries name as their source; null = the file's name. */
  readonly source: string | null
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly offsetMinutes: number
}

export interface OptOutBatch {
  /** In file order; subscribers among them. */
  readonly lines: readonly MergeLine[]
  /** The reason of each line that cannot be read as one; any address in it is an entry all the same. */
  readonly unreadable: readonly string[]
  /** Rows of people who are neither opted out nor subscribers there. */
  readonly others: number
}

export interface OptOutFile {
  readonly file: string
  /** As was said when it was opened. */
  readonly rows: RowsAre | null
  readonly encoding: TextEncoding
  readonly confidence: number
  /** Hex. Of the bytes the file holds. */
  readonly sha256: string
  /** The service whose export it is, by its own name; null = none that is known. */
  readonly service: string | null
  /** Null for an empty file. */
  readonly addressColumn: string | null
  readonly reasonColumn: string | null
  readonly dateColumn: string | null
  /** How it would be read, as one text: with its bytes, all that its entries depend on. */
  readonly reading: string
  /** What says that it is a list of subscribers; empty = nothing, or it was said what it is. */
  readonly subscriberSigns: readonly string[]
  /**
   * Unreadable lines go to rejectsFile in their original bytes; made only when there is one. Throws FILE_CHANGED, and
   * HASHES_MIXED at the end.
   */
  read(rejectsFile: string): AsyncIterable<OptOutBatch>
  /** Removes what was copied to read it. */
  release(): Promise<void>
}

export interface OptOutFiles {
  /** An empty file is one without entries. Throws FILE_*, ARCHIVE_*, SHEET_*, STDIN_TERMINAL, ENCODING_*, CSV_BROKEN, OPT_OUT_COLUMN_MISSING. */
  open(ask: OptOutFileAsk): Promise<OptOutFile>
}
