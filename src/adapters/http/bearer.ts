/** The key of a request that a program sends: `Authorization: Bearer KEY` (RFC 6750 section 2.1). Never in the address, which is logged. */
import type {FastifyRequest} from 'fastify'

export function bearerOf(request: FastifyRequest): string | null {
  const [, key] = /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(request.headers.authorization ?? '') ?? []
  return key ?? null
}

/** Whether a proxy in front tells that it was asked in clear text: a key that came so has crossed the network for all to read. */
export function cameInClear({headers}: FastifyRequest): boolean {
  return headers['x-forwarded-proto'] === 'http'
}
