/**
 * Reads a file of a template folder and nothing else: no path, link or device leads out of the folder, nothing is
 * waited for, and a file that changes while it is read is refused (reliability.md B2).
 */
import type {Stats} from 'node:fs'
import {constants} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'
import {open, realpath, stat} from 'node:fs/promises'
import {join, sep} from 'node:path'

export type ReadRefusal =
  | 'absolute'
  | 'parent'
  | 'backslash'
  | 'missing'
  | 'outside'
  | 'not-a-file'
  | 'borrowed'
  | 'too-big'
  | 'changed'
  | 'unreadable'

export type ReadInside =
  | {readonly ok: true; readonly content: Uint8Array}
  | {readonly ok: false; readonly why: ReadRefusal}

/** folder: of the template. name: relative, as written. most: bytes; more is refused before anything is read. Never throws. */
export async function readInside(folder: string, name: string, most: number): Promise<ReadInside> {
  const refusal = refusedName(name)
  if (refusal !== null) return {ok: false, why: refusal}
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, name))
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return {ok: false, why: 'outside'}
    return await readWhole(path, root, most)
  } catch (error) {
    return {ok: false, why: whyOf(error)}
  }
}

function refusedName(name: string): ReadRefusal | null {
  if (/^(?:~?\/|[a-z]:)/i.test(name) || name.includes('\0')) return 'absolute'
  if (name.includes('\\')) return 'backslash'
  return name.split('/').includes('..') ? 'parent' : null
}

/** path: already resolved; a link put in its place meanwhile is found out, and no pipe or device is opened. */
async function readWhole(path: string, root: string, most: number): Promise<ReadInside> {
  const [named, folder] = await Promise.all([stat(path), stat(root)])
  if (!named.isFile()) return {ok: false, why: 'not-a-file'}
  const {O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0} = constants
  await using file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  const opened = await file.stat()
  if (!opened.isFile()) return {ok: false, why: 'not-a-file'}
  const isSame = opened.dev === named.dev && opened.ino === named.ino && (await realpath(path)) === path
  if (!isSame) return {ok: false, why: 'changed'}
  if (isBorrowed(opened, folder)) return {ok: false, why: 'borrowed'}
  // Awaited here: the file must stay open until it is read.
  return await readSteady(file, most)
}

/** A second name for somebody else's file: who wrote the template may not be allowed to read it. */
function isBorrowed(file: Stats, folder: Stats): boolean {
  return file.nlink > 1 && file.uid !== folder.uid
}

/** At most one byte more than the size that was told, so that a file which grows meanwhile never fills the memory. */
export async function readSteady(file: Pick<FileHandle, 'stat' | 'read'>, most: number): Promise<ReadInside> {
  const {size, mtimeMs} = await file.stat()
  if (size > most) return {ok: false, why: 'too-big'}
  const buffer = new Uint8Array(size + 1)
  let length = 0
  while (length < buffer.length) {
    const {bytesRead} = await file.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  const after = await file.stat()
  if (length !== size || after.size !== size || after.mtimeMs !== mtimeMs) return {ok: false, why: 'changed'}
  return {ok: true, content: buffer.subarray(0, size)}
}

function whyOf(error: unknown): ReadRefusal {
  const {code} = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  if (code === 'ELOOP') return 'outside'
  // A socket, or a device without its driver.
  if (code === 'ENXIO' || code === 'EOPNOTSUPP') return 'not-a-file'
  return 'unreadable'
}
