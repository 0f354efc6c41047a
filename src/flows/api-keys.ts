/** Keys of programs that use the JSON API: made, listed, revoked. The key itself is in the answer that makes it, and nowhere else. */
import type {ApiKey, KeptApiKey} from '../core/serving/api-key.ts'
import {AppError} from '../errors.ts'
import type {ApiKeyring} from '../ports/api-keys.ts'
import type {Clock} from '../ports/system.ts'

interface Needs {
  readonly keys: ApiKeyring
  readonly clock: Clock
}

/** Throws NAME_TAKEN, FILE_UNWRITABLE, SECRET_UNREADABLE. */
export async function createApiKey(
  {name, isReadOnly}: {readonly name: string; readonly isReadOnly: boolean},
  {keys, clock}: Needs,
): Promise<{readonly key: string; readonly kept: ApiKey}> {
  const taken = (await keys.list()).some((each) => each.name === name && each.revokedAt === null)
  if (taken) throw new AppError('NAME_TAKEN', {name})
  const {key, kept} = await keys.create(name, isReadOnly, clock.now())
  return {key, kept: withoutHash(kept)}
}

/** Oldest first. Throws SECRET_UNREADABLE. */
export async function listApiKeys(_: object, {keys}: Pick<Needs, 'keys'>): Promise<readonly ApiKey[]> {
  return (await keys.list()).map(withoutHash)
}

/** which: a name or an id. Throws KEY_UNKNOWN, SECRET_UNREADABLE. */
export async function revokeApiKey(
  {which}: {readonly which: string},
  {keys, clock}: Needs,
): Promise<{readonly kept: ApiKey; readonly wasRevoked: boolean}> {
  const all = await keys.list()
  const named = all.filter(({name}) => name === which)
  // A name may be given anew once its key is revoked.
  const found = all.find(({id}) => id === which) ?? named.find((key) => key.revokedAt === null) ?? named.at(-1)
  if (found === undefined)
    throw new AppError('KEY_UNKNOWN', {
      ...{given: which, known: all.map(({name}) => name).join(', ') || '-'},
      list: 'todoke key api list',
    })
  const now = clock.now()
  if (found.revokedAt === null) await keys.revoke(found.id, now)
  return {kept: {...withoutHash(found), revokedAt: found.revokedAt ?? now}, wasRevoked: found.revokedAt !== null}
}

function withoutHash({hash: _, ...key}: KeptApiKey): ApiKey {
  return key
}
