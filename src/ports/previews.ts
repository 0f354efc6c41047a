/** What a preview asks of the outside: somebody's data, the mail as a reader gets it, and a way to send one of it. */
import type {FillResult} from '../core/sending/fill-message.ts'
import type {SendContent} from '../core/sending/send-content.ts'
import type {Data} from '../core/templates/fill-part.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'

/** One person of a file that is no list of ours. */
export interface FilePerson {
  /** From 1, without the header; null = the file holds one person. */
  readonly row: number | null
  /** Null where the file says none that can be read. */
  readonly address: string | null
  readonly data: Data
  /** Names that the file offers; null = whatever is in data. */
  readonly names: OfferedNames | null
}

/** A mail taken apart again by a library of others, as a mail program would. */
export interface ReadMail {
  /** In their order, encoded words decoded, unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string
  readonly html: string | null
  /** Of every part that is no container, in their order. */
  readonly parts: readonly {readonly type: string; readonly encoding: string}[]
  readonly files: readonly {
    readonly name: string
    readonly type: string
    readonly cid: string | null
    readonly content: Uint8Array
  }[]
}

/** Fills the mail for one person: address, data, the Date header in UTC milliseconds. */
export type MailMaker = (person: {readonly address: string; readonly data: Data}, dateMs: number) => FillResult

export interface PreviewNeeds {
  /** A maker of mails that belong to no send: their links and ids are nobody's, and no key of the workspace signs them. */
  mailMaker(content: SendContent): Promise<MailMaker>
  readMail(bytes: Uint8Array): Promise<ReadMail>
  /** row: from 1. Throws FILE_*, ENCODING_*, HEADER_*, DATA_INVALID, ROW_UNKNOWN, FLAG_INVALID. */
  readPerson(file: string, row: number | null): Promise<FilePerson>
}

/** What a relay is asked to take as it stands. */
export interface TestMail {
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

export interface TestSender {
  /** Throws TEST_NOT_SENT; then the relay did not say that it took the mail. */
  send(mail: TestMail): Promise<void>
}
