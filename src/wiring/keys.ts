/** What jobs with keys need: those of DKIM, and those of opt-out links. Adapters are loaded on first use. */
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import type {LookUpTxt} from '../ports/dkim.ts'
import {dnsServer} from './dns.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf} from './workspace.ts'

/** out: folder for new keys; null = that of the workspace. Throws WORKSPACE_MISSING where there is neither. */
export async function dkimCreateNeeds(place: Workspace | null, out: string | null, lang: Lang) {
  if (place === null && out === null) throw new AppError('WORKSPACE_MISSING', {folder: process.cwd()})
  const {dkimKeyFiles} = await import('../adapters/keys/dkim-keys.ts')
  return {files: dkimKeyFiles({folder: place?.folder ?? null, out, lang}), clock}
}

/** server: as given with --dns; null = the system's. Throws FLAG_INVALID. */
export async function dkimShowNeeds(place: Workspace, server: string | null, lang: Lang) {
  const {dkimKeyFiles} = await import('../adapters/keys/dkim-keys.ts')
  return {files: dkimKeyFiles({folder: place.folder, out: null, lang}), lookUp: await lookUpBy(server)}
}

/** For `key opt-out`. */
export async function optOutKeysNeeds(place: Workspace) {
  const {tokenKeyring} = await import('../adapters/keys/keyring.ts')
  return {keys: tokenKeyring(keysFolderOf(place)), clock}
}

/** For `key api`. */
export async function apiKeysNeeds(place: Workspace) {
  const {apiKeyring} = await import('../adapters/keys/api-keys.ts')
  return {keys: apiKeyring(keysFolderOf(place)), clock}
}

async function lookUpBy(server: string | null): Promise<LookUpTxt> {
  const {txtLookUp} = await import('../adapters/dns/look-up.ts')
  return txtLookUp(server === null ? null : await dnsServer(server))
}
