/** What a detached server needs: the file that is carried there, and the server that runs on it. */
import {join, resolve} from 'node:path'
import type {DetachedHost} from '../core/serving/detached-host.ts'
import {sharesHost} from '../core/serving/sign-up-settings.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import type {SiteHandlers} from '../ports/web-server.ts'
import {detachedSecret} from './pulls.ts'
import type {ServeChoice} from './serve.ts'
import {basesOf, certificateOf, siteOf} from './serve.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf} from './workspace.ts'

/** What goes into the file for the host. */
export function hostOf(place: Workspace): Pick<DetachedHost, 'site' | 'serve'> {
  const {sender, mailto, language, signUpUrl: shownUrl, offsetMinutes} = siteOf(place)
  const {optOut, serve, signUp} = place.settings
  const {url} = optOut
  // A form that this host does not serve would be a dead end for whoever wants to come back.
  const signUpUrl = serve.signUpUrl === null && sharesHost(signUp, url) ? null : shownUrl
  return {site: {url, sender, mailto, language, signUpUrl, offsetMinutes}, serve}
}

/** file: what is written. */
export async function exportHostNeeds(
  place: Workspace,
  {file, overwrite}: {file: string; overwrite: boolean},
  lang: Lang,
) {
  const {readTokenKeys, signingKey} = await import('../adapters/keys/keyring.ts')
  const {ensureDetachedSecret} = await import('../adapters/keys/detached-secret.ts')
  const {writeFileWhole} = await import('./files.ts')
  const folder = keysFolderOf(place)
  const {revokedKeys} = place.settings.serve
  return {
    async tokenKeys() {
      await signingKey(folder, clock.now(), revokedKeys)
      return readTokenKeys(folder, revokedKeys)
    },
    async secret() {
      const {keyFile = null, keyEnv = null} = place.settings.optOut.detached ?? {}
      if (keyFile === null && keyEnv === null) await ensureDetachedSecret(folder)
      return detachedSecret(place, lang)
    },
    write: (content: string) => writeFileWhole(file, content, overwrite),
  }
}

export interface DetachedChoice extends ServeChoice {
  /** The file that was carried here. */
  readonly file: string
  /** Folder of the journal. */
  readonly journal: string
}

/** Throws DETACHED_FILE_INVALID, SECRET_UNREADABLE, JOURNAL_*, FILE_UNWRITABLE, and for openSite PORT_UNUSABLE, CERTIFICATE_BAD. */
export async function serveDetachedNeeds(choice: DetachedChoice) {
  const {readDetachedFile} = await import('../adapters/settings/detached-file.ts')
  const {openJournal} = await import('../adapters/journal/open-journal.ts')
  const {takeLockFile} = await import('../adapters/store/lock-file.ts')
  const {openSite} = await import('../adapters/http/open-site.ts')
  const {openAccessLog} = await import('../adapters/http/access-log.ts')
  const host = await readDetachedFile(choice.file, choice.lang)
  const {serve, site} = host
  const tls = await certificateOf(resolve(choice.file, '..'), serve.tls, choice.lang)
  const refusal = (cause: unknown) => new AppError('JOURNAL_LOCKED', {folder: choice.journal}, {cause})
  const lock = await takeLockFile(join(choice.journal, 'journal.lock.db'), refusal)
  const journal = await openJournal({folder: choice.journal, key: host.journalKey}).catch((error: unknown) => {
    lock.release()
    throw error
  })
  const log = choice.accessLog === null ? null : openAccessLog(choice.accessLog, choice.onLogLost)
  const bases = basesOf(site.url)
  /** A file with another key is carried here while the server runs: it holds from the next look on. */
  const now = () => readDetachedFile(choice.file, choice.lang)
  return {
    host,
    journal,
    clock,
    tokenKeys: async () => (await now()).optOutKeys,
    pullKeyHash: async () => (await now()).pullKeyHash,
    openSite: (handlers: SiteHandlers) =>
      openSite({...serve, tls, log, port: choice.port ?? serve.port, bases, perNetworkHour: 0}, handlers),
    async close() {
      await journal.close()
      await log?.close()
      lock.release()
    },
  }
}
