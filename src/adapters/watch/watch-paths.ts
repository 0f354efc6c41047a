/** Tells which of some files and folders changed on the disk, as long as somebody listens. */
import {statSync} from 'node:fs'
import {dirname, extname, resolve, sep} from 'node:path'
import {watch} from 'chokidar'

/** An editor writes a file in several steps, and a checkout many files. */
const QUIET_MS = 120

export interface WatchedPaths {
  /** Each time which of the paths changed, in their order; ends with the signal. */
  readonly changes: AsyncIterable<readonly string[]>
}

/**
 * paths: files, folders, or patterns, of which the folder that begins them is watched. Resolves when the watch has begun:
 * no change after that is missed.
 */
export async function watchPaths(paths: readonly string[], signal: AbortSignal): Promise<WatchedPaths> {
  const roots = paths.map((path) => ({path, root: rootOf(path)}))
  const changed = new Set<string>()
  let last = 0
  let wake = () => {}
  const watcher = watch([...new Set(roots.map(({root}) => root))], {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path.slice(resolve('.').length)),
  })
  watcher.on('all', (_, file) => {
    const path = resolve(file)
    const about = roots.filter(({root}) => path === root || path.startsWith(root + sep))
    for (const each of about) changed.add(each.path)
    last = Date.now()
    wake()
  })
  // A folder that may not be read is none that anybody could mend files in.
  watcher.on('error', () => undefined)
  signal.addEventListener('abort', () => wake(), {once: true})
  await new Promise<void>((ready) => {
    watcher.once('ready', ready)
  })
  async function* changes() {
    try {
      for (;;) {
        while (changed.size === 0 && !signal.aborted)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        if (signal.aborted) return
        const left = last + QUIET_MS - Date.now()
        if (left > 0) {
          await new Promise((resolve) => setTimeout(resolve, left))
          continue
        }
        const now = paths.filter((path) => changed.has(path))
        changed.clear()
        yield now
      }
    } finally {
      await watcher.close()
    }
  }
  return {changes: changes()}
}

/** MJML may include what lies beside it. */
function rootOf(path: string): string {
  const magic = path.search(/[*?{[]/)
  const isThere = statSync(path, {throwIfNoEntry: false}) !== undefined
  if (!isThere && magic >= 0) return resolve(dirname(`${path.slice(0, magic)}x`))
  return extname(path).toLowerCase() === '.mjml' ? dirname(resolve(path)) : resolve(path)
}
