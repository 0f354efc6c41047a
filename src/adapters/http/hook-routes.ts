/**
 * Notices of mail services: POST /hooks/SERVICE. Taken only when the service is proved to say it; a service that is not in the
 * settings has no address here; who is not proved is slowed. What is not about leaving is answered with a yes all the same, or it would come again and again.
 */
import type {FastifyInstance, FastifyRequest} from 'fastify'
import type {HookFault} from '../../core/hooks/hook.ts'
import type {HookHandlers} from '../../ports/web-server.ts'
import type {Figures} from './figures.ts'
import type {Gate} from './gate.ts'
import {REQUEST_LIMITS} from './limits.ts'
import {outcomes} from './outcomes.ts'
import {plainAnswer} from './safe-answer.ts'

export interface HookRoutes {
  readonly handlers: HookHandlers
  readonly gate: Gate
  readonly figures: Figures
  onTrouble(error: unknown): void
}

const STATUS: Readonly<Record<HookFault, number>> = {unsigned: 401, stale: 401, replayed: 401, form: 400}
const RETRY_AFTER_S = 30

export function hookRoutes(app: FastifyInstance, {handlers, gate, figures, onTrouble}: HookRoutes): void {
  for (const service of handlers.services) {
    const path = `/hooks/${service}`
    const config = {name: `hook-${service}`}
    const bodyLimit = REQUEST_LIMITS.hookBodyBytes
    // Mailchimp looks whether something answers; looking tells nothing and changes nothing.
    app.get(path, {config}, (_, reply) => plainAnswer(reply, 200, 'ok'))
    app.post(path, {config, bodyLimit}, async (request, reply) => {
      try {
        const taken = await handlers.take(service, requestOf(request))
        if (taken.fault !== null) {
          figures.hook(service, taken.fault, 1)
          outcomes.set(request, taken.fault)
          // After the look at the proof: a service tells of hundreds at once, and none of them may be lost.
          if (!(await gate.pass({client: request.ip, token: '', acts: false})))
            return plainAnswer(reply.header('Retry-After', RETRY_AFTER_S), 429, 'Too many requests')
          return plainAnswer(reply, STATUS[taken.fault], 'Not taken')
        }
        for (const [what, count] of Object.entries(taken.counts)) figures.hook(service, what, count)
        return plainAnswer(reply, 200, 'ok')
      } catch (error) {
        onTrouble(error)
        return plainAnswer(reply.header('Retry-After', RETRY_AFTER_S), 503, 'Please send it again')
      }
    })
  }
}

function requestOf({headers, query, body}: FastifyRequest): Parameters<HookHandlers['take']>[1] {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array()
  return {headers, query: query as Readonly<Record<string, unknown>>, body: bytes}
}
