/** What came of requests that the access log tells: nothing in it names a person. */
import type {FastifyRequest} from 'fastify'
import type {OptOutDeed, SignUpDeed} from '../../ports/web-server.ts'

export const outcomes = new WeakMap<FastifyRequest, OptOutDeed | SignUpDeed>()
