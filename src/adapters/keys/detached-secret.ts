/** The secret between the workspace and its detached server, in `.todoke/keys/`, 0600, or where the settings say. */
import {randomBytes} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {writeWholeFile} from '../files/write-file.ts'

export const DETACHED_SECRET = 'detached.key'

/** Made on first use, never replaced: with another one the journal there could no longer be read. folder: `.todoke/keys`. */
export async function ensureDetachedSecret(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const words = `${randomBytes(32).toString('base64url')}\n`
  await writeWholeFile(join(folder, DETACHED_SECRET), words, {mode: 0o600, existing: 'keep'}).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    },
  )
}
