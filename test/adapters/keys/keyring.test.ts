import {chmod, mkdtemp, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {apiKeyring} from '../../../src/adapters/keys/api-keys.ts'
import {readErasureKeys} from '../../../src/adapters/keys/erasure-key.ts'
import {readTokenKeys, signingKey, tokenKeyring, tokenKeysWhileServing} from '../../../src/adapters/keys/keyring.ts'
import {readToken, tokenMaker} from '../../../src/core/suppression/token.ts'
import {AppError} from '../../../src/errors.ts'

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'todoke-keys-')), 'keys')
})

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('the keys of a workspace', () => {
  it('come into being once, readable by nobody else, and stay the same', async () => {
    expect(await readTokenKeys(folder, [])).toEqual([])
    const key = await signingKey(folder, 1000)
    expect(key.secret).toHaveLength(32)
    expect(await signingKey(folder, 2000)).toEqual(key)
    const [name] = await readdir(folder)
    expect(name).toBe(`token-${key.id}.json`)
    expect((await stat(join(folder, name!))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('sign with the newest and keep verifying with the old ones', async () => {
    const old = await signingKey(folder, 1000)
    const newer = {
      kind: 'token',
      id: 'ffffffff',
      createdAt: new Date(5000).toISOString(),
      secret: Buffer.alloc(32, 3).toString('base64url'),
    }
    await writeFile(join(folder, 'token-ffffffff.json'), JSON.stringify(newer), {mode: 0o600})
    expect((await signingKey(folder, 9000)).id).toBe('ffffffff')
    const token = tokenMaker(old, 'optout', 'AAAAAAAAAAA')('AAAAAAAAAAAAAAAAAAAAAA')
    expect(readToken(token, await readTokenKeys(folder, []))?.kind).toBe('optout')
  })

  it('are left out where they are revoked', async () => {
    const old = await signingKey(folder, 1000)
    const newer = await signingKey(folder, 2000, [old.id])
    expect(newer.id).not.toBe(old.id)
    expect((await readTokenKeys(folder, [old.id])).map(({id}) => id)).toEqual([newer.id])
  })

  it('are never taken for none where their folder cannot be read, and no other is made', async () => {
    const key = await signingKey(folder, 1000)
    await rename(folder, `${folder}-whole`)
    // Whatever stands between us and the folder, such as too many open files.
    await writeFile(folder, 'in the way')
    for (const look of [readTokenKeys(folder, []), signingKey(folder, 2000), readErasureKeys(folder)])
      expect((await refusal(look)).code).toBe('SECRET_UNREADABLE')
    expect((await refusal(apiKeyring(folder).list())).code).toBe('SECRET_UNREADABLE')
    await rm(folder)
    await rename(`${folder}-whole`, folder)
    expect(await signingKey(folder, 3000)).toEqual(key)
  })

  it('stay good while a server runs, when all of their files are gone', async () => {
    const look = tokenKeysWhileServing(folder, [])
    expect(await look()).toEqual([])
    const key = await signingKey(folder, 1000)
    expect(await look()).toEqual([key])
    await tokenKeyring(folder).revoke(key.id, 2000)
    expect(await look()).toEqual([])
    await rm(folder, {recursive: true})
    expect((await refusal(look())).code).toBe('SECRET_UNREADABLE')
  })

  it.each([0o640, 0o604, 0o660, 0o644, 0o620])('are refused when others may use the file (%o)', async (mode) => {
    const key = await signingKey(folder, 1000)
    await chmod(join(folder, `token-${key.id}.json`), mode)
    const error = await refusal(readTokenKeys(folder, []))
    expect(error.code).toBe('SECRET_UNREADABLE')
    expect(JSON.stringify(error.values)).not.toContain(Buffer.from(key.secret).toString('base64url'))
  })

  it.each(['', '{', '{}', '{"secret":"c2hvcnQ"}', '[]', 'null'])(
    'are refused when the file holds %j',
    async (content) => {
      await signingKey(folder, 1000)
      await writeFile(join(folder, 'token-00000000.json'), content, {mode: 0o600})
      expect((await refusal(signingKey(folder, 2000))).code).toBe('SECRET_UNREADABLE')
    },
  )
})
