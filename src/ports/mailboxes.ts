/** Mail that came in, as flows read it: mailboxes in, what nobody is sure of out to a file that a person completes. */
import type {ArrivedMail, UnsureWhy} from '../core/suppression/mail-opt-out.ts'

export interface InboxMail extends ArrivedMail {
  /** Path of its file, with its number in a mbox: inbox.mbox#12. */
  readonly place: string
  /** Names the mail in the list of unsure ones: a hash of its Message-ID, or of its bytes where it has none. */
  readonly id: string
  /** When it came in as its headers say, UTC milliseconds; null = they say nothing. */
  readonly arrivedAt: number | null
}

export interface Mailboxes {
  /** path: a maildir, a folder of .eml and .mbox files, or one of those. Throws FILE_*, MAIL_FOLDER_EMPTY. */
  read(path: string): AsyncIterable<InboxMail>
}

export interface UnsureMail {
  readonly id: string
  readonly place: string
  readonly from: string
  readonly arrivedAt: number | null
  readonly subject: string
  readonly why: UnsureWhy
  readonly decision: Decision | null
}

/** stop: it is an opt-out. keep: it is none. */
export type Decision = 'stop' | 'keep'

/** A row of the list as a person left it. */
export interface ListedMail {
  readonly decision: Decision | null
  readonly cells: readonly string[]
}

export interface UnsureFile {
  /** What stands in the file, by id of the mail; empty where there is no file. Throws FILE_*; FILE_EXISTS where it is no such list. */
  read(): Promise<ReadonlyMap<string, ListedMail>>
  /** Takes the place of the file; with nothing to list the file goes. kept: rows that stay as they are. Throws FILE_UNWRITABLE. */
  write(mails: readonly UnsureMail[], kept: readonly ListedMail[]): Promise<void>
}
