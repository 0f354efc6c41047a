/**
 * The keys of a workspace in `.todoke/keys/`, one file each, 0600. The newest token key signs; older ones stay and
 * keep verifying, because links in old mails must work for years (reliability.md B5).
 */
import {randomBytes} from 'node:crypto'
import {mkdir, open, readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {TokenKey} from '../../core/suppression/token.ts'
import {AppError} from '../../errors.ts'

interface KeyFile {
  readonly kind: 'token'
  readonly id: string
  readonly createdAt: string
  /** 32 bytes, base64url. */
  readonly secret: string
}

/**
 * folder: `.todoke/keys` of the workspace. revoked: ids of keys that count no more, and are left out. Oldest first;
 * empty when there is none yet. Throws SECRET_UNREADABLE.
 */
export async function readTokenKeys(folder: string, revoked: readonly string[]): Promise<readonly TokenKey[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^token-[0-9a-f]{8}\.json$/.test(name))
  const files = await Promise.all(names.map((name) => readKeyFile(join(folder, name))))
  files.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  const valid = files.filter(({id}) => !revoked.includes(id))
  return valid.map((file) => ({id: file.id, secret: Buffer.from(file.secret, 'base64url')}))
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
  const handle = await open(join(folder, `token-${id}.json`), 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(file)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return {id, secret}
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
