/**
 * The keys of a workspace in `.todoke/keys/`, one file each, 0600. The newest token key signs; older ones stay and
 * keep verifying, because links in old mails must work for years (reliability.md B5).
 */
import {randomBytes} from 'node:crypto'
import {mkdir, readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {TokenKey} from '../../core/suppression/token.ts'
import {AppError} from '../../errors.ts'
import type {TokenKeyring} from '../../ports/token-keys.ts'
import {writeWholeFile} from '../files/write-file.ts'

interface KeyFile {
  readonly kind: 'token'
  readonly id: string
  readonly createdAt: string
  /** 32 bytes, base64url. */
  readonly secret: string
  /** When its links stopped working; missing = they work. */
  readonly revokedAt?: string
}

/**
 * folder: `.todoke/keys` of the workspace. revoked: ids of keys that count no more; those and the ones whose file says so are
 * left out. Oldest first; empty when there is none yet. Throws SECRET_UNREADABLE.
 */
export async function readTokenKeys(folder: string, revoked: readonly string[]): Promise<readonly TokenKey[]> {
  const valid = (await readKeyFiles(folder)).filter(
    ({id, revokedAt}) => !revoked.includes(id) && revokedAt === undefined,
  )
  return valid.map(keyOf)
}

/** Revoked or not; null when there is none of that id. */
export async function findTokenKey(
  folder: string,
  id: string,
): Promise<(TokenKey & {readonly isRevoked: boolean}) | null> {
  const found = (await readKeyFiles(folder)).find((file) => file.id === id)
  return found === undefined ? null : {...keyOf(found), isRevoked: found.revokedAt !== undefined}
}

export function tokenKeyring(folder: string): TokenKeyring {
  return {
    async list() {
      return (await readKeyFiles(folder)).map(({id, createdAt, revokedAt}) => ({
        ...{id, createdAt: Date.parse(createdAt)},
        revokedAt: revokedAt === undefined ? null : Date.parse(revokedAt),
      }))
    },
    create: async (at) => (await createTokenKey(folder, at)).id,
    async revoke(id, at) {
      const file = (await readKeyFiles(folder)).find((each) => each.id === id)
      if (file !== undefined && file.revokedAt === undefined)
        await writeKeyFile(folder, {...file, revokedAt: new Date(at).toISOString()}, 'replace')
    },
  }
}

async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^token-[0-9a-f]{8}\.json$/.test(name))
  const files = await Promise.all(names.map((name) => readKeyFile(join(folder, name))))
  return files.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}

function keyOf({id, secret}: KeyFile): TokenKey {
  return {id, secret: Buffer.from(secret, 'base64url')}
}

/** The key that signs now; made on first use, and when all others are revoked. now: UTC milliseconds. revoked: ids. */
export async function signingKey(folder: string, now: number, revoked: readonly string[] = []): Promise<TokenKey> {
  const keys = await readTokenKeys(folder, revoked)
  return keys.at(-1) ?? (await createTokenKey(folder, now))
}

async function createTokenKey(folder: string, now: number): Promise<TokenKey> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const id = randomBytes(4).toString('hex')
  const secret = randomBytes(32)
  const file: KeyFile = {
    kind: 'token',
    id,
    createdAt: new Date(now).toISOString(),
    secret: secret.toString('base64url'),
  }
  await writeKeyFile(folder, file, 'keep')
  return {id, secret}
}

async function writeKeyFile(folder: string, file: KeyFile, existing: 'keep' | 'replace'): Promise<void> {
  const path = join(folder, `token-${file.id}.json`)
  await writeWholeFile(path, `${JSON.stringify(file)}\n`, {mode: 0o600, existing}).catch((error: unknown) => {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new AppError('FILE_UNWRITABLE', {file: path, why: code || message}, {cause: error})
  })
}

async function readKeyFile(path: string): Promise<KeyFile> {
  const {mode} = await stat(path)
  if ((mode & 0o077) !== 0) throw new AppError('SECRET_UNREADABLE', {from: path, why: 'others may read it'})
  try {
    const file = JSON.parse(await readFile(path, 'utf8')) as KeyFile
    if (Buffer.from(file.secret, 'base64url').length !== 32) throw new Error('not 32 bytes')
    return file
  } catch (error) {
    throw new AppError('SECRET_UNREADABLE', {from: path, why: 'not a key file'}, {cause: error})
  }
}
