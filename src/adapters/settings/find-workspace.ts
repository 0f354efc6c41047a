/** Where the settings are. A file of its own: reading them loads a good deal more, in vain where there are none. */
import {realpath, stat} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'

export const SETTINGS_FILE = 'todoke.yaml'

/** The nearest folder, from the given one upwards, that holds todoke.yaml; null when none does. */
export async function findWorkspace(from: string): Promise<string | null> {
  let folder = await realpath(resolve(from)).catch(() => resolve(from))
  for (;;) {
    const isThere = await stat(join(folder, SETTINGS_FILE)).then(
      () => true,
      () => false,
    )
    if (isThere) return folder
    const parent = dirname(folder)
    if (parent === folder) return null
    folder = parent
  }
}
