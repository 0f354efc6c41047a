/**
 * Reads a file that must be its owner's alone: a password, a private key. What is checked is the very file that is
 * read. Source of the checks: reliability.md B6.
 */
import {constants} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'
import {open, stat} from 'node:fs/promises'
import {dirname} from 'node:path'

export type PrivateFault =
  | 'missing'
  | 'symlink'
  | 'unreadable'
  | 'not-file'
  | 'too-long'
  | 'owner'
  | 'mode'
  /** Everyone may write to the folder it lies in. */
  | 'folder'

export interface Refused {
  readonly why: PrivateFault
  readonly cause?: unknown
}

/** maxBytes: a longer file is refused. Never throws. */
export async function readPrivateFile(path: string, maxBytes: number): Promise<Buffer | Refused> {
  let file: FileHandle
  try {
    // O_NOFOLLOW: what is checked below is the file itself, not what a link points at by then.
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'missing' : code === 'ELOOP' || code === 'EMLINK' ? 'symlink' : 'unreadable'
    return {why, cause: error}
  }
  try {
    const why = await faultOf(file, path, maxBytes)
    return why === null ? await file.readFile() : {why}
  } catch (error) {
    return {why: 'unreadable', cause: error}
  } finally {
    await file.close()
  }
}

async function faultOf(file: FileHandle, path: string, maxBytes: number): Promise<PrivateFault | null> {
  const found = await file.stat()
  if (!found.isFile()) return 'not-file'
  if (found.size > maxBytes) return 'too-long'
  // Windows has neither owners nor modes in this form.
  if (process.getuid === undefined) return null
  if (found.uid !== process.getuid()) return 'owner'
  if ((found.mode & 0o077) !== 0) return 'mode'
  const parent = await stat(dirname(path))
  // In a folder that everyone may write to, anyone can put another file in its place; sticky folders prevent that.
  const isOpen = (parent.mode & 0o002) !== 0 && (parent.mode & 0o1000) === 0
  return isOpen ? 'folder' : null
}
