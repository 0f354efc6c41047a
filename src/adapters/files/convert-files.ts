/** Templates that are converted, as files: found in folders, read, and written or copied beside the old ones. */
import {mkdir, readdir, readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import type {ConvertFiles, FoundFile} from '../../ports/convert-files.ts'
import {openError} from './open-error.ts'
import {readText} from './read-text.ts'
import {isSameFile} from './same-file.ts'
import {writeWholeFile} from './write-file.ts'

/** lang: of the details in errors. */
export function convertFiles(lang: Lang): ConvertFiles {
  return {
    async find(path) {
      const status = await stat(path).catch((error) => {
        throw openError(path, error)
      })
      if (!status.isDirectory()) return {isFolder: false, files: [{path, below: basename(path)}]}
      const files = await filesBelow(path, '')
      if (files.length === 0) throw new AppError('FILE_EMPTY', {file: path})
      return {isFolder: true, files}
    },
    read: (path) => readText(path, lang),
    async kindOf(path) {
      const status = await stat(path).catch(() => null)
      return status === null ? null : status.isDirectory() ? 'folder' : 'file'
    },
    write: (path, text, overwrite) => writeNew(path, text, overwrite),
    async copy(from, to, overwrite) {
      if (isSameFile(from, to)) return
      const bytes = await readFile(from).catch((error) => {
        throw openError(from, error)
      })
      await writeNew(to, bytes, overwrite)
    },
  }
}

async function filesBelow(folder: string, below: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(join(folder, below), {withFileTypes: true}).catch((error) => {
    throw openError(join(folder, below), error)
  })
  const files: FoundFile[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, name)))
    // A link may lead out of the folder.
    else if (entry.isFile()) files.push({path: join(folder, name), below: name})
  }
  return files
}

async function writeNew(path: string, bytes: Uint8Array | string, overwrite: boolean): Promise<void> {
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeWholeFile(path, bytes, {mode: 0o644, existing: overwrite ? 'replace' : 'keep'})
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw new AppError('FILE_EXISTS', {file: path}, {cause: error})
    throw new AppError('FILE_UNWRITABLE', {file: path, why: code ?? 'unknown'}, {cause: error})
  }
}
