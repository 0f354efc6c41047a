/**
 * The key by which erased people are recognised, in `.todoke/keys/`, 0600: apart from the store, so that a copy of the
 * store alone names nobody. Never replaced: tombstones made with it would recognise nobody any more.
 */
import {randomBytes} from 'node:crypto'
import {mkdir, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {AppError} from '../../errors.ts'
import {readPrivateFile} from '../files/private-file.ts'
import {writeWholeFile} from '../files/write-file.ts'

const MOST_BYTES = 4096

/** folder: `.todoke/keys` of the workspace. Oldest first; empty when there is none yet. Throws SECRET_UNREADABLE. */
export async function readErasureKeys(folder: string): Promise<readonly ErasureKey[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^erasure-[0-9a-f]{8}\.json$/.test(name))
  const files = await Promise.all(names.map((name) => readKey(join(folder, name))))
  files.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  return files.map(({id, secret}) => ({id, secret: Buffer.from(secret, 'base64url')}))
}

/** Made on first use. now: UTC milliseconds. */
export async function ensureErasureKey(folder: string, now: number): Promise<void> {
  if ((await readErasureKeys(folder)).length > 0) return
  await mkdir(folder, {recursive: true, mode: 0o700})
  const id = randomBytes(4).toString('hex')
  const file = {
    kind: 'erasure',
    id,
    createdAt: new Date(now).toISOString(),
    secret: randomBytes(32).toString('base64url'),
  }
  await writeWholeFile(join(folder, `erasure-${id}.json`), `${JSON.stringify(file)}\n`, {mode: 0o600, existing: 'keep'})
}

interface KeyFile {
  readonly id: string
  readonly createdAt: string
  readonly secret: string
}

async function readKey(path: string): Promise<KeyFile> {
  const bytes = await readPrivateFile(path, MOST_BYTES)
  if (!Buffer.isBuffer(bytes))
    throw new AppError('SECRET_UNREADABLE', {from: path, why: bytes.why}, {cause: bytes.cause})
  try {
    const file = JSON.parse(bytes.toString('utf8')) as KeyFile
    if (Buffer.from(file.secret, 'base64url').length !== 32) throw new Error('not 32 bytes')
    return file
  } catch (error) {
    throw new AppError('SECRET_UNREADABLE', {from: path, why: 'not a key file'}, {cause: error})
  }
}
