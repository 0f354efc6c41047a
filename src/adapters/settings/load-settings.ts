/** Finds todoke.yaml in a folder or above it and reads it; every mistake in it is reported at once, with its place. */
import {realpath, stat} from 'node:fs/promises'
import {dirname, join, relative, resolve} from 'node:path'
import type {Settings} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import {problemLine} from './problem.ts'
import {readSmall} from './read-small.ts'
import type {SchemaChoice} from './schema.ts'

const SETTINGS_FILE = 'todoke.yaml'

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

/**
 * Null when there is no workspace. Throws SETTINGS_INVALID with one line a mistake (file:line:column  key: words),
 * FILE_IS_FOLDER, FILE_UNREADABLE. choice: known laws, and the language of the details.
 */
export async function loadSettings(
  from: string,
  choice: SchemaChoice,
): Promise<{readonly folder: string; readonly settings: Settings} | null> {
  const folder = await findWorkspace(from)
  if (folder === null) return null
  // Outside of a workspace the schema is not wanted, and it takes as long to load as a small lint.
  const {checkSettings} = await import('./check-settings.ts')
  const path = join(folder, SETTINGS_FILE)
  const here = await realpath(resolve(from)).catch(() => resolve(from))
  const file = relative(here, path)
  const {settings, problems} = checkSettings(await readSmall(path, file), choice)
  if (settings !== null) return {folder, settings}
  throw new AppError(
    'SETTINGS_INVALID',
    {file, count: problems.length},
    {details: problems.map((problem) => problemLine(problem, file, choice.lang))},
  )
}
