/** What the notices of mail services need: the secrets and keys by which each is proved. */
import {resolve} from 'node:path'
import type {HookReader} from '../core/hooks/hook.ts'
import {mailchimpReader} from '../core/hooks/mailchimp.ts'
import {mailgunReader} from '../core/hooks/mailgun.ts'
import {postmarkReader} from '../core/hooks/postmark.ts'
import {sendgridKey, sendgridReader} from '../core/hooks/sendgrid.ts'
import type {HookServiceName} from '../core/hooks/services.ts'
import {sesReader, snsKeys} from '../core/hooks/ses.ts'
import type {SecretPlace} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import type {Workspace} from './workspace.ts'

/** Null where the settings name no service. Throws SECRET_UNREADABLE, FILE_MISSING, HOOK_KEY_BAD. */
export async function hookReaders(
  {folder, settings}: Workspace,
  lang: Lang,
): Promise<ReadonlyMap<HookServiceName, HookReader> | null> {
  const {hooks} = settings.serve
  if (!hooks) return null
  const {mailgun, sendgrid, postmark, mailchimp, ses} = hooks
  const readers = new Map<HookServiceName, HookReader>()
  if (mailgun !== null) readers.set('mailgun', mailgunReader(await secretOf(mailgun, folder, lang)))
  if (sendgrid !== null) {
    const key = sendgridKey(sendgrid.publicKey)
    if (key === null) throw new AppError('HOOK_KEY_BAD', {service: 'sendgrid'})
    readers.set('sendgrid', sendgridReader(key))
  }
  if (postmark !== null) {
    const login = await secretOf(postmark, folder, lang)
    if (!login.includes(':')) throw new AppError('HOOK_KEY_BAD', {service: 'postmark'})
    readers.set('postmark', postmarkReader(login))
  }
  if (mailchimp !== null) readers.set('mailchimp', mailchimpReader(await secretOf(mailchimp, folder, lang)))
  if (ses !== null) {
    const keys = snsKeys(await textOf(ses.certFile, folder))
    if (keys.length === 0) throw new AppError('HOOK_KEY_BAD', {service: 'ses'})
    readers.set('ses', sesReader(keys, ses.topic))
  }
  return readers
}

async function secretOf({keyFile, keyEnv}: SecretPlace, folder: string, lang: Lang): Promise<string> {
  const {readSecret} = await import('../adapters/settings/read-secret.ts')
  const {takeSecret} = await import('../adapters/system/environment.ts')
  return (await readSecret({passwordFile: keyFile, passwordEnv: keyEnv}, {folder, lang, takeSecret}))!
}

async function textOf(file: string, folder: string): Promise<string> {
  const {readFile} = await import('node:fs/promises')
  return readFile(resolve(folder, file), 'latin1').catch((error: unknown) => {
    throw new AppError('FILE_MISSING', {file}, {cause: error})
  })
}
