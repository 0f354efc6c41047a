/** The workspace of the current folder, its store, and what all its jobs have in common. */
import {join, relative, resolve} from 'node:path'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import {NO_SETTING} from '../core/contacts/contact-case.ts'
import type {Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {LAWS} from '../rulebook/laws.ts'

export interface Workspace {
  readonly folder: string
  readonly settings: Settings
}

export const clock: Clock = {now: () => Date.now(), monotonic: () => process.hrtime.bigint()}

/** The workspace of the current folder, or null. Throws SETTINGS_INVALID. */
export async function findWorkspace(lang: Lang): Promise<Workspace | null> {
  const {findWorkspace: folderOf} = await import('../adapters/settings/find-workspace.ts')
  if ((await folderOf(process.cwd())) === null) return null
  const {loadSettings} = await import('../adapters/settings/load-settings.ts')
  return loadSettings(process.cwd(), {lang, laws: LAWS.map((law) => law.id)})
}

/** Throws WORKSPACE_MISSING. */
export async function workspace(lang: Lang): Promise<Workspace> {
  const found = await findWorkspace(lang)
  if (found === null) throw new AppError('WORKSPACE_MISSING', {folder: process.cwd()})
  return found
}

/** cacheMb: page cache; a bulk write wants more than look-ups. busyMs: as openStore. Throws STORE_*. */
export async function storeOf(place: Workspace, cacheMb?: number, busyMs?: number): Promise<Store> {
  const {openStore} = await import('../adapters/store/open-store.ts')
  const {readErasureKeys} = await import('../adapters/keys/erasure-key.ts')
  return openStore(storeFileOf(place), cacheMb, await readErasureKeys(keysFolderOf(place)), busyMs)
}

export function keysFolderOf({folder}: Workspace): string {
  return join(folder, '.todoke', 'keys')
}

export function storeFileOf({folder, settings}: Workspace): string {
  return resolve(folder, settings.store)
}

/** Zone of dates that name none, minutes east of UTC: that of the audience the settings declare. */
export function offsetOf(settings: Settings | null): number {
  const country = settings === null ? 'JP' : settings.audienceCountry
  return country === null || country === 'JP' || country === 'KR' ? 540 : 0
}

/** What all contacts of an audit or plan have in common. list: its name, of which the origin may be declared. */
export async function caseSettingOf(
  place: Workspace | null,
  said: {readonly list: string | null; readonly purpose: string | null; readonly lang: Lang},
): Promise<CaseSetting> {
  if (place === null) return NO_SETTING
  const {folder, settings} = place
  const {sender, facts, listOrigins, wirelessDomains} = settings
  const wireless =
    wirelessDomains === null
      ? NO_SETTING.wirelessDomains
      : await (await import('../adapters/files/wireless-domains.ts')).readWirelessDomains(
          relative(process.cwd(), resolve(folder, wirelessDomains)),
          said.lang,
        )
  return {
    facts,
    purpose: said.purpose,
    topic: null,
    origin: said.list !== null && Object.hasOwn(listOrigins, said.list) ? listOrigins[said.list]! : null,
    wordings: NO_SETTING.wordings,
    senderNames: [sender.name, sender.from.name],
    wirelessDomains: wireless,
  }
}

export const BULK_CACHE_MB = 64

export async function showNeeds(place: Workspace) {
  return {store: await storeOf(place), clock}
}

/** Where copies of what can be read only once stand while a command needs them; the system's place outside a workspace. */
export async function spoolRoomOf(place: Workspace | null) {
  const {spoolRoom} = await import('../adapters/csv/source/spool-room.ts')
  return place === null ? spoolRoom(null) : spoolRoom(join(place.folder, '.todoke', 'tmp'), place.settings.limits.files)
}
