/** Writes a whole file so that a crash leaves either nothing of it or all of it. */
import {randomBytes} from 'node:crypto'
import {link, open, rename, unlink} from 'node:fs/promises'
import {dirname, join} from 'node:path'

export interface WriteHow {
  /** Permissions, e.g. 0o600. */
  readonly mode: number
  /** keep: an existing file is an error (EEXIST) and stays as it is. replace: the new content takes its place. */
  readonly existing: 'keep' | 'replace'
}

/** A file that is written in pieces and has no name yet. */
export interface Draft {
  write(bytes: Uint8Array | string): Promise<void>
  /** Gives it its name. */
  finish(): Promise<void>
  /** Removes it; also after a finish that failed. */
  abandon(): Promise<void>
}

/** The folder must exist. Rejects with the system's own error (code EEXIST, EACCES, ENOSPC, …), leaving no rest. */
export async function writeWholeFile(path: string, bytes: Uint8Array | string, how: WriteHow): Promise<void> {
  const draft = await startDraft(path, how)
  try {
    await draft.write(bytes)
    await draft.finish()
  } catch (error) {
    await draft.abandon()
    throw error
  }
}

/** Beside the path, since a file is renamed within one file system only. Rejects as writeWholeFile does. */
export async function startDraft(path: string, how: WriteHow): Promise<Draft> {
  const name = join(dirname(path), `.todoke-${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(name, 'wx', how.mode)
  return {
    write: (bytes) => file.writeFile(bytes),
    async finish() {
      // Before the name appears the bytes must be on the disk, or a power cut leaves an empty file.
      await file.sync()
      await file.close()
      if (how.existing === 'replace') await rename(name, path)
      else await linkNew(name, path)
      await syncFolder(dirname(path))
    },
    async abandon() {
      await file.close().catch(() => undefined)
      await unlink(name).catch(() => undefined)
    },
  }
}

/** link() fails when the name is taken, where rename() would overwrite. */
async function linkNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    // A file system without links (memory cards, some network shares): take the name first, then put the file there.
    await (await open(path, 'wx')).close()
    await rename(draft, path)
    return
  }
  await unlink(draft)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  // Not every file system can sync a folder; the file itself is safe by now.
  await handle.sync().catch(() => undefined)
  await handle.close()
}
