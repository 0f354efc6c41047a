/**
 * The key by which erased people are recognised, in `.todoke/keys/`, 0600: apart from the store, so that a copy of the
 * store alone names nobody. Never replaced: tombstones made with it would recognise nobody any more.
 */
import {randomBytes} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {keyFileIds, readKeyFile, secretOf, writeKeyFile} from './key-files.ts'

interface KeyFile {
  readonly id: string
  readonly createdAt: string
  readonly secret: string
}

/** folder: `.todoke/keys` of the workspace. Oldest first; empty when there is none yet. Throws SECRET_UNREADABLE. */
export async function readErasureKeys(folder: string): Promise<readonly ErasureKey[]> {
  const ids = await keyFileIds(folder, 'erasure')
  const files = await Promise.all(ids.map((id) => readKeyFile(folder, 'erasure', id, checked)))
  files.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  return files.map((file) => ({id: file.id, secret: secretOf(file)}))
}

/** Made on first use. now: UTC milliseconds. */
export async function ensureErasureKey(folder: string, now: number): Promise<void> {
  if ((await readErasureKeys(folder)).length > 0) return
  await mkdir(folder, {recursive: true, mode: 0o700})
  const file = {
    kind: 'erasure' as const,
    id: randomBytes(4).toString('hex'),
    createdAt: new Date(now).toISOString(),
    secret: randomBytes(32).toString('base64url'),
  }
  await writeKeyFile(folder, file, 'keep')
}

function checked(read: unknown): KeyFile {
  const file = read as KeyFile
  secretOf(file)
  return file
}
