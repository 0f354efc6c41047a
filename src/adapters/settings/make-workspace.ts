/** Puts the files of a new workspace into a folder: all of them, or none and everything as it was. */
import {chmod, lstat, mkdir, readFile, rmdir, stat, unlink} from 'node:fs/promises'
import {dirname, join, relative, resolve} from 'node:path'
import {AppError} from '../../errors.ts'
import type {WorkspaceFile, WorkspaceMaker} from '../../ports/workspace.ts'
import {writeWholeFile} from '../files/write-file.ts'
import type {SchemaChoice} from './schema.ts'
import {draftWorkspace} from './workspace-files.ts'

export function workspaceMaker(choice: SchemaChoice): WorkspaceMaker {
  return {draft: (values) => draftWorkspace(values, choice), create: createWorkspace}
}

const PRIVATE_FOLDERS: ReadonlySet<string> = new Set(['.todoke', '.todoke/keys', 'lists'])

/** Empty folders from the deepest up to the highest that was made. */
async function removeFolders(deepest: string, highest: string): Promise<void> {
  for (let at = deepest; ; at = dirname(at)) {
    await rmdir(at)
    if (at === highest || at === dirname(at)) return
  }
}

async function createWorkspace(given: string, files: readonly WorkspaceFile[]): Promise<string> {
  const folder = resolve(given)
  await refuseWhatIsThere(folder, files)
  const undo: (() => Promise<unknown>)[] = []
  let at = folder
  try {
    const made = await mkdir(folder, {recursive: true})
    if (made !== undefined) undo.push(() => removeFolders(folder, made))
    for (const path of foldersOf(files)) {
      at = join(folder, path)
      if (await makeFolder(at, PRIVATE_FOLDERS.has(path))) undo.push(() => rmdir(join(folder, path)))
    }
    for (const file of files) {
      at = join(folder, file.path)
      undo.push(await putFile(at, file))
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined)
    const why = (error as NodeJS.ErrnoException).code ?? '?'
    if (why === 'EEXIST') throw new AppError('WORKSPACE_EXISTS', {file: shownPath(at)}, {cause: error})
    throw new AppError('FILE_UNWRITABLE', {file: shownPath(at), why}, {cause: error})
  }
  return folder
}

/** Before anything is written, so that the usual case (init run twice) changes nothing at all. */
async function refuseWhatIsThere(folder: string, files: readonly WorkspaceFile[]): Promise<void> {
  const refuse = (path: string) => new AppError('WORKSPACE_EXISTS', {file: shownPath(path)})
  // todoke.yaml is the last file but the one that tells the user most.
  for (const file of [...files].reverse())
    if (file.kind !== 'gitignore' && (await isThere(join(folder, file.path)))) throw refuse(join(folder, file.path))
  for (const path of ['.', ...foldersOf(files)]) {
    const found = await stat(join(folder, path)).catch(() => null)
    if (found !== null && !found.isDirectory()) throw refuse(join(folder, path))
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Every folder the files need, parents first, and the one for keys. */
function foldersOf(files: readonly WorkspaceFile[]): string[] {
  const folders = new Set<string>()
  for (const path of [...files.map((file) => dirname(file.path)), '.todoke/keys']) {
    const parts = path.split('/').filter((part) => part !== '.')
    for (let end = 1; end <= parts.length; end++) folders.add(parts.slice(0, end).join('/'))
  }
  return [...folders]
}

/** True when it was made now. */
async function makeFolder(path: string, isPrivate: boolean): Promise<boolean> {
  const made = await mkdir(path, {recursive: true, mode: isPrivate ? 0o700 : 0o755})
  // A .todoke that was there may be open to others; the keys and the store that go in there want it closed.
  if (made === undefined && path.includes('.todoke')) await chmod(path, 0o700)
  return made !== undefined
}

/** Returns how to take it back. */
async function putFile(path: string, file: WorkspaceFile): Promise<() => Promise<unknown>> {
  const mode = file.isPrivate ? 0o600 : 0o644
  const before = file.kind === 'gitignore' ? await readFile(path).catch(() => null) : null
  if (before === null) {
    await writeWholeFile(path, file.bytes, {mode, existing: 'keep'})
    return () => unlink(path)
  }
  const lines = new Set(before.toString().split(/\r?\n/))
  const missing = Buffer.from(file.bytes)
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !lines.has(line))
  if (missing.length === 0) return async () => undefined
  const gap = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n'
  await writeWholeFile(path, Buffer.concat([before, Buffer.from(`${gap}${missing.join('\n')}\n`)]), {
    mode,
    existing: 'replace',
  })
  return () => writeWholeFile(path, before, {mode, existing: 'replace'})
}

/** As the user would name it. */
function shownPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near === '' ? '.' : near.startsWith('..') ? path : near
}
