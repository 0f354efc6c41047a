/** What came of a request, as a word for the access log; nothing in it names a person. */
import type {FastifyRequest} from 'fastify'

export const outcomes = new WeakMap<FastifyRequest, string>()
