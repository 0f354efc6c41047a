/** What `init` and `demo` need. Adapters are loaded on first use. */
import type {Lang} from '../i18n/text.ts'
import type {WorkspaceMaker} from '../ports/workspace.ts'
import {LAWS} from '../rulebook/laws.ts'
import {storeOf} from './workspace.ts'

/** For `init`: makes workspaces. laws: ids of the laws this version knows. */
export async function initNeeds(choice: {
  readonly laws: readonly string[]
  readonly lang: Lang
}): Promise<{readonly workspaces: WorkspaceMaker}> {
  const {workspaceMaker} = await import('../adapters/settings/make-workspace.ts')
  return {workspaces: workspaceMaker(choice)}
}

/** The demo's stage, and how many mails a plan wants to send. */
export async function demoNeeds(lang: Lang, folder: string | null, stop: AbortSignal, output: 'stdout' | 'stderr') {
  const {openStage} = await import('../adapters/demo/stage.ts')
  const {loadSettings} = await import('../adapters/settings/load-settings.ts')
  const stage = await openStage(lang, folder, stop, output)
  return {
    stage,
    folder: stage.folder,
    async plannedCount(send: string): Promise<number> {
      const place = await loadSettings(stage.folder, {lang, laws: LAWS.map((law) => law.id)})
      const store = await storeOf(place!)
      try {
        return (await store.sends.find(send))?.toSend ?? 0
      } finally {
        await store.close()
      }
    },
    close: () => stage.close(),
  }
}
