/** What mending asks of files. */
import type {Edit} from '../core/lint/mends/edits.ts'

export interface MendFiles {
  /** The text as mend wants it. Throws FILE_MISSING, FILE_UNREADABLE, FILE_BINARY. */
  read(file: string): Promise<string>
  /**
   * Changes what the edits say and not a byte more: encoding, line ends and permissions stay. before: the text as it was
   * read. edits: insertions of ASCII. Throws FIX_STALE when the file holds another text by now, FILE_UNWRITABLE.
   */
  mend(file: string, before: string, edits: readonly Edit[]): Promise<void>
  /** In UTF-8. Throws FIX_STALE when a file of that name is there by now, FILE_UNWRITABLE. */
  create(file: string, text: string): Promise<void>
}
