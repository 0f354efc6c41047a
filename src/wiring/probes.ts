/** What a probe of the opt-out address needs. Adapters are loaded on first use. */
import type {TokenKey} from '../core/suppression/token.ts'
import type {WebAsker} from '../ports/web-asker.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf} from './workspace.ts'

export interface ProbeNeeds {
  readonly asker: WebAsker
  /** Made where there is none yet; null outside of a workspace. */
  readonly keys: readonly TokenKey[] | null
}

export const PROBE_TIMEOUT_MS = 10_000

export async function probeNeeds(place: Workspace | null, timeoutMs: number): Promise<ProbeNeeds> {
  const {webAsker} = await import('../adapters/probe/web-asker.ts')
  return {asker: webAsker({timeoutMs}), keys: place === null ? null : await keysOf(place)}
}

async function keysOf(place: Workspace): Promise<readonly TokenKey[]> {
  const {readTokenKeys, signingKey} = await import('../adapters/keys/keyring.ts')
  const {revokedKeys} = place.settings.serve
  await signingKey(keysFolderOf(place), clock.now(), revokedKeys)
  return readTokenKeys(keysFolderOf(place), revokedKeys)
}
