/**
 * Takes the relay's password from a file or a variable of the environment. The value goes to the caller and nowhere
 * else: not into an error, not into a log. Source of the checks: reliability.md B6.
 */
import {resolve} from 'node:path'
import type {Settings} from '../../core/settings.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {readPrivateFile} from '../files/private-file.ts'

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
  const read = await readPrivateFile(path, MAX_BYTES)
  if (!Buffer.isBuffer(read)) return {...read, why: `settings.secret.${read.why}`}
  let written: string
  try {
    written = new TextDecoder('utf-8', {fatal: true}).decode(read)
  } catch (error) {
    return {why: 'settings.secret.unreadable', cause: error}
  }
  const secret = written.replace(/\r?\n$/, '')
  if (secret === '') return {why: 'settings.secret.empty'}
  return isOneLine(secret) ? secret : {why: 'settings.secret.lines'}
}

function isOneLine(secret: string): boolean {
  return !/[\x00\r\n]/.test(secret)
}
