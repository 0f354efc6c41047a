/**
 * Takes the relay's password from a file or a variable of the environment. The value goes to the caller and nowhere
 * else: not into an error, not into a log. Source of the checks: reliability.md B6.
 */
import {constants} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'
import {open, stat} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import type {Settings} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'

export interface SecretAsk {
  /** The workspace's folder; a relative passwordFile is looked up from it. */
  readonly folder: string
  readonly lang: Lang
  /** Reads a variable and removes it from the environment, so that no child process sees it. */
  takeSecret(name: string): string | undefined
}

type Why = MessageKey & `settings.secret.${string}`
const MAX_BYTES = 4096

/** Null when the settings name no password. Throws SECRET_UNREADABLE saying which check failed. */
export async function readSecret(
  relay: Pick<Settings['relay'], 'passwordFile' | 'passwordEnv'>,
  ask: SecretAsk,
): Promise<string | null> {
  const {passwordFile, passwordEnv} = relay
  const refuse = (from: string, why: Why, cause?: unknown) =>
    new AppError('SECRET_UNREADABLE', {from, why: text(ask.lang, why)}, cause === undefined ? {} : {cause})
  if (passwordFile !== null) {
    const secret = await secretInFile(resolve(ask.folder, passwordFile))
    if (typeof secret === 'string') return secret
    throw refuse(passwordFile, secret.why, secret.cause)
  }
  if (passwordEnv !== null) {
    const secret = ask.takeSecret(passwordEnv)
    if (secret === undefined || secret === '') throw refuse(passwordEnv, 'settings.secret.not-set')
    if (!isOneLine(secret)) throw refuse(passwordEnv, 'settings.secret.lines')
    return secret
  }
  return null
}

async function secretInFile(path: string): Promise<string | {readonly why: Why; readonly cause?: unknown}> {
  let file: FileHandle
  try {
    // O_NOFOLLOW: what is checked below is the very file that is read, not what a link points at by then.
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'missing' : code === 'ELOOP' || code === 'EMLINK' ? 'symlink' : 'unreadable'
    return {why: `settings.secret.${why}`, cause: error}
  }
  try {
    const why = await faultOf(file, path)
    if (why !== null) return {why}
    const written = new TextDecoder('utf-8', {fatal: true}).decode(await file.readFile())
    const secret = written.replace(/\r?\n$/, '')
    if (secret === '') return {why: 'settings.secret.empty'}
    return isOneLine(secret) ? secret : {why: 'settings.secret.lines'}
  } catch (error) {
    return {why: 'settings.secret.unreadable', cause: error}
  } finally {
    await file.close()
  }
}

async function faultOf(file: FileHandle, path: string): Promise<Why | null> {
  const found = await file.stat()
  if (!found.isFile()) return 'settings.secret.not-file'
  if (found.size > MAX_BYTES) return 'settings.secret.too-long'
  // Windows has neither owners nor modes in this form.
  if (process.getuid === undefined) return null
  if (found.uid !== process.getuid()) return 'settings.secret.owner'
  if ((found.mode & 0o077) !== 0) return 'settings.secret.mode'
  const parent = await stat(dirname(path))
  // In a folder that everyone may write to, anyone can put another file in its place; sticky folders prevent that.
  const isOpen = (parent.mode & 0o002) !== 0 && (parent.mode & 0o1000) === 0
  return isOpen ? 'settings.secret.folder' : null
}

function isOneLine(secret: string): boolean {
  return !/[\x00\r\n]/.test(secret)
}
