/**
 * The key files of one kind in `.todoke/keys/`: each its owner's alone, with a key as JSON. A folder or file that cannot be read
 * is an error and never "no keys": links of mails already sent would be told to be broken, and another key be made.
 */
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {AppError} from '../../errors.ts'
import {readPrivateFile} from '../files/private-file.ts'
import {writeWholeFile} from '../files/write-file.ts'

export type KeyFileKind = 'api' | 'erasure' | 'token'

const MOST_BYTES = 4096

/** Ids. Empty where there is no folder yet. Throws SECRET_UNREADABLE. */
export async function keyFileIds(folder: string, kind: KeyFileKind): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new AppError('SECRET_UNREADABLE', {from: folder, why: 'settings.secret.unreadable'}, {cause: error})
  })
  const form = new RegExp(`^${kind}-([0-9a-f]{8})\\.json$`)
  return names.flatMap((name) => form.exec(name)?.[1] ?? [])
}

/** read: what the file's JSON says; throws where it is no key. Throws SECRET_UNREADABLE. */
export async function readKeyFile<Key>(
  folder: string,
  kind: KeyFileKind,
  id: string,
  read: (file: unknown) => Key,
): Promise<Key> {
  const from = keyPath(folder, kind, id)
  const bytes = await readPrivateFile(from, MOST_BYTES)
  if (!Buffer.isBuffer(bytes))
    throw new AppError('SECRET_UNREADABLE', {from, why: `settings.secret.${bytes.why}`}, {cause: bytes.cause})
  try {
    return read(JSON.parse(bytes.toString('utf8')))
  } catch {
    // Without its cause: what a parser says repeats what it read.
    throw new AppError('SECRET_UNREADABLE', {from, why: 'settings.secret.no-key'})
  }
}

/** Throws FILE_UNWRITABLE. */
export async function writeKeyFile<File extends {readonly kind: KeyFileKind; readonly id: string}>(
  folder: string,
  file: File,
  existing: 'keep' | 'replace',
): Promise<void> {
  const path = keyPath(folder, file.kind, file.id)
  await writeWholeFile(path, `${JSON.stringify(file)}\n`, {mode: 0o600, existing}).catch((error: unknown) => {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new AppError('FILE_UNWRITABLE', {file: path, why: code || message}, {cause: error})
  })
}

/** 32 bytes as base64url. */
export function secretOf(file: {readonly secret: string}): Buffer {
  const secret = Buffer.from(file.secret, 'base64url')
  if (secret.length !== 32) throw new Error('not 32 bytes')
  return secret
}

function keyPath(folder: string, kind: KeyFileKind, id: string): string {
  return join(folder, `${kind}-${id}.json`)
}
