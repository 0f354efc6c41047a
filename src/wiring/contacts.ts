/** What jobs on one person need. Adapters are loaded on first use. */
import {join} from 'node:path'
import type {Sheet} from '../core/reports/sheet.ts'
import type {Lang} from '../i18n/text.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf, storeOf} from './workspace.ts'

/** For `contact erase`: the run lock is held until release. Throws RUN_LOCKED. */
export async function eraseNeeds(place: Workspace, isDryRun: boolean) {
  const {ensureErasureKey} = await import('../adapters/keys/erasure-key.ts')
  const {filesWith} = await import('../adapters/files/files-with.ts')
  const {takeRunLock} = await import('../adapters/store/run-lock.ts')
  // A run has mails of its people in memory, and writes what becomes of them.
  const lock = isDryRun ? null : await takeRunLock(join(place.folder, '.todoke', 'run.lock.db'), 'NAME')
  try {
    if (!isDryRun) await ensureErasureKey(keysFolderOf(place), clock.now())
    const store = await storeOf(place)
    return {
      ...{store, clock},
      filesWith: (texts: readonly string[]) => filesWith(place.folder, texts),
      async release() {
        await store.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

export async function sheetPage(): Promise<(sheet: Sheet, lang: Lang, footer: string) => string> {
  return (await import('../adapters/report/render-sheet.ts')).renderSheet
}
