/** What flows ask of files of consent events: CSV in any form that lists have, or JSON lines. */
import type {EventColumn} from '../core/consent/event-columns.ts'
import type {ConsentKind} from '../core/contacts/consent.ts'
import type {DateReading} from '../core/contacts/read-moment.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import type {ConsentLine} from './consent-store.ts'
import type {RejectCount} from './list-files.ts'

export interface ConsentFileAsk {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  /** "COLUMN=FIELD" pairs. */
  readonly map: readonly string[]
  /** What happened, of lines that do not say it; null = not said. */
  readonly event: ConsentKind | null
  /** Names of the settings. */
  readonly purposes: readonly string[]
  readonly dates: DateReading
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  /** UTC milliseconds. */
  readonly now: number
}

export interface ConsentBatch {
  readonly lines: readonly ConsentLine[]
  /** By reason; what they say against mail is among the lines all the same. */
  readonly rejected: Readonly<Record<string, RejectCount>>
  /** Places of lines that are rejected already; they hold only what says no. */
  readonly faulty: ReadonlySet<number>
  /** Puts a line of this batch into the rejects file. */
  reject(place: number, why: string): void
  readonly bytesRead: number
}

export interface ConsentFile {
  readonly file: string
  readonly format: 'csv' | 'jsonl'
  readonly encoding: TextEncoding
  readonly sha256: string
  readonly sizeBytes: number
  /** Of JSON lines, as far as they are met. */
  readonly columns: readonly EventColumn[]
  /** In file order. rejectsFile: made only when a line is rejected. Throws FILE_*, ARCHIVE_*. */
  read(rejectsFile: string): AsyncIterable<ConsentBatch>
  /** Removes what was copied to read it. */
  release(): Promise<void>
}

export interface ConsentFiles {
  /** Throws FILE_*, ARCHIVE_*, SHEET_*, STDIN_TERMINAL, ENCODING_*, CSV_BROKEN, HEADER_*, MAPPING_INVALID, ADDRESS_COLUMN_MISSING, EVENT_COLUMN_MISSING, EVENT_DOUBTFUL, FLAG_INVALID. */
  open(ask: ConsentFileAsk): Promise<ConsentFile>
  /** Throws FLAG_INVALID, FILE_EXISTS or FILE_UNWRITABLE when bad lines of that file may not be written to that path. */
  checkRejects(path: string, file: string): void
}
