/** The style sheet beside the pages of a path. */
import type {FastifyInstance} from 'fastify'
import {STYLE_NAME} from './page-frame.ts'
import {PAGE_STYLE} from './page-style.ts'

/** base: path before the page's own name. */
export function styleRoute(app: FastifyInstance, base: string): void {
  app.get(`${base}/${STYLE_NAME}`, {config: {name: 'style'}}, (_, reply) => {
    reply.header('Cache-Control', 'public, max-age=3600').type('text/css; charset=utf-8').send(PAGE_STYLE)
  })
}
