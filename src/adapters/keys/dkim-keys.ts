/** The files of DKIM keys: read and proved, made, and written so that none is ever overwritten. */
import {generateKeyPair} from 'node:crypto'
import {access, mkdir, unlink} from 'node:fs/promises'
import {dirname, isAbsolute, join, relative, resolve} from 'node:path'
import {promisify} from 'node:util'
import type {DkimKey} from '../../core/sending/dkim/key.ts'
import type {DkimKind} from '../../core/sending/dkim/kind.ts'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {DkimKeyFiles, WrittenKey} from '../../ports/dkim.ts'
import {writeWholeFile} from '../files/write-file.ts'
import {readDkimKey} from './read-dkim-key.ts'

export interface KeyPlace {
  /** The workspace; null outside of one, where settings name files by their full path. */
  readonly folder: string | null
  /** Where new keys go; null = `.todoke/keys/dkim` of the workspace. */
  readonly out: string | null
  readonly lang: Lang
}

export function dkimKeyFiles({folder, out, lang}: KeyPlace): DkimKeyFiles {
  return {
    read: (setting) => readDkimKey(setting, {folder: folder ?? '.', lang}),
    make: async (names, kind, bits) => ({
      ...names,
      kind,
      bits: kind === 'rsa' ? bits : 256,
      privateKey: await newKey(kind, bits),
    }),
    async write(keys) {
      const target = out === null ? join(folder ?? '.', '.todoke', 'keys', 'dkim') : resolve(out)
      const paths = keys.map(({domain, selector}) => join(target, `${domain}.${selector}.pem`))
      // Looked at first, so that of two keys not one is written where the other cannot be.
      for (const path of paths) if (await isThere(path)) throw taken(path, lang)
      if (out === null) await mkdir(target, {recursive: true, mode: 0o700})
      await writeAll(keys, paths, lang)
      return paths.map((path) => ({keyFile: fromWorkspace(path, folder), path: shown(path)}))
    },
  }
}

async function newKey(kind: DkimKind, bits: number): Promise<DkimKey['privateKey']> {
  const make = promisify(generateKeyPair)
  return (kind === 'rsa' ? await make('rsa', {modulusLength: bits}) : await make('ed25519')).privateKey
}

async function writeAll(keys: readonly DkimKey[], paths: readonly string[], lang: Lang): Promise<void> {
  const written: string[] = []
  for (const [at, path] of paths.entries()) {
    const pem = keys[at]!.privateKey.export({type: 'pkcs8', format: 'pem'})
    try {
      await writeWholeFile(path, pem, {mode: 0o600, existing: 'keep'})
    } catch (error) {
      await Promise.all(written.map((each) => unlink(each)))
      throw writeError(path, lang, error)
    }
    written.push(path)
  }
}

function taken(path: string, lang: Lang, cause?: unknown): AppError {
  // A lost key cannot be had back, and mail under way is signed with it.
  return new AppError('FILE_EXISTS', {file: shown(path)}, {cause, details: [text(lang, 'dkim.create.taken')]})
}

function writeError(path: string, lang: Lang, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code
  const file = shown(path)
  if (code === 'EEXIST') return taken(path, lang, error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('FOLDER_MISSING', {file, folder: shown(dirname(path))}, {cause: error})
  return new AppError('FILE_UNWRITABLE', {file, why: code ?? 'unknown'}, {cause: error})
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function fromWorkspace(path: string, folder: string | null): WrittenKey['keyFile'] {
  const inside = folder === null ? null : relative(folder, path)
  const isInside = inside !== null && inside.split(/[\\/]/)[0] !== '..' && !isAbsolute(inside)
  return isInside ? inside.replaceAll('\\', '/') : path
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path
}
