/**
 * Sign-up forms at /f/NAME and confirmation links at /c/TOKEN. GET, HEAD and OPTIONS change nothing; POST acts, is answered without
 * a redirect when it is durable, and sets no cookie.
 */
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify'
import {clientKey} from '../../core/serving/masked-client.ts'
import {pacer} from '../../core/serving/pacer.ts'
import type {ConfirmHandlers, ConfirmPage, FormHandlers, FormPage, PageAnswer, Visitor} from '../../ports/web-server.ts'
import {renderConfirmPage} from './confirm-page.ts'
import type {Figures} from './figures.ts'
import {renderFormPage} from './form-page.ts'
import type {Gate} from './gate.ts'
import {REQUEST_LIMITS} from './limits.ts'
import {outcomes} from './outcomes.ts'
import {readForm} from './read-form.ts'
import {styleRoute} from './style-route.ts'

export interface SignUpRoutes {
  readonly form: FormHandlers
  readonly confirm: ConfirmHandlers
  readonly gate: Gate
  readonly figures: Figures
  /** Sign-ups of one network. */
  readonly perNetworkHour: number
}

const STATUS: Readonly<Record<FormPage['kind'] | ConfirmPage['kind'], number>> = {
  ...{form: 200, sent: 200, taken: 200, closed: 404, crowded: 429, busy: 503},
  ...{confirm: 200, confirmed: 200, overtaken: 409, expired: 410, broken: 404},
}
const RETRY_AFTER_S = 30
const HOUR_S = 3600
const MOST_NETWORKS = 50_000

export function signUpRoutes(app: FastifyInstance, routes: SignUpRoutes): void {
  formRoutes(app, routes)
  confirmRoutes(app, routes)
}

type OfForm = FastifyRequest<{Params: {name: string}}>
type OfLink = FastifyRequest<{Params: {token: string}}>

function formRoutes(app: FastifyInstance, {form, gate, figures, perNetworkHour}: SignUpRoutes): void {
  const config = {name: 'form'}
  const path = '/f/:name'
  const ofNetwork = pacer({perSecond: perNetworkHour / HOUR_S, burst: perNetworkHour}, MOST_NETWORKS)
  const send = sender(figures, renderFormPage)
  styleRoute(app, '/f')
  app.get(path, {config}, async (request: OfForm, reply) => {
    const visitor = visitorOf(request)
    if (!(await gate.pass({client: request.ip, token: '', acts: false})))
      return send(request, reply, form.crowded(visitor))
    return send(request, reply, await form.show(request.params.name, visitor))
  })
  app.post(path, {config, bodyLimit: REQUEST_LIMITS.formBytes}, async (request: OfForm, reply) => {
    const visitor = visitorOf(request)
    const mayPass = await gate.pass({client: request.ip, token: '', acts: false})
    if (!mayPass || ofNetwork(clientKey(request.ip), performance.now()) > 0)
      return send(request, reply, form.crowded(visitor))
    return send(request, reply, await form.act(request.params.name, fieldsOf(request), visitor))
  })
  optionsRoute(app, path, config)
}

function confirmRoutes(app: FastifyInstance, {confirm, gate, figures}: SignUpRoutes): void {
  const config = {name: 'confirm'}
  const path = '/c/:token'
  const send = sender(figures, renderConfirmPage)
  styleRoute(app, '/c')
  app.get(path, {config}, async (request: OfLink, reply) => {
    const visitor = visitorOf(request)
    const {token} = request.params
    if (!(await gate.pass({client: request.ip, token, acts: false})))
      return send(request, reply, confirm.crowded(visitor))
    return send(request, reply, await confirm.show(token, visitor))
  })
  app.post(path, {config}, async (request: OfLink, reply) => {
    const visitor = visitorOf(request)
    const {token} = request.params
    if (!(await gate.pass({client: request.ip, token, acts: await confirm.isOurs(token)})))
      return send(request, reply, confirm.crowded(visitor))
    return send(request, reply, await confirm.act(token, visitor))
  })
  optionsRoute(app, path, config)
}

function optionsRoute(app: FastifyInstance, path: string, config: {readonly name: string}): void {
  app.options(path, {config}, (_, reply) => {
    reply.code(204).header('Allow', 'GET, HEAD, POST, OPTIONS').send()
  })
}

function sender<Page extends FormPage | ConfirmPage>(figures: Figures, render: (page: Page) => string) {
  return (request: FastifyRequest, reply: FastifyReply, {page, deed}: PageAnswer<Page>): FastifyReply => {
    outcomes.set(request, deed)
    figures.signUp(deed)
    const status = statusOf(page)
    if (status === 503 || status === 429) reply.header('Retry-After', RETRY_AFTER_S)
    reply.header('Content-Language', page.language).header('Vary', 'Accept-Language')
    return reply.code(status).type('text/html; charset=utf-8').send(render(page))
  }
}

/** A form that was sent and needs another look, or one more press, is not taken yet. */
function statusOf(page: FormPage | ConfirmPage): number {
  if (page.kind !== 'form' || page.why === null) return STATUS[page.kind]
  return page.why === 'busy' ? 503 : 422
}

function fieldsOf({body, headers}: FastifyRequest): ReadonlyMap<string, string> | null {
  return readForm(body instanceof Uint8Array ? body : new Uint8Array(), headers['content-type'])
}

function visitorOf({ip, headers}: FastifyRequest): Visitor {
  const site = headers['sec-fetch-site']
  return {
    client: ip,
    userAgent: headers['user-agent'],
    accepted: headers['accept-language'] ?? '',
    fetchSite: Array.isArray(site) ? site[0] : site,
  }
}
