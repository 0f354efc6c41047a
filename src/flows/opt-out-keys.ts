/**
 * The keys that sign opt-out links: the newest signs, older ones go on opening their links, because old mails must keep a way
 * out for months and years (RFC 8058, the laws' link days); a revoked one opens none.
 */
import {AppError} from '../errors.ts'
import type {Clock} from '../ports/system.ts'
import type {TokenKeyFacts, TokenKeyring} from '../ports/token-keys.ts'

export interface OptOutKeysAsk {
  /** Ids that todoke.yaml revokes. */
  readonly revokedBySettings: readonly string[]
}

interface Needs {
  readonly keys: TokenKeyring
  readonly clock: Clock
}

/** signs: new mails. opens: links in old ones. revoked: no link any more. */
export interface OptOutKey extends TokenKeyFacts {
  readonly state: 'signs' | 'opens' | 'revoked'
  /** What revokes it; null = nothing. */
  readonly revokedBy: 'command' | 'settings' | null
}

/** Oldest first. Throws SECRET_UNREADABLE. */
export async function listOptOutKeys(
  {revokedBySettings}: OptOutKeysAsk,
  {keys}: Pick<Needs, 'keys'>,
): Promise<readonly OptOutKey[]> {
  const all = (await keys.list()).map((key) => {
    const bySettings = revokedBySettings.includes(key.id) ? ('settings' as const) : null
    return {...key, revokedBy: key.revokedAt === null ? bySettings : ('command' as const)}
  })
  const signing = all.filter(({revokedBy}) => revokedBy === null).at(-1)
  return all.map((key) => ({...key, state: key.revokedBy !== null ? 'revoked' : key === signing ? 'signs' : 'opens'}))
}

/** Plans that are made from now on sign with the new key. Throws SECRET_UNREADABLE, FILE_UNWRITABLE. */
export async function rotateOptOutKey(
  ask: OptOutKeysAsk,
  {keys, clock}: Needs,
): Promise<{readonly key: string; readonly keys: readonly OptOutKey[]}> {
  const key = await keys.create(clock.now())
  return {key, keys: await listOptOutKeys(ask, {keys})}
}

/** Throws KEY_UNKNOWN, SECRET_UNREADABLE. */
export async function revokeOptOutKey(
  {id, ...ask}: OptOutKeysAsk & {readonly id: string},
  {keys, clock}: Needs,
): Promise<{readonly key: string; readonly wasRevoked: boolean; readonly keys: readonly OptOutKey[]}> {
  const known = await keys.list()
  const found = known.find((key) => key.id === id)
  if (found === undefined)
    throw new AppError('KEY_UNKNOWN', {
      ...{given: id, known: known.map((key) => key.id).join(', ') || '-'},
      list: 'todoke key opt-out list',
    })
  if (found.revokedAt === null) await keys.revoke(id, clock.now())
  return {key: id, wasRevoked: found.revokedAt !== null, keys: await listOptOutKeys(ask, {keys})}
}
