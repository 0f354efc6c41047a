/** A folder that takes mails as files. */

export interface MailFolder {
  /** number: from 1, in the order written. Throws FILE_UNWRITABLE. */
  write(number: number, publicId: string, bytes: Uint8Array): Promise<void>
}
