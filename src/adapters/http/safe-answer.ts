/** What every answer carries (reliability.md B5): nothing is kept, framed, sniffed, indexed, or passed on in a referrer. */
import type {FastifyReply} from 'fastify'

const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

export function withSafeHeaders(reply: FastifyReply): FastifyReply {
  return reply.headers(SAFE_HEADERS)
}

/** A line of plain words, for machines and for addresses that are none. */
export function plainAnswer(reply: FastifyReply, status: number, words: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${words}\n`)
}
