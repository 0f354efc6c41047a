/** The keys of the JSON API in `.todoke/keys/`, one file each, 0600, with the hash of the key and never the key. */
import {randomBytes} from 'node:crypto'
import {mkdir, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {KeptApiKey} from '../../core/serving/api-key.ts'
import {writeApiKey} from '../../core/serving/api-key.ts'
import {bearerHash} from '../../core/serving/detached-key.ts'
import {AppError} from '../../errors.ts'
import type {ApiKeyring} from '../../ports/api-keys.ts'
import {readPrivateFile} from '../files/private-file.ts'
import {writeWholeFile} from '../files/write-file.ts'

interface KeyFile extends Omit<KeptApiKey, 'createdAt' | 'revokedAt'> {
  readonly kind: 'api'
  readonly createdAt: string
  readonly revokedAt: string | null
}

const MOST_BYTES = 4096

/** folder: `.todoke/keys` of the workspace. */
export function apiKeyring(folder: string): ApiKeyring {
  return {
    list: () => readAll(folder),
    async create(name, isReadOnly, at) {
      await mkdir(folder, {recursive: true, mode: 0o700})
      const id = randomBytes(4).toString('hex')
      const key = writeApiKey(id, randomBytes(32))
      const kept: KeptApiKey = {id, name, isReadOnly, createdAt: at, revokedAt: null, hash: bearerHash(key)}
      await write(folder, kept, 'keep')
      return {key, kept}
    },
    async revoke(id, at) {
      const found = (await readAll(folder)).find((key) => key.id === id)
      if (found !== undefined && found.revokedAt === null) await write(folder, {...found, revokedAt: at}, 'replace')
    },
  }
}

async function readAll(folder: string): Promise<readonly KeptApiKey[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^api-[0-9a-f]{8}\.json$/.test(name))
  const keys = await Promise.all(names.map((name) => read(join(folder, name))))
  return keys.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

async function read(path: string): Promise<KeptApiKey> {
  const bytes = await readPrivateFile(path, MOST_BYTES)
  if (!Buffer.isBuffer(bytes))
    throw new AppError('SECRET_UNREADABLE', {from: path, why: bytes.why}, {cause: bytes.cause})
  try {
    const {id, name, isReadOnly, hash, createdAt, revokedAt} = JSON.parse(bytes.toString('utf8')) as KeyFile
    if (!/^[0-9a-f]{64}$/.test(hash) || typeof isReadOnly !== 'boolean') throw new Error('not a hash')
    const revoked = revokedAt === null ? null : Date.parse(revokedAt)
    return {id, name, isReadOnly, hash, createdAt: Date.parse(createdAt), revokedAt: revoked}
  } catch (error) {
    throw new AppError('SECRET_UNREADABLE', {from: path, why: 'not a key file'}, {cause: error})
  }
}

async function write(folder: string, key: KeptApiKey, existing: 'keep' | 'replace'): Promise<void> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const file = {kind: 'api', ...key, createdAt: iso(key.createdAt), revokedAt: iso(key.revokedAt)}
  const path = join(folder, `api-${key.id}.json`)
  await writeWholeFile(path, `${JSON.stringify(file)}\n`, {mode: 0o600, existing}).catch((error: unknown) => {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new AppError('FILE_UNWRITABLE', {file: path, why: code || message}, {cause: error})
  })
}
