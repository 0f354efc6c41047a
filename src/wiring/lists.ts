/** What jobs on lists and opt-outs need: files in, files out, rejects, mappings. Adapters are loaded on first use. */
import {basename, join, relative} from 'node:path'
import {rejectsName} from '../core/contacts/rejects-name.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import {encodingNamed, TEXT_ENCODINGS} from '../core/text-encodings.ts'
import {isoWithZone} from '../core/zoned-moment.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {writeFileWhole} from './files.ts'
import type {Workspace} from './workspace.ts'
import {BULK_CACHE_MB, clock, offsetOf, spoolRoomOf, storeOf} from './workspace.ts'

export async function importNeeds(place: Workspace) {
  const {listFiles} = await import('../adapters/workers/list-files.ts')
  return {store: await storeOf(place, BULK_CACHE_MB), files: listFiles(await spoolRoomOf(place)), clock}
}

export async function undoNeeds(place: Workspace) {
  return {store: await storeOf(place, BULK_CACHE_MB), clock}
}

export async function exportNeeds(place: Workspace) {
  const {listSinks} = await import('../adapters/csv/write-list.ts')
  return {store: await storeOf(place), sinks: listSinks(() => process.stdout), clock}
}

export async function mergeNeeds(place: Workspace) {
  const [{optOutFiles}, conflicts] = await Promise.all([
    import('../adapters/csv/opt-out-files.ts'),
    import('../adapters/csv/conflict-files.ts'),
  ])
  const room = await spoolRoomOf(place)
  return {
    store: await storeOf(place, BULK_CACHE_MB),
    optOuts: optOutFiles(room),
    clock,
    isRunning: async () => (await import('./sends.ts')).isRunning(place),
    openConflicts: (path: string) =>
      conflicts.conflictSink(path, (moment) => isoWithZone(moment, offsetOf(place.settings))),
    readSettlements: (path: string) => conflicts.readSettlements(path, room),
  }
}

/** For a union of files that is written and not recorded: an empty store, which is gone with the last of them. */
export async function joinNeeds() {
  const {mkdtemp, rm} = await import('node:fs/promises')
  const {tmpdir} = await import('node:os')
  const {openStore} = await import('../adapters/store/open-store.ts')
  const {optOutFiles} = await import('../adapters/csv/opt-out-files.ts')
  const conflicts = await import('../adapters/csv/conflict-files.ts')
  const {listSinks} = await import('../adapters/csv/write-list.ts')
  const room = await spoolRoomOf(null)
  // Readable by its owner alone, as mkdtemp makes it.
  const folder = await mkdtemp(join(tmpdir(), 'todoke-merge-'))
  const store = await openStore(join(folder, 'store.db'), BULK_CACHE_MB)
  return {
    ...{store, optOuts: optOutFiles(room), sinks: listSinks(() => process.stdout), clock},
    isRunning: async () => false,
    openConflicts: (path: string) => conflicts.conflictSink(path, (moment) => isoWithZone(moment, offsetOf(null))),
    readSettlements: (path: string) => conflicts.readSettlements(path, room),
    async close() {
      await store.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

/** Path of the scratch store in which a proposal is worked out; made and removed by whoever works there. */
export function scratchPath(place: Workspace): string {
  return join(place.folder, '.todoke', 'tmp', `proposal-${process.pid}.db`)
}

/** Where bad rows of a file go: `rejects/` of the workspace, or without one of the current folder, named for file, list and content (sha256, hex). */
export function rejectsPath(place: Workspace | null, file: string, what: string, sha256: string): string {
  const folder = place === null ? process.cwd() : place.folder
  return relative(process.cwd(), join(folder, 'rejects', rejectsName(basename(file), what, sha256)))
}

/** For `list import`: mapping files. lang: of their comments and mistakes. */
export async function mappingFiles(lang: Lang) {
  return (await import('../adapters/settings/mapping-file.ts')).mappingFiles(lang, writeFileWhole)
}

/** The encodings an import reads, by their usual names. Throws FLAG_INVALID. */
export function encodingOf(name: string | undefined): TextEncoding | null {
  if (name === undefined) return null
  const encoding = encodingNamed(name)
  if (encoding !== null) return encoding
  const expected = TEXT_ENCODINGS.join(', ')
  throw new AppError('FLAG_INVALID', {flag: '--encoding', given: name, expected, command: ''})
}

/** The character between columns, `tab` by its word. Throws FLAG_INVALID. */
export function delimiterOf(given: string | undefined): string | null {
  if (given === undefined) return null
  if (given === 'tab') return '\t'
  // The reader cuts by single bytes; a quote or a line end already means something else.
  if (/^[\t\x20-\x7e]$/.test(given) && given !== '"') return given
  throw new AppError('FLAG_INVALID', {flag: '--delimiter', given, expected: ', ; | tab', command: 'list import'})
}
