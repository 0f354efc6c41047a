/** What flows ask of the place an exported list goes to: rows in, a whole file out or none. */
import type {TextEncoding} from '../core/text-encodings.ts'

export interface ListSinkAsk {
  /** A path; null = standard output. */
  readonly out: string | null
  readonly overwrite: boolean
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  readonly delimiter: string
}

export interface ListSink {
  /** The first row is the header. Throws FILE_UNWRITABLE. */
  write(rows: readonly (readonly string[])[]): Promise<void>
  /** Puts the file where it belongs. Throws EXPORT_UNENCODABLE, FILE_EXISTS, FILE_UNWRITABLE; then nothing is there. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

export interface ListSinks {
  /** Throws FILE_EXISTS, FILE_IS_FOLDER, FILE_MISSING (its folder), FILE_UNWRITABLE. */
  open(ask: ListSinkAsk): Promise<ListSink>
  /** A sink that writes nothing, and whose finish throws EXPORT_UNENCODABLE; null where the encoding has all characters. */
  rehearse(ask: ListSinkAsk): ListSink | null
}
