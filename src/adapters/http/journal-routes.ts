/**
 * The journal of a detached server, for the workspace that it belongs to: GET /journal?after=NUMBER&nonce=WORD with a bearer key.
 * Whoever has no key is told so, and slowed.
 */
import type {FastifyInstance, FastifyRequest} from 'fastify'
import type {JournalHandlers} from '../../ports/web-server.ts'
import {bearerOf, cameInClear} from './bearer.ts'
import type {Gate} from './gate.ts'
import {plainAnswer} from './safe-answer.ts'

export interface JournalRoutes {
  readonly handlers: JournalHandlers
  readonly gate: Gate
}

type Asked = FastifyRequest<{Querystring: {after?: unknown; nonce?: unknown}}>

export function journalRoutes(app: FastifyInstance, {handlers, gate}: JournalRoutes): void {
  app.get('/journal', {config: {name: 'journal'}}, async (request: Asked, reply) => {
    if (cameInClear(request)) return plainAnswer(reply, 403, 'TLS is wanted')
    try {
      // Whoever has the key is not to be crowded out by those who have none.
      if (!(await handlers.mayRead(bearerOf(request) ?? ''))) {
        const mayAsk = await gate.pass({client: request.ip, token: '', acts: false})
        if (!mayAsk) return plainAnswer(reply.header('Retry-After', 30), 429, 'Too many requests')
        return plainAnswer(reply.header('WWW-Authenticate', 'Bearer'), 401, 'A key is wanted')
      }
      const {after, nonce} = request.query
      if (
        typeof after !== 'string' ||
        !/^\d{1,15}$/.test(after) ||
        typeof nonce !== 'string' ||
        !/^[\w-]{8,64}$/.test(nonce)
      )
        return plainAnswer(reply, 400, 'after=NUMBER and nonce=WORD are wanted')
      const answer = await handlers.read(Number(after), nonce)
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
    } catch {
      return plainAnswer(reply.header('Retry-After', 30), 503, 'The journal cannot be read')
    }
  })
}
