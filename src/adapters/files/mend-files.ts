/** Files that are mended in place: bytes are spliced, so that what no edit touches stays as it was to the byte. */
import {access, constants, readFile, realpath, stat} from 'node:fs/promises'
import type {Edit} from '../../core/lint/mends/edits.ts'
import {inOrder} from '../../core/lint/mends/edits.ts'
import {AppError} from '../../errors.ts'
import type {MendFiles} from '../../ports/mend-files.ts'
import {openError} from './open-error.ts'
import {textOfBytes} from './read-text.ts'
import {startDraft, writeWholeFile} from './write-file.ts'

export const mendFiles: MendFiles = {
  async read(file) {
    const bytes = await readFile(file).catch((error) => {
      throw openError(file, error)
    })
    return textOfBytes(bytes, file)
  },
  async mend(file, before, edits) {
    try {
      // A link stays a link: what it leads to is mended.
      const path = await realpath(file)
      await access(path, constants.W_OK)
      const {mode} = await stat(path)
      const bytes = await readFile(path)
      if (textOfBytes(bytes, file) !== before) throw new AppError('FIX_STALE', {file})
      const draft = await startDraft(path, {mode: mode & 0o777, existing: 'replace'})
      try {
        await draft.write(spliced(bytes, before, edits))
        // Whoever saved it meanwhile must not lose that.
        if (!bytes.equals(await readFile(path))) throw new AppError('FIX_STALE', {file})
        await draft.finish()
      } catch (error) {
        await draft.abandon()
        throw error
      }
    } catch (error) {
      throw told(file, error)
    }
  },
  async create(file, text) {
    try {
      await writeWholeFile(file, text, {mode: 0o644, existing: 'keep'})
    } catch (error) {
      throw told(file, error)
    }
  },
}

function told(file: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const {code = 'unknown'} = error as NodeJS.ErrnoException
  if (code === 'EEXIST') return new AppError('FIX_STALE', {file}, {cause: error})
  return new AppError('FILE_UNWRITABLE', {file, why: code}, {cause: error})
}

function spliced(bytes: Buffer, text: string, edits: readonly Edit[]): Buffer {
  const byteAt = byteOffsets(bytes, text)
  const pieces: Buffer[] = []
  let at = 0
  for (const {start, end, text: words} of inOrder(edits)) {
    pieces.push(bytes.subarray(at, byteAt(start)), Buffer.from(words, 'ascii'))
    at = byteAt(end)
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}

/** Of UTF-8, else of CP932, as read-text.ts reads them. */
function byteOffsets(bytes: Buffer, text: string): (offset: number) => number {
  const mark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  if (Buffer.from(text, 'utf8').equals(bytes.subarray(mark)))
    return (offset) => mark + Buffer.byteLength(text.slice(0, offset))
  return (offset) => {
    let at = 0
    for (let chars = 0; chars < offset; chars += 1) at += isLead(bytes[at]!) ? 2 : 1
    return at
  }
}

/** Of a character of two bytes. Half-width kana (a1 to df) take one. */
function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc)
}
