/**
 * Mails of a mailbox one after the other: a maildir, a mbox, a folder of .eml files. Nothing is moved or marked; links are
 * not followed; of a mail over the limit only the beginning is held.
 */
import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {AppError} from '../../errors.ts'
import type {InboxMail, Mailboxes} from '../../ports/mailboxes.ts'
import {openError} from '../files/open-error.ts'
import {MOST_MAIL_BYTES, readArrived} from './arrived-mail.ts'

export const mailboxes: Mailboxes = {read: readMailbox}

async function* readMailbox(path: string): AsyncGenerator<InboxMail> {
  const found = await stat(path).catch((error) => {
    throw openError(path, error)
  })
  for (const file of found.isDirectory() ? await filesOf(path) : [path]) yield* readFileOf(file)
}

/** In order of their names, so that the same folder is read the same way. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  const isMaildir = ['cur', 'new'].every((name) => entries.some((each) => each.isDirectory() && each.name === name))
  if (isMaildir) {
    const parts = await Promise.all(['cur', 'new'].map((name) => readdir(join(folder, name), {withFileTypes: true})))
    return parts.flatMap((mails, i) =>
      mails
        .filter((each) => each.isFile() && !each.name.startsWith('.'))
        .map(({name}) => join(folder, i === 0 ? 'cur' : 'new', name))
        .sort(),
    )
  }
  const files = entries.filter((each) => each.isFile() && /\.(eml|mbox|mbx)$/i.test(each.name))
  if (files.length === 0) throw new AppError('MAIL_FOLDER_EMPTY', {folder})
  return files.map(({name}) => join(folder, name)).sort()
}

const FROM_LINE = Buffer.from('From ')
const NEXT_MAIL = Buffer.from('\nFrom ')
/** Of a mail over the limit. */
const BEGINNING_BYTES = 64 * 1024

async function* readFileOf(file: string): AsyncGenerator<InboxMail> {
  let pending: Buffer = Buffer.alloc(0)
  let beginning: Buffer | null = null
  let isMbox: boolean | null = null
  let number = 0
  const take = (bytes: Buffer): Promise<InboxMail> => {
    number += 1
    const head = beginning
    beginning = null
    const body = isMbox ? withoutFromLine(head ?? bytes) : (head ?? bytes)
    return readArrived(body, isMbox ? `${file}#${number}` : file, head === null && body.length <= MOST_MAIL_BYTES)
  }
  try {
    for await (const piece of createReadStream(file, {highWaterMark: 1 << 20})) {
      let from = Math.max(0, pending.length - NEXT_MAIL.length)
      pending = pending.length === 0 ? (piece as Buffer) : Buffer.concat([pending, piece as Buffer])
      isMbox ??= pending.subarray(0, FROM_LINE.length).equals(FROM_LINE)
      for (let at = isMbox ? pending.indexOf(NEXT_MAIL, from) : -1; at >= 0; at = pending.indexOf(NEXT_MAIL, from)) {
        yield await take(pending.subarray(0, at + 1))
        pending = pending.subarray(at + 1)
        from = 1
      }
      if (pending.length > MOST_MAIL_BYTES) {
        beginning ??= Buffer.from(pending.subarray(0, BEGINNING_BYTES))
        pending = Buffer.from(pending.subarray(-NEXT_MAIL.length))
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw openError(file, error)
  }
  if (pending.length > 0) yield await take(pending)
}

function withoutFromLine(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, FROM_LINE.length).equals(FROM_LINE)) return bytes
  const end = bytes.indexOf(0x0a)
  return end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1)
}
