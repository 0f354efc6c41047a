/**
 * The web server: bare HTTP(S) under the limits of reliability.md B5, and the routes of the site on it. A new part of the site
 * is a file of routes beside opt-out-routes.ts and one line here.
 */
import type {RequestListener, Server} from 'node:http'
import {createServer} from 'node:http'
import {createServer as createTlsServer} from 'node:https'
import type {Socket} from 'node:net'
import {BlockList, isIP, isIPv6} from 'node:net'
import type {FastifyInstance, FastifyRequest} from 'fastify'
import {fastify} from 'fastify'
import {maskedClient} from '../../core/serving/masked-client.ts'
import {AppError} from '../../errors.ts'
import type {MailHealth, SiteHandlers, WebServer} from '../../ports/web-server.ts'
import type {AccessLog} from './access-log.ts'
import {API_BASE, apiRoutes} from './api/api-routes.ts'
import type {ConnectionRoom} from './connection-room.ts'
import {connectionRoom} from './connection-room.ts'
import type {Figures} from './figures.ts'
import {figures} from './figures.ts'
import type {GateLimits} from './gate.ts'
import {gate} from './gate.ts'
import {hookRoutes} from './hook-routes.ts'
import {journalRoutes} from './journal-routes.ts'
import {DRAIN_MS, REQUEST_LIMITS} from './limits.ts'
import {optOutRoutes} from './opt-out-routes.ts'
import {outcomes} from './outcomes.ts'
import {plainAnswer, withSafeHeaders} from './safe-answer.ts'
import {signUpRoutes} from './sign-up-routes.ts'

export interface SiteSetup {
  readonly address: string
  /** 0 = any that is free. */
  readonly port: number
  /** PEM; null = plain HTTP, for a proxy in front. */
  readonly tls: {readonly cert: Buffer; readonly key: Buffer} | null
  /** Addresses and networks (192.0.2.0/24) whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Addresses and networks that get figures. */
  readonly metricsFrom: readonly string[]
  /** Paths before the token. */
  readonly bases: readonly string[]
  readonly limits: GateLimits & {readonly connections: number}
  /** Sign-ups of one network in an hour. */
  readonly perNetworkHour: number
  readonly log: AccessLog | null
}

/** Throws PORT_UNUSABLE, CERTIFICATE_BAD. */
export async function openSite(setup: SiteSetup, handlers: SiteHandlers): Promise<WebServer> {
  const numbers = figures()
  let room: ConnectionRoom | null = null
  const app = fastify({
    logger: false,
    bodyLimit: REQUEST_LIMITS.bodyBytes,
    trustProxy: [...setup.trustedProxies],
    // A misspelt key is refused, not passed over; nothing is filled in that was not said.
    ajv: {customOptions: {removeAdditional: false, useDefaults: false, allErrors: false}},
    // Too long an address is told as such below.
    routerOptions: {maxParamLength: REQUEST_LIMITS.headerBytes},
    serverFactory: (listener) => {
      const server = bareServer(setup, listener as RequestListener)
      room = connectionRoom(server, setup.limits.connections)
      return server
    },
    clientErrorHandler: refuseUnread,
    // What does not even name a path of ours.
    frameworkErrors: (_, __, reply) => {
      plainAnswer(withSafeHeaders(reply), 400, 'Bad request')
    },
  })
  everyRequest(app, setup, numbers)
  const passing = gate(setup.limits, numbers)
  for (const base of setup.bases) optOutRoutes(app, {base, handlers: handlers.optOut, gate: passing, figures: numbers})
  if (handlers.api !== null) apiRoutes(app, {...handlers.api, gate: passing})
  if (handlers.hooks !== null) hookRoutes(app, {...handlers.hooks, gate: passing, figures: numbers})
  if (handlers.journal !== null) journalRoutes(app, {handlers: handlers.journal, gate: passing})
  if (handlers.signUps !== null)
    signUpRoutes(app, {...handlers.signUps, gate: passing, figures: numbers, perNetworkHour: setup.perNetworkHour})
  ownRoutes(app, setup, handlers, (mail) =>
    numbers.page({connections: room?.open ?? 0, dropped: room?.dropped ?? 0, mail}),
  )
  return {url: await listen(app, setup), close: () => drain(app, room)}
}

function bareServer({tls}: SiteSetup, listener: RequestListener): Server {
  const limits = {
    maxHeaderSize: REQUEST_LIMITS.headerBytes,
    headersTimeout: REQUEST_LIMITS.headersMs,
    requestTimeout: REQUEST_LIMITS.requestMs,
    keepAliveTimeout: REQUEST_LIMITS.keepAliveMs,
    connectionsCheckingInterval: REQUEST_LIMITS.checkMs,
  }
  const server = tls === null ? createServer(limits, listener) : tlsServer({...limits, ...tls}, listener)
  // Those beyond would be dropped in silence, Host among them; the size limits them, and too many are refused below.
  server.maxHeadersCount = 0
  return server
}

function tlsServer(options: object, listener: RequestListener): Server {
  try {
    return createTlsServer(
      {...options, minVersion: 'TLSv1.2', handshakeTimeout: REQUEST_LIMITS.headersMs},
      listener,
    ) as unknown as Server
  } catch (error) {
    throw new AppError('CERTIFICATE_BAD', {why: (error as Error).message.slice(0, 120)}, {cause: error})
  }
}

function everyRequest(app: FastifyInstance, {log}: SiteSetup, numbers: Figures): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', {parseAs: 'buffer'}, (_, body, done) => done(null, body))
  app.addHook('onRequest', (request, reply, done) => {
    withSafeHeaders(reply)
    const {url = '', rawHeaders} = request.raw
    const most = url.startsWith(`${API_BASE}/`) ? REQUEST_LIMITS.apiUrlBytes : REQUEST_LIMITS.urlBytes
    if (url.length > most) plainAnswer(reply, 414, 'Too long an address')
    else if (rawHeaders.length / 2 > REQUEST_LIMITS.headers) plainAnswer(reply, 431, 'Too many headers')
    else done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeName(request)
    numbers.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000)
    log?.write({
      at: new Date().toISOString(),
      client: maskedClient(request.ip),
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      outcome: outcomes.get(request) ?? null,
    })
    done()
  })
  app.setNotFoundHandler((_, reply) => {
    plainAnswer(reply, 404, 'Not found')
  })
  app.setErrorHandler((error: {statusCode?: number}, _, reply) => {
    const {statusCode = 500} = error
    if (statusCode === 413) reply.header('Connection', 'close')
    plainAnswer(reply, statusCode, statusCode >= 500 ? 'Something went wrong here' : 'Bad request')
  })
}

function ownRoutes(
  app: FastifyInstance,
  setup: SiteSetup,
  handlers: SiteHandlers,
  page: (mail: MailHealth | null) => string,
): void {
  app.get('/healthz', {config: {name: 'health'}}, async (_, reply) => {
    try {
      await handlers.checkHealth()
      // Opt-outs are answered all the same: who balances loads must not turn readers away.
      return plainAnswer(reply, 200, healthWords(await mailHealthOf(handlers)))
    } catch {
      return plainAnswer(reply.header('Retry-After', 30), 503, 'The store cannot be used')
    }
  })
  const mayKnow = networks(setup.metricsFrom)
  app.get('/metrics', {config: {name: 'metrics'}}, async (request, reply) => {
    // Behind a proxy that is not named as one, everybody would seem to sit on this machine.
    const isHidden = setup.trustedProxies.length === 0 && request.headers['x-forwarded-for'] !== undefined
    if (isHidden || !mayKnow(request.ip)) return plainAnswer(reply, 404, 'Not found')
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(page(await mailHealthOf(handlers).catch(() => null)))
  })
}

/** Null where no mails are sent. */
async function mailHealthOf({signUps}: SiteHandlers): Promise<MailHealth | null> {
  return signUps === null ? null : signUps.mailHealth()
}

/** A line for the server, and one for mails that cannot go out. */
function healthWords(mail: MailHealth | null): string {
  if (mail === null || mail.relayDownSince === null) return 'ok'
  const {waiting, relayDownSince} = mail
  return `ok\nconfirmation mails wait: ${waiting}, the relay takes none since ${new Date(relayDownSince).toISOString()}`
}

function networks(given: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const each of given) {
    const [address = '', bits] = each.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
}

function routeName(request: FastifyRequest): string {
  const {name} = request.routeOptions.config as {name?: string}
  return name ?? 'none'
}

/** What was never whole enough to become a request. */
function refuseUnread(error: Error & {code?: string}, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  socket.destroySoon()
}

async function listen(app: FastifyInstance, {address, port, tls}: SiteSetup): Promise<string> {
  try {
    await app.listen({host: address, port})
  } catch (error) {
    const {code = '', message} = error as NodeJS.ErrnoException
    throw new AppError('PORT_UNUSABLE', {address, port: String(port), why: code || message}, {cause: error})
  }
  const {port: taken} = app.server.address() as {port: number}
  return `${tls === null ? 'http' : 'https'}://${isIPv6(address) ? `[${address}]` : address}:${taken}`
}

/** Requests that have come in are answered; whoever takes too long with theirs is cut off. */
async function drain(app: FastifyInstance, room: ConnectionRoom | null): Promise<void> {
  const cut = setTimeout(() => room?.clear(), DRAIN_MS)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}
