/**
 * The file that `todoke key serve export` made, on the host that serves without the list. It holds secrets, so it must be its
 * owner's alone; of its content an error names the place, never a value.
 */
import {z} from 'zod'
import type {DetachedHost} from '../../core/serving/detached-host.ts'
import {HOST_FILE_KIND, HOST_FILE_VERSION} from '../../core/serving/detached-host.ts'
import {PAGE_LANGUAGES} from '../../core/serving/page-language.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {isMessageKey, text} from '../../i18n/text.ts'
import {readPrivateFile} from '../files/private-file.ts'
import {served} from './check-settings.ts'
import {serveProblems} from './cross-checks.ts'
import {serveSettings} from './serve-schema.ts'

const MOST_BYTES = 256 * 1024

/** 32 bytes as base64url. */
const secret = z.string().regex(/^[\w-]{43}$/)

const hostFile = z.strictObject({
  kind: z.literal(HOST_FILE_KIND),
  version: z.literal(HOST_FILE_VERSION),
  site: z.strictObject({
    url: z.url(),
    sender: z.strictObject({name: z.string(), address: z.string(), contact: z.string()}),
    mailto: z.string(),
    language: z.enum(PAGE_LANGUAGES),
    signUpUrl: z.url({protocol: /^https$/}).nullable(),
    offsetMinutes: z.int(),
  }),
  serve: serveSettings(() => ''),
  optOutKeys: z.array(z.strictObject({id: z.string().regex(/^[0-9a-f]{8}$/), secret})).min(1),
  pullKeyHash: z.string().regex(/^[0-9a-f]{64}$/),
  journalKey: secret,
})

/** Throws SECRET_UNREADABLE, DETACHED_FILE_INVALID. */
export async function readDetachedFile(file: string, lang: Lang): Promise<DetachedHost> {
  const bytes = await readPrivateFile(file, MOST_BYTES)
  if (!Buffer.isBuffer(bytes))
    throw new AppError('SECRET_UNREADABLE', {from: file, why: text(lang, `settings.secret.${bytes.why}`)})
  const read = hostFile.safeParse(parsed(bytes, file, lang))
  if (!read.success) {
    const details = read.error.issues.map(({path, message}) => `${path.join('.') || '.'}: ${words(message, lang)}`)
    throw new AppError('DETACHED_FILE_INVALID', {file}, {details})
  }
  const {site, serve, optOutKeys, pullKeyHash, journalKey} = read.data
  const details = serveProblems(serve).map(({path, key, values}) => `${path.join('.')}: ${text(lang, key, values)}`)
  if (details.length > 0) throw new AppError('DETACHED_FILE_INVALID', {file}, {details})
  const {address, port, tls, trustedProxies, metricsFrom, limits} = served(serve)
  return {
    site,
    serve: {address, port, tls, trustedProxies, metricsFrom, limits},
    optOutKeys: optOutKeys.map(({id, secret}) => ({id, kind: 'optout', secret: Buffer.from(secret, 'base64url')})),
    pullKeyHash,
    journalKey: Buffer.from(journalKey, 'base64url'),
  }
}

function parsed(bytes: Buffer, file: string, lang: Lang): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    // Without its cause: what a parser says repeats what it read.
    throw new AppError('DETACHED_FILE_INVALID', {file}, {details: [text(lang, 'detached.no-json')]})
  }
}

/** Words of ours; those of the checker where there are none repeat no value. */
function words(message: string, lang: Lang): string {
  const key: MessageKey = isMessageKey(message) ? message : 'detached.unfit'
  return text(lang, key)
}
