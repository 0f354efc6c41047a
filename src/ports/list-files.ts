/** What flows ask of list files: a proposal of how to read one, then its rows; and the opt-outs of another. */
import type {Basis} from '../core/contacts/consent.ts'
import type {ListMapping, MappingFault} from '../core/contacts/mapping.ts'
import type {ColumnJudgement} from '../core/sensitive/column-judgement.ts'
import type {SuppressionEntry, SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import type {ImportRow} from './store.ts'

export interface ListFileAsk {
  readonly file: string
  /** What the user knows better than we can find out; null = find out. */
  readonly encoding: 'utf-8' | 'cp932' | null
  readonly delimiter: string | null
  /** "COLUMN=FIELD" pairs. */
  readonly map: readonly string[]
}

/** How a file would be read: shown before anything is changed. */
export interface ListFilePlan {
  readonly file: string
  readonly sizeBytes: number
  /** With the size it tells whether the file changed before it was read. */
  readonly modifiedMs: number
  readonly sha256: string
  readonly encoding: 'utf-8' | 'cp932'
  readonly hasBom: boolean
  /** 0 to 100. */
  readonly confidence: number
  readonly delimiter: string
  readonly mapping: ListMapping
  readonly mappingFaults: readonly MappingFault[]
  readonly columns: readonly ColumnJudgement[]
}

export interface ListReadAsk {
  readonly plan: ListFilePlan
  readonly basis: Basis | null
  readonly purpose: string | null
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  /** Where bad rows go; made only when there is one. */
  readonly rejectsFile: string
}

/** One stretch of a file. rows + rejected = the records of the stretch. */
export interface ListBatch {
  readonly rows: readonly ImportRow[]
  readonly rejected: Readonly<Record<string, number>>
  /** Addresses in which full-width letters were folded. */
  readonly folded: number
  /** Filled cells of left-out columns, by header: how much was not taken in. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Bytes of the file read so far. */
  readonly bytesRead: number
}

export interface ListFiles {
  /** Throws FILE_*, ENCODING_*, HEADER_MISSING, HEADER_ONLY, CSV_BROKEN. Reads the file's bytes once, changes nothing. */
  plan(ask: ListFileAsk): Promise<ListFilePlan>
  /** Throws FLAG_INVALID, FILE_EXISTS or FILE_UNWRITABLE when bad rows of that file may not be written to that path. */
  checkRejects(path: string, file: string): void
  /** Batches in file order, with back-pressure. Throws FILE_CHANGED. */
  read(ask: ListReadAsk): AsyncIterable<ListBatch>
}

export interface OptOutFileAsk {
  readonly file: string
  readonly encoding: 'utf-8' | 'cp932' | null
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly offsetMinutes: number
}

export interface OptOutFile {
  readonly file: string
  readonly encoding: string
  readonly confidence: number
  /** Hex. Of the bytes the file holds. */
  readonly sha256: string
  /** Null for an empty file. */
  readonly addressColumn: string | null
  readonly reasonColumn: string | null
  readonly dateColumn: string | null
  /**
   * Entries in file order. unreadable: the reason of each line that cannot be read as one; any address in it is an
   * entry all the same. Such lines go to rejectsFile in their original bytes; made only when there is one.
   */
  read(
    rejectsFile: string,
  ): AsyncIterable<{readonly entries: readonly SuppressionEntry[]; readonly unreadable: readonly string[]}>
}

export interface OptOutFiles {
  /** An empty file is one without entries. Throws FILE_*, ENCODING_*, CSV_BROKEN, ADDRESS_COLUMN_MISSING. */
  open(ask: OptOutFileAsk): Promise<OptOutFile>
}
