/**
 * The keys of a workspace in `.todoke/keys/`, one file each, 0600. The newest token key signs; older ones stay and
 * keep verifying, because links in old mails must work for years (reliability.md B5).
 */
import {randomBytes} from 'node:crypto'
import {mkdir} from 'node:fs/promises'
import type {TokenKey} from '../../core/suppression/token.ts'
import {AppError} from '../../errors.ts'
import type {TokenKeyring} from '../../ports/token-keys.ts'
import {keyFileIds, readKeyFile, secretOf, writeKeyFile} from './key-files.ts'

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
  return validOf(await readKeyFiles(folder), revoked)
}

/**
 * The same, again and again while a server runs. Keys that were there and are all gone are no reason to tell readers that their
 * links are broken: then it throws.
 */
export function tokenKeysWhileServing(folder: string, revoked: readonly string[]): () => Promise<readonly TokenKey[]> {
  let wereThere = false
  return async () => {
    const files = await readKeyFiles(folder)
    if (wereThere && files.length === 0)
      throw new AppError('SECRET_UNREADABLE', {from: folder, why: 'settings.secret.missing'})
    wereThere ||= files.length > 0
    return validOf(files, revoked)
  }
}

function validOf(files: readonly KeyFile[], revoked: readonly string[]): readonly TokenKey[] {
  return files.filter(({id, revokedAt}) => !revoked.includes(id) && revokedAt === undefined).map(keyOf)
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
  const ids = await keyFileIds(folder, 'token')
  const files = await Promise.all(ids.map((id) => readKeyFile(folder, 'token', id, checked)))
  return files.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}

function checked(read: unknown): KeyFile {
  const file = read as KeyFile
  secretOf(file)
  return file
}

function keyOf(file: KeyFile): TokenKey {
  return {id: file.id, secret: secretOf(file)}
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
