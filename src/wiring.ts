/** The only file that picks adapters. Each is loaded on first use, so that a command pays for what it needs. */
import {basename, join, relative, resolve} from 'node:path'
import type {Settings} from './core/settings.ts'
import type {TokenKey} from './core/suppression/token.ts'
import type {TextEncoding} from './core/text-encodings.ts'
import {encodingNamed, TEXT_ENCODINGS} from './core/text-encodings.ts'
import {AppError} from './errors.ts'
import type {AuditSource} from './flows/audit.ts'
import type {Lang} from './i18n/text.ts'
import type {Crew, WorkerSetup} from './ports/crew.ts'
import type {SendRecord, Store} from './ports/store.ts'
import type {Clock} from './ports/system.ts'
import type {WorkspaceMaker} from './ports/workspace.ts'
import {LAWS} from './rulebook/laws.ts'

export interface Workspace {
  readonly folder: string
  readonly settings: Settings
}

export const clock: Clock = {now: () => Date.now(), monotonic: () => process.hrtime.bigint()}

/** For `init`: makes workspaces. laws: ids of the laws this version knows. */
export async function initNeeds(choice: {
  readonly laws: readonly string[]
  readonly lang: Lang
}): Promise<{readonly workspaces: WorkspaceMaker}> {
  const {workspaceMaker} = await import('./adapters/settings/make-workspace.ts')
  return {workspaces: workspaceMaker(choice)}
}

/** The workspace of the current folder, or null. Throws SETTINGS_INVALID. */
export async function findWorkspace(lang: Lang): Promise<Workspace | null> {
  const {loadSettings} = await import('./adapters/settings/load-settings.ts')
  return loadSettings(process.cwd(), {lang, laws: LAWS.map((law) => law.id)})
}

/** Throws WORKSPACE_MISSING. */
export async function workspace(lang: Lang): Promise<Workspace> {
  const found = await findWorkspace(lang)
  if (found === null) throw new AppError('WORKSPACE_MISSING', {folder: process.cwd()})
  return found
}

/** cacheMb: page cache; a bulk write wants more than look-ups. Throws STORE_*. */
export async function storeOf({folder, settings}: Workspace, cacheMb?: number): Promise<Store> {
  const {openStore} = await import('./adapters/store/open-store.ts')
  return openStore(resolve(folder, settings.store), cacheMb)
}

/** Zone of dates that name none, minutes east of UTC: that of the audience the settings declare. */
export function offsetOf(settings: Settings | null): number {
  return settings === null || settings.audienceCountry === 'JP' || settings.audienceCountry === 'KR' ? 540 : 0
}

const IMPORT_CACHE_MB = 96

export async function importNeeds(place: Workspace) {
  const {listFiles} = await import('./adapters/workers/list-files.ts')
  return {store: await storeOf(place, IMPORT_CACHE_MB), files: listFiles(await spoolRoomOf(place)), clock}
}

export async function undoNeeds(place: Workspace) {
  return {store: await storeOf(place, IMPORT_CACHE_MB), clock}
}

export async function showNeeds(place: Workspace) {
  return {store: await storeOf(place), clock}
}

export async function exportNeeds(place: Workspace) {
  const {listSinks} = await import('./adapters/csv/write-list.ts')
  return {store: await storeOf(place), sinks: listSinks(() => process.stdout), clock}
}

/** Path of the scratch store in which a proposal is worked out; made and removed by whoever works there. */
export function scratchPath(place: Workspace): string {
  return join(place.folder, '.todoke', 'tmp', `proposal-${process.pid}.db`)
}

/** Where bad rows of a file go: `rejects/` of the workspace, named for file, list and content (sha256, hex). */
export function rejectsPath(place: Workspace, file: string, what: string, sha256: string): string {
  const source = file === '-' ? 'stdin' : basename(file).replace(/\.[^.]*$/, '')
  const name = `${source}.${what}.${sha256.slice(0, 8)}.rejects.csv`
  return relative(process.cwd(), join(place.folder, 'rejects', name))
}

export async function mergeNeeds(place: Workspace) {
  const {optOutFiles} = await import('./adapters/csv/opt-out-files.ts')
  return {store: await storeOf(place, IMPORT_CACHE_MB), optOuts: optOutFiles(await spoolRoomOf(place)), clock}
}

/** Where copies of what can be read only once stand while a command needs them; the system's place outside a workspace. */
async function spoolRoomOf(place: Workspace | null) {
  const {spoolRoom} = await import('./adapters/csv/source/spool-room.ts')
  return spoolRoom(place === null ? null : join(place.folder, '.todoke', 'tmp'))
}

/** What `audit TARGET` looks at: a list of the workspace when there is one of that name, else a file. */
export async function auditSource(
  target: string,
  said: {
    readonly encoding?: string | undefined
    readonly sheet?: string | undefined
    readonly map?: readonly string[] | undefined
    readonly where?: string | undefined
    readonly lang: Lang
  },
): Promise<AuditSource> {
  const place = await findWorkspace(said.lang)
  const settings = place?.settings ?? null
  const audienceCountry = settings?.audienceCountry ?? 'JP'
  const asOf = clock.now()
  const looking = {audienceCountry, asOf, where: said.where ?? null, offsetMinutes: offsetOf(settings)}
  if (place !== null) {
    const {listAuditSource} = await import('./adapters/store/audit-list.ts')
    const store = await storeOf(place)
    const listId = await store.lists.find(target)
    if (listId !== null) return {of: target, settings, ...(await listAuditSource(store, listId, looking))}
    await store.close()
  }
  const {auditFile} = await import('./adapters/csv/audit-file.ts')
  const ask = {
    file: target,
    sheet: said.sheet ?? null,
    encoding: encodingOf(said.encoding),
    map: said.map ?? [],
    ...looking,
  }
  return {of: target, settings, ...(await auditFile(ask, await spoolRoomOf(place)))}
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

/** For `lint`: files and what a reader sees of them. lang: of the details in errors. */
export async function lintNeeds(lang: Lang) {
  const {templateFiles} = await import('./adapters/files/template-files.ts')
  const {viewHtml} = await import('./adapters/html/view-html.ts')
  return {templates: templateFiles(lang), views: {html: viewHtml}}
}

export async function planNeeds(place: Workspace, lang: Lang) {
  const {createHash, randomBytes} = await import('node:crypto')
  const {signingKey} = await import('./adapters/keys/keyring.ts')
  return {
    ...(await lintNeeds(lang)),
    store: await storeOf(place, IMPORT_CACHE_MB),
    clock,
    textOf: async (html: string) => (await import('./adapters/html/text-of-html.ts')).textOfHtml(html),
    tokenKeyId: async () => (await signingKey(keysFolder(place), clock.now())).id,
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    newSendId: () => randomBytes(8).toString('base64url'),
  }
}

export interface RunSupport {
  readonly crew: Crew
  setupFor(send: SendRecord): Promise<WorkerSetup>
}

/** Holds the run lock until release. Throws RUN_LOCKED. */
export async function takeLock(place: Workspace, name: string) {
  const {takeRunLock} = await import('./adapters/store/run-lock.ts')
  return takeRunLock(join(place.folder, '.todoke', 'run.lock.db'), name)
}

/** Whether another process sends from this workspace right now. */
export async function isRunning(place: Workspace): Promise<boolean> {
  try {
    ;(await takeLock(place, '')).release()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'RUN_LOCKED') return true
    throw error
  }
}

export async function runNeeds(place: Workspace, lang: Lang): Promise<RunSupport> {
  const {availableParallelism} = await import('node:os')
  const {hireCrew} = await import('./adapters/workers/crew.ts')
  const {connections} = place.settings.relay
  const workers = Math.max(1, Math.min(availableParallelism() - 1, connections))
  return {
    crew: hireCrew(workers),
    setupFor: (send) => setupOf(place, send, Math.ceil(connections / workers), lang),
  }
}

async function setupOf(place: Workspace, send: SendRecord, connections: number, lang: Lang): Promise<WorkerSetup> {
  const {buildSkeleton} = await import('./adapters/mime/build-skeleton.ts')
  const {readSecret} = await import('./adapters/settings/read-secret.ts')
  const {takeSecret} = await import('./adapters/system/environment.ts')
  const {relay} = place.settings
  const content = JSON.parse(send.content)
  const key = await keyOf(place, send)
  if (key === null) throw new AppError('KEY_MISSING', {name: send.name, key: send.tokenKey})
  const password = await readSecret(relay, {folder: place.folder, lang, takeSecret})
  return {
    relay: {
      host: relay.host,
      port: relay.port,
      tls: relay.tls,
      auth: relay.user === null || password === null ? null : {user: relay.user, password},
      clientName: relay.clientName,
    },
    connections,
    skeleton: await buildSkeleton(content, send.publicId),
    content,
    sendId: send.publicId,
    contentHash: send.contentHash,
    key,
  }
}

async function keyOf(place: Workspace, send: SendRecord): Promise<TokenKey | null> {
  const {readTokenKeys} = await import('./adapters/keys/keyring.ts')
  return (await readTokenKeys(keysFolder(place))).find((each) => each.id === send.tokenKey) ?? null
}

/** Message-IDs of a send by the recipient's public id, as its mails carry them; null when its key is gone. */
export async function messageIdsOf(place: Workspace, send: SendRecord): Promise<((publicId: string) => string) | null> {
  const {messageIds} = await import('./core/sending/fill-message.ts')
  const key = await keyOf(place, send)
  if (key === null) return null
  return messageIds({content: JSON.parse(send.content), sendId: send.publicId, contentHash: send.contentHash, key})
}

export async function reportPage(): Promise<typeof import('./adapters/report/render-page.ts')['renderSendReport']> {
  return (await import('./adapters/report/render-page.ts')).renderSendReport
}

/** For `list import`: mapping files. lang: of their comments and mistakes. */
export async function mappingFiles(lang: Lang) {
  return (await import('./adapters/settings/mapping-file.ts')).mappingFiles(lang, writeFileWhole)
}

export async function writeFileWhole(path: string, text: string, overwrite: boolean): Promise<void> {
  const {writeWholeFile} = await import('./adapters/files/write-file.ts')
  try {
    await writeWholeFile(path, text, {mode: 0o600, existing: overwrite ? 'replace' : 'keep'})
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw new AppError('FILE_EXISTS', {file: path}, {cause: error})
    if (code === 'ENOENT') throw new AppError('FILE_MISSING', {file: path}, {cause: error})
    throw error
  }
}

function keysFolder({folder}: Workspace): string {
  return join(folder, '.todoke', 'keys')
}

/** The demo's stage, and how many mails a plan wants to send. */
export async function demoNeeds(lang: Lang, folder: string | null, stop: AbortSignal, output: 'stdout' | 'stderr') {
  const {openStage} = await import('./adapters/demo/stage.ts')
  const {loadSettings} = await import('./adapters/settings/load-settings.ts')
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
