/** What pulls from a detached server need: its address, the secret between both, and the store. */
import {join} from 'node:path'
import {detachedKeys, readDetachedSecret} from '../core/serving/detached-key.ts'
import {AppError} from '../errors.ts'
import type {FreshNeeds, PullTold} from '../flows/fresh-opt-outs.ts'
import type {PullFolderNeeds} from '../flows/pull-folder.ts'
import type {PullNeeds} from '../flows/pull-journal.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import type {Store} from '../ports/store.ts'
import type {Workspace} from './workspace.ts'
import {clock} from './workspace.ts'

/** Throws SECRET_UNREADABLE. */
export async function detachedSecret({folder, settings}: Workspace, lang: Lang): Promise<Uint8Array> {
  const {readSecret} = await import('../adapters/settings/read-secret.ts')
  const {takeSecret} = await import('../adapters/system/environment.ts')
  const {DETACHED_SECRET} = await import('../adapters/keys/detached-secret.ts')
  const {keyFile = null, keyEnv = null} = settings.optOut.detached ?? {}
  const passwordFile = keyFile === null && keyEnv === null ? join('.todoke', 'keys', DETACHED_SECRET) : keyFile
  const written = await readSecret({passwordFile, passwordEnv: keyEnv}, {folder, lang, takeSecret})
  const secret = readDetachedSecret(written ?? '')
  if (secret === null)
    throw new AppError('SECRET_UNREADABLE', {from: passwordFile ?? keyEnv ?? '', why: text(lang, 'detached.no-key')})
  return secret
}

const PULL_TIMEOUT_MS = 20_000
/** While a run lasts. */
const AGAIN_MS = 3 * 60_000

/** url: null = that of the settings. Throws PULL_UNSET, SECRET_UNREADABLE. */
export async function pullNeeds(place: Workspace, url: string | null, store: Store, lang: Lang): Promise<PullNeeds> {
  const from = url?.replace(/\/$/, '') ?? place.settings.optOut.detached?.url ?? null
  if (from === null) throw new AppError('PULL_UNSET')
  const {randomBytes} = await import('node:crypto')
  const {webAsker} = await import('../adapters/probe/web-asker.ts')
  const {journalSource} = await import('../adapters/probe/journal-source.ts')
  const {pullKey, journalKey} = detachedKeys(await detachedSecret(place, lang))
  return {
    store,
    clock,
    source: journalSource(from, pullKey, webAsker({timeoutMs: PULL_TIMEOUT_MS})),
    journalKey,
    newNonce: () => randomBytes(16).toString('base64url'),
  }
}

/** For a journal that lies in a folder here. Throws SECRET_UNREADABLE. */
export async function pullFolderNeeds(place: Workspace, store: Store, lang: Lang): Promise<PullFolderNeeds> {
  const {readJournalFolder} = await import('../adapters/journal/read-folder.ts')
  const {journalKey} = detachedKeys(await detachedSecret(place, lang))
  return {store, clock, journalKey, read: readJournalFolder}
}

/** For plans and runs; null where the settings name no such server. */
export async function freshNeeds(
  place: Workspace,
  store: Store,
  lang: Lang,
  onPull: (told: PullTold) => void,
): Promise<FreshNeeds | null> {
  const {detached} = place.settings.optOut
  if (!detached) return null
  const {maxAgeMinutes} = detached
  return {...(await pullNeeds(place, null, store, lang)), maxAgeMinutes, againMs: AGAIN_MS, onPull}
}
