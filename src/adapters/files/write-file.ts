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

/** The folder must exist. Rejects with the system's own error (code EEXIST, EACCES, ENOSPC, …), leaving no rest. */
export async function writeWholeFile(path: string, bytes: Uint8Array | string, how: WriteHow): Promise<void> {
  const draft = join(dirname(path), `.todoke-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx', how.mode)
    try {
      await file.writeFile(bytes)
      // Before the name appears the bytes must be on the disk, or a power cut leaves an empty file.
      await file.sync()
    } finally {
      await file.close()
    }
    if (how.existing === 'replace') await rename(draft, path)
    else await linkNew(draft, path)
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
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
