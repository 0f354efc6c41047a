/**
 * The JSON API below /api/v1: a key for each request, a schema for each, a limit for each key. Its own corner of the server, so that
 * JSON is read here alone.
 */
import type {FastifyError, FastifyInstance, FastifyReply, FastifyRequest} from 'fastify'
import type {ApiKey} from '../../../core/serving/api-key.ts'
import {AppError} from '../../../errors.ts'
import type {ApiHandlers} from '../../../ports/api.ts'
import {bearerOf, cameInClear} from '../bearer.ts'
import type {Gate} from '../gate.ts'
import {REQUEST_LIMITS} from '../limits.ts'
import {outcomes} from '../outcomes.ts'
import {openApiDocument} from './open-api.ts'
import type {Operation} from './operations.ts'
import {OPERATIONS} from './operations.ts'
import type {SchemaFault} from './problem.ts'
import {sendError, sendRefusal, statusOf} from './problem.ts'

export interface ApiRoutes {
  readonly handlers: ApiHandlers
  readonly gate: Gate
  /** Why a request could not be answered. */
  onTrouble(error: unknown): void
}

export const API_BASE = '/api/v1'

export function apiRoutes(app: FastifyInstance, {handlers, gate, onTrouble}: ApiRoutes): void {
  void app.register(
    async (api) => {
      api.removeAllContentTypeParsers()
      api.addContentTypeParser('application/json', {parseAs: 'buffer'}, (_, body, done) => {
        try {
          done(null, JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body as Buffer)))
        } catch {
          done(new NoJson())
        }
      })
      api.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
      api.setNotFoundHandler((request, reply) => {
        const path = request.url.split('?', 1)[0]
        const isThere = OPERATIONS.some(({path: known}) => `${API_BASE}${known}` === path)
        return sendRefusal(request, reply, isThere ? 'method' : 'not-found')
      })
      const document = JSON.stringify(openApiDocument())
      api.get('/openapi.json', {config: {name: 'openapi'}}, (_, reply) =>
        reply.type('application/json; charset=utf-8').send(document),
      )
      for (const operation of OPERATIONS) route(api, operation)
    },
    {prefix: API_BASE},
  )

  function route(api: FastifyInstance, operation: Operation): void {
    const {id, method, path, query, params, body, answer} = operation
    const users = new WeakMap<FastifyRequest, ApiKey>()
    api.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      config: {name: id},
      bodyLimit: REQUEST_LIMITS.apiBodyBytes,
      schema: {
        ...(query && {querystring: query}),
        ...(params && {params}),
        ...(body && {body}),
        response: {200: answer},
      },
      // Before the body is read: who has no key gets nothing read.
      onRequest: async (request, reply) => {
        if (cameInClear(request)) return sendRefusal(request, reply, 'tls')
        const user = await handlers.userOf(bearerOf(request) ?? '')
        const client = user === null ? request.ip : `key ${user.id}`
        // What protects people is made to wait and never turned away; looking may be.
        const acts = user !== null && method === 'POST'
        if (!(await gate.pass({client, token: '', acts}))) return sendRefusal(request, reply, 'too-many')
        if (user === null) return sendRefusal(request, reply, 'unauthorized')
        outcomes.set(request, `key:${user.id}`)
        if (user.isReadOnly && method !== 'GET') return sendRefusal(request, reply, 'read-only')
        users.set(request, user)
      },
      handler: async (request, reply) => {
        const {query: asked, params: named, body: sent} = request
        const by = users.get(request)!
        return reply.send(await operation.run(handlers, {query: asked, params: named, body: sent, by}))
      },
    })
  }

  function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (error instanceof AppError) {
      if (statusOf(error) >= 500) onTrouble(error)
      return sendError(request, reply, error)
    }
    if (error.validation) return sendRefusal(request, reply, 'schema', error.validation.map(faultOf(error)))
    if (error instanceof NoJson || error.statusCode === 415) return sendRefusal(request, reply, 'no-json')
    if (error.statusCode === 413) return sendRefusal(request, reply.header('Connection', 'close'), 'too-big')
    if (error.statusCode === 400) return sendRefusal(request, reply, 'schema')
    onTrouble(error)
    return sendRefusal(request, reply, 'bug')
  }
}

class NoJson extends Error {
  readonly statusCode = 415
}

type Invalid = NonNullable<FastifyError['validation']>[number]

/** Which place breaks which rule; a key that is missing or not known is named, a value never. */
function faultOf({validationContext}: FastifyError): (invalid: Invalid) => SchemaFault {
  return ({instancePath, keyword, params}) => {
    const name = params.missingProperty ?? params.additionalProperty
    const last = typeof name === 'string' && /^\w{1,64}$/.test(name) ? `/${name}` : ''
    return {at: `/${validationContext ?? ''}${instancePath}${last}`, rule: keyword}
  }
}
