/** Where a todoke.lint.yaml is. A file of its own: reading one loads a good deal more, in vain where there is none. */
import {stat} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'

const LINT_SETTINGS_FILE = 'todoke.lint.yaml'

/** The nearest one from that folder upwards, the folder with .git in it being the last; null where there is none. */
export async function findLintSettings(from: string): Promise<string | null> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, LINT_SETTINGS_FILE)
    if (await isThere(file)) return file
    if ((await isThere(join(folder, '.git'))) || folder === dirname(folder)) return null
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
