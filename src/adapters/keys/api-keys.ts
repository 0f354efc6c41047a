/** The keys of the JSON API in `.todoke/keys/`, one file each, 0600, with the hash of the key and never the key. */
import {randomBytes} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import type {KeptApiKey} from '../../core/serving/api-key.ts'
import {writeApiKey} from '../../core/serving/api-key.ts'
import {bearerHash} from '../../core/serving/detached-key.ts'
import {AppError} from '../../errors.ts'
import type {ApiKeyring, ReadableApiKeys} from '../../ports/api-keys.ts'
import {keyFileIds, readKeyFile, writeKeyFile} from './key-files.ts'

interface KeyFile extends Omit<KeptApiKey, 'createdAt' | 'revokedAt'> {
  readonly kind: 'api'
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** folder: `.todoke/keys` of the workspace. */
export function apiKeyring(folder: string): ApiKeyring {
  return {
    readable: () => readable(folder),
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
  const {keys, faults} = await readable(folder)
  for (const fault of faults.values()) throw fault
  return keys
}

async function readable(folder: string): Promise<ReadableApiKeys> {
  const keys: KeptApiKey[] = []
  const faults = new Map<string, AppError>()
  const read = async (id: string) => {
    try {
      keys.push(await readKeyFile(folder, 'api', id, checked))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      faults.set(id, error)
    }
  }
  await Promise.all((await keyFileIds(folder, 'api')).map(read))
  keys.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  return {keys, faults}
}

function checked(read: unknown): KeptApiKey {
  const {id, name, isReadOnly, hash, createdAt, revokedAt} = read as KeyFile
  if (!/^[0-9a-f]{64}$/.test(hash) || typeof isReadOnly !== 'boolean') throw new Error('not a hash')
  const revoked = revokedAt === null ? null : Date.parse(revokedAt)
  return {id, name, isReadOnly, hash, createdAt: Date.parse(createdAt), revokedAt: revoked}
}

async function write(folder: string, key: KeptApiKey, existing: 'keep' | 'replace'): Promise<void> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const file = {kind: 'api' as const, ...key, createdAt: iso(key.createdAt), revokedAt: iso(key.revokedAt)}
  await writeKeyFile(folder, file, existing)
}
