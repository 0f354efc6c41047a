/** What went wrong as a program reads it (RFC 9457), in words of the language asked for; no value of a request is repeated. */
import type {FastifyReply, FastifyRequest} from 'fastify'
import {preferredLanguage} from '../../../core/serving/page-language.ts'
import type {AppError, ErrorCode} from '../../../errors.ts'
import type {Lang} from '../../../i18n/text.ts'
import {text} from '../../../i18n/text.ts'
import {inWords} from '../../../i18n/value-words.ts'

/** What the server itself says no to, before anything is asked of the store. */
export type Refusal =
  | 'unauthorized'
  | 'tls'
  | 'read-only'
  | 'not-found'
  | 'method'
  | 'too-many'
  | 'too-big'
  | 'no-json'
  | 'schema'
  | 'bug'

const STATUS: Readonly<Record<Refusal, number>> = {
  ...{unauthorized: 401, tls: 403, 'read-only': 403, 'not-found': 404, method: 405, 'too-many': 429, 'too-big': 413},
  ...{'no-json': 415, schema: 400, bug: 500},
}

const NOT_FOUND: ReadonlySet<ErrorCode> = new Set(['LIST_UNKNOWN', 'SEND_UNKNOWN', 'PERSON_UNKNOWN'])
/** What whoever runs the server sets right, so that the same request is answered later. */
const NOT_THEIRS: ReadonlySet<ErrorCode> = new Set(['ERASURE_KEY_MISSING', 'SECRET_UNREADABLE'])
const RETRY_AFTER_S = 30

export interface SchemaFault {
  readonly at: string
  readonly rule: string
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  errors: readonly SchemaFault[] = [],
): FastifyReply {
  const lang = langOf(request)
  if (refusal === 'unauthorized') reply.header('WWW-Authenticate', 'Bearer')
  if (refusal === 'too-many') reply.header('Retry-After', RETRY_AFTER_S)
  if (refusal === 'method') reply.header('Allow', 'GET, HEAD, POST')
  return send(reply, lang, STATUS[refusal], {
    title: text(lang, `api.problem.${refusal}`),
    code: refusal,
    ...(errors.length > 0 && {errors}),
  })
}

export function statusOf({code, kind}: AppError): number {
  if (NOT_FOUND.has(code)) return 404
  if (kind === 'surroundings' || NOT_THEIRS.has(code)) return 503
  return kind === 'yours' ? 400 : kind === 'gate' ? 409 : 500
}

export function sendError(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const lang = langOf(request)
  const {code, values} = error
  const status = statusOf(error)
  if (status === 503) reply.header('Retry-After', RETRY_AFTER_S)
  // What lies where on this machine is no business of a program elsewhere.
  if (status >= 500) return send(reply, lang, status, {title: text(lang, 'api.problem.store'), code})
  return send(reply, lang, status, {title: text(lang, `error.${code}`, inWords(values, lang)), code})
}

function send(
  reply: FastifyReply,
  lang: Lang,
  status: number,
  problem: {readonly title: string; readonly code: string; readonly errors?: readonly SchemaFault[]},
): FastifyReply {
  return reply
    .code(status)
    .header('Content-Language', lang)
    .header('Vary', 'Accept-Language')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({type: 'about:blank', status, ...problem}))
}

function langOf(request: FastifyRequest): Lang {
  return preferredLanguage(request.headers['accept-language'] ?? '') === 'ja' ? 'ja' : 'en'
}
