/**
 * A folder for copies that live as long as one job: what came through a pipe, the text of a sheet. They hold people,
 * so only the user may read them, and they are removed also when the process is told to end at once.
 */
import {randomBytes} from 'node:crypto'
import {rmSync} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'
import {chmod, mkdir, mkdtemp, open, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {FILE_LIMITS} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'

export interface SpoolRoom {
  /** Of the files that are read here. */
  readonly limits: FileLimits
  /** Fills a new file, 0600, and returns its path; when fill fails, nothing is left. Throws FILE_UNWRITABLE and what fill throws. */
  keep(fill: (file: FileHandle) => Promise<void>): Promise<string>
  /** Paths that are not there are fine. */
  remove(paths: readonly string[]): Promise<void>
}

/** folder: made 0700 when first needed; null = a new one among the system's temporary files, removed when empty. */
export function spoolRoom(folder: string | null, limits: FileLimits = FILE_LIMITS): SpoolRoom {
  const kept = new Set<string>()
  let room: string | null = null
  const drop = () => {
    for (const path of folder === null && room !== null ? [room] : kept) rmSync(path, {recursive: true, force: true})
  }

  async function remove(paths: readonly string[]) {
    for (const path of paths) {
      await rm(path, {force: true})
      kept.delete(path)
    }
    if (kept.size > 0 || room === null) return
    process.off('exit', drop)
    if (folder === null) await rm(room, {recursive: true, force: true})
    room = null
  }

  return {
    limits,
    async keep(fill) {
      if (room === null) {
        room = await enter(folder)
        process.on('exit', drop)
      }
      const path = join(room, `spool-${process.pid}-${randomBytes(6).toString('hex')}`)
      kept.add(path)
      try {
        const file = await open(path, 'wx', 0o600)
        try {
          await fill(file)
        } finally {
          await file.close()
        }
      } catch (error) {
        await remove([path])
        throw unwritable(path, error)
      }
      return path
    },
    remove,
  }
}

async function enter(folder: string | null): Promise<string> {
  if (folder === null) return mkdtemp(join(tmpdir(), 'todoke-'))
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
    await chmod(folder, 0o700)
  } catch (error) {
    throw unwritable(folder, error)
  }
  for (const name of await readdir(folder)) if (isLeftOver(name)) await rm(join(folder, name), {force: true})
  return folder
}

/** A copy whose process is gone: the machine or the process died in the middle. */
function isLeftOver(name: string): boolean {
  const pid = Number(/^(?:spool|proposal)-(\d+)[-.]/.exec(name)?.[1] ?? process.pid)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EFBIG', 'EIO']

function unwritable(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return NO_ROOM.includes(code) && !(error instanceof AppError)
    ? new AppError('FILE_UNWRITABLE', {file, why: code}, {cause: error})
    : error
}
