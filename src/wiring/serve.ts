/** What the server for opt-outs needs: the store, the keys of the links, and the web server with its certificate. */
import {resolve} from 'node:path'
import {formUrl} from '../core/serving/sign-up-settings.ts'
import type {Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {SignUpSite} from '../flows/answer-sign-up.ts'
import type {OptOutSite} from '../flows/opt-out-ground.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import type {Store} from '../ports/store.ts'
import type {SiteHandlers} from '../ports/web-server.ts'
import {hookReaders} from './hooks.ts'
import {signUpNeeds} from './sign-ups.ts'
import type {Workspace} from './workspace.ts'
import {clock, keysFolderOf, offsetOf, storeFileOf, storeOf} from './workspace.ts'

export interface ServeChoice {
  /** Null = that of the settings. */
  readonly port: number | null
  /** Null = no access log. */
  readonly accessLog: string | null
  readonly lang: Lang
  /** Lines of the access log can no longer be written. */
  onLogLost(): void
}

/** What the pages say of the sender, and to whom. */
export function siteOf({settings}: Workspace): OptOutSite & SignUpSite {
  const {sender, optOut, serve, signUp, purposes, laws} = settings
  const [first] = signUp.forms
  return {
    sender: {name: sender.name, address: sender.address, contact: sender.contact},
    mailto: optOut.mailto,
    language: laws[0] === 'jp' ? 'ja' : 'en',
    // A form of this server where no other was named.
    signUpUrl: serve.signUpUrl ?? (first === undefined ? null : formUrl(signUp, first.name)),
    offsetMinutes: offsetOf(settings),
    ...{signUp, purposes},
  }
}

/** Throws STORE_*, SECRET_UNREADABLE, FILE_UNWRITABLE, and for openSite PORT_UNUSABLE, CERTIFICATE_BAD. */
export async function serveNeeds(place: Workspace, choice: ServeChoice) {
  const {openOptOutDesk} = await import('../adapters/store/opt-out-desk.ts')
  const {tokenKeysWhileServing} = await import('../adapters/keys/keyring.ts')
  const {openSite} = await import('../adapters/http/open-site.ts')
  const {openAccessLog} = await import('../adapters/http/access-log.ts')
  const {serve, optOut, signUp} = place.settings
  const tls = await certificateOf(place.folder, serve.tls, choice.lang)
  const readers = await hookReaders(place, choice.lang)
  const desk = await openOptOutDesk(storeFileOf(place))
  const signUps = await signUpNeeds(place, choice.lang)
  const log = choice.accessLog === null ? null : openAccessLog(choice.accessLog, choice.onLogLost)
  const api = apiOf(place)
  return {
    ...signUps,
    desk,
    clock,
    ...(serve.lookUpScanners && {scannerAt: await scannerLookUp()}),
    api,
    hooks: readers === null ? null : {readers, clock, store: api.store},
    tokenKeys: tokenKeysWhileServing(keysFolderOf(place), serve.revokedKeys),
    openSite: (handlers: SiteHandlers) =>
      openSite(
        {
          ...{...serve, tls, log, port: choice.port ?? serve.port, bases: basesOf(optOut.url)},
          perNetworkHour: signUp.limits.perNetworkHour,
        },
        handlers,
      ),
    async close() {
      await desk.close()
      await api.close()
      await signUps.close()
      await log?.close()
    },
  }
}

/** Asks the system's DNS servers. */
async function scannerLookUp() {
  const {namesOf} = await import('../adapters/dns/reverse-names.ts')
  const {scannerOf} = await import('../core/suppression/scanner-networks.ts')
  const ask = namesOf(null)
  return async (client: string) => (await ask(client)).map(scannerOf).find((scanner) => scanner !== null) ?? null
}

/** Waits for nobody at all: opt-outs are answered on the same thread. */
const API_BUSY_MS = 0

/** The JSON API and what services tell, over a connection of their own, opened when a program asks first. */
function apiOf(place: Workspace) {
  const folder = keysFolderOf(place)
  const opened: Promise<Store>[] = []
  let openedWith: string | null = null
  return {
    clock,
    purposes: place.settings.purposes.map(({name}) => name),
    async apiKeys() {
      const {apiKeyring} = await import('../adapters/keys/api-keys.ts')
      return apiKeyring(folder).readable()
    },
    /** Somebody may be erased for the first time while the server runs: a store opened before knows no key to tell them by. */
    async store(): Promise<Store> {
      const {readErasureKeys} = await import('../adapters/keys/erasure-key.ts')
      const keys = (await readErasureKeys(folder)).map(({id}) => id).join()
      if (openedWith !== keys) {
        openedWith = keys
        const opening = storeOf(place, undefined, API_BUSY_MS)
        // Those before stay open: requests may be at work in them.
        opened.push(opening)
        opening.catch(() => {
          openedWith = null
          opened.splice(opened.indexOf(opening), 1)
        })
      }
      return opened.at(-1)!
    },
    async close() {
      for (const opening of opened) await (await opening.catch(() => null))?.close()
    },
  }
}

/**
 * Paths before the token: the one that the mails carry, and /u, to which a proxy may map any other. Without a slash at
 * the end.
 */
export function basesOf(optOutUrl: string): readonly string[] {
  const path = decodeURI(new URL(optOutUrl).pathname).replace(/\/$/, '')
  return [...new Set([path, '/u'])]
}

/** folder: from which its files are looked up. */
export async function certificateOf(folder: string, tls: Settings['serve']['tls'], lang: Lang) {
  if (tls === null) return null
  const {readFile} = await import('node:fs/promises')
  const {readPrivateFile} = await import('../adapters/files/private-file.ts')
  const key = await readPrivateFile(resolve(folder, tls.keyFile), MOST_PEM_BYTES)
  if (!Buffer.isBuffer(key))
    throw new AppError('SECRET_UNREADABLE', {from: tls.keyFile, why: text(lang, `settings.secret.${key.why}`)})
  const cert = await readFile(resolve(folder, tls.certFile)).catch((error: unknown) => {
    throw new AppError('FILE_MISSING', {file: tls.certFile}, {cause: error})
  })
  return {cert, key}
}

const MOST_PEM_BYTES = 65_536
