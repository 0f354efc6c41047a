/** Reads the todoke.yaml of a folder or above it; every mistake in it is reported at once, with its place. */
import {realpath} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import type {Settings} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import {checkSettings} from './check-settings.ts'
import {findWorkspace, SETTINGS_FILE} from './find-workspace.ts'
import {problemLine} from './problem.ts'
import {readSmall} from './read-small.ts'
import type {SchemaChoice} from './schema.ts'

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
