/** What jobs on the consent record need. Adapters are loaded on first use. */
import type {Lang} from '../i18n/text.ts'
import type {Workspace} from './workspace.ts'
import {BULK_CACHE_MB, clock, spoolRoomOf, storeOf} from './workspace.ts'

/** For `consent import`. */
export async function consentImportNeeds(place: Workspace) {
  const {consentFiles} = await import('../adapters/csv/consent-files.ts')
  return {store: await storeOf(place, BULK_CACHE_MB), files: consentFiles(await spoolRoomOf(place)), clock}
}

/** Who works at this machine, as the system knows them. */
export async function accountName(): Promise<string> {
  return (await import('node:os')).userInfo().username
}

/** For `consent wording add`. lang: of the details in errors. */
export async function wordingNeeds(place: Workspace, lang: Lang) {
  const {readWording} = await import('../adapters/files/read-wording.ts')
  return {store: await storeOf(place), clock, readWording: (file: string) => readWording(file, lang)}
}
