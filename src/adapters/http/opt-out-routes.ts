/**
 * The link in the mails. GET, HEAD and OPTIONS change nothing and answer alike whatever the token; POST acts, in both
 * encodings, without a redirect (RFC 8058 sections 3.1 and 3.2).
 */
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify'
import type {OptOutAnswer, OptOutHandlers, OptOutPage} from '../../ports/web-server.ts'
import type {Figures} from './figures.ts'
import type {Gate} from './gate.ts'
import {renderOptOutPage} from './opt-out-page.ts'
import {outcomes} from './outcomes.ts'
import {readForm} from './read-form.ts'
import {styleRoute} from './style-route.ts'

export interface OptOutRoutes {
  /** Path before the token, without a slash at its end, e.g. /u. */
  readonly base: string
  readonly handlers: OptOutHandlers
  readonly gate: Gate
  readonly figures: Figures
}

const STATUS: Readonly<Record<OptOutPage['kind'], number>> = {
  ask: 200,
  done: 200,
  broken: 404,
  unclear: 400,
  busy: 503,
  crowded: 429,
}
const RETRY_AFTER_S = 30

type Asked = FastifyRequest<{Params: {token: string}}>

export function optOutRoutes(app: FastifyInstance, {base, handlers, gate, figures}: OptOutRoutes): void {
  const config = {name: 'opt-out'}
  const path = `${base}/:token`
  const accepted = (request: FastifyRequest) => request.headers['accept-language'] ?? ''

  styleRoute(app, base)
  app.get(path, {config}, async (request: Asked, reply) => {
    const {token} = request.params
    if (!(await gate.pass({client: request.ip, token, acts: false})))
      return sendPage(reply, handlers.crowded(accepted(request)))
    return answer(request, reply, await handlers.show(token, accepted(request)))
  })

  app.post(path, {config}, async (request: Asked, reply) => {
    const {token} = request.params
    const acts = await handlers.isOurs(token)
    if (!(await gate.pass({client: request.ip, token, acts})))
      return sendPage(reply, handlers.crowded(accepted(request)))
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    const fields = readForm(body, request.headers['content-type'])
    return answer(request, reply, await handlers.act(token, fields, accepted(request), request.ip))
  })

  app.options(path, {config}, (_, reply) => {
    reply.code(204).header('Allow', 'GET, HEAD, POST, OPTIONS').send()
  })

  function answer(request: FastifyRequest, reply: FastifyReply, {page, deed}: OptOutAnswer): FastifyReply {
    outcomes.set(request, deed)
    figures.deed(deed)
    return sendPage(reply, page)
  }
}

function sendPage(reply: FastifyReply, page: OptOutPage): FastifyReply {
  const status = STATUS[page.kind]
  if (status === 503 || status === 429) reply.header('Retry-After', RETRY_AFTER_S)
  reply.header('Content-Language', page.language).header('Vary', 'Accept-Language')
  return reply.code(status).type('text/html; charset=utf-8').send(renderOptOutPage(page))
}
