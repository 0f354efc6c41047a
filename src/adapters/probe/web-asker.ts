/**
 * Asks a web address as a mailbox provider does: certificates and names checked, no redirect followed, no cookies, one
 * connection for each request, bounded in time and bytes.
 */
import type {IncomingMessage} from 'node:http'
import {request as plainRequest} from 'node:http'
import {request as tlsRequest} from 'node:https'
import {TLSSocket} from 'node:tls'
import type {WebAnswer, WebAsker} from '../../ports/web-asker.ts'

export interface AskHow {
  readonly timeoutMs: number
  /** Certificates to trust instead of those of the system, as PEM. */
  readonly ca?: string
}

const MOST_BYTES = 256 * 1024

export function webAsker({timeoutMs, ca}: AskHow): WebAsker {
  return ({method, url, headers = {}, body}) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const fail = (error: NodeJS.ErrnoException) =>
        resolve({why: signal.aborted ? 'ETIMEDOUT' : (error.code ?? 'unknown')})
      const isTls = url.startsWith('https:')
      const how = {
        ...{method, signal, agent: false as const},
        headers: {
          ...{'user-agent': 'todoke-doctor', accept: 'text/html', ...headers},
          ...(body !== undefined && {'content-length': String(Buffer.byteLength(body))}),
        },
        ...(isTls && ca !== undefined && {ca}),
      }
      const onAnswer = (answer: IncomingMessage) => {
        // Now: the socket may be gone when the body is.
        const tls = tlsOf(answer)
        const pieces: Buffer[] = []
        let bytes = 0
        const give = (): void => {
          resolve(answerOf(answer, Buffer.concat(pieces).toString('utf8'), tls))
          asking.destroy()
        }
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes <= MOST_BYTES) pieces.push(piece)
          else give()
        })
        answer.on('error', fail)
        answer.on('end', give)
      }
      const asking = isTls ? tlsRequest(url, how, onAnswer) : plainRequest(url, how, onAnswer)
      asking.on('error', fail)
      asking.end(body)
    })
}

type Tls = Extract<WebAnswer, {status: number}>['tls']

function tlsOf({socket}: IncomingMessage): Tls {
  if (!(socket instanceof TLSSocket)) return null
  const {valid_to: end} = socket.getPeerCertificate()
  return {protocol: socket.getProtocol() ?? '', validUntil: Date.parse(end ?? '')}
}

function answerOf({statusCode = 0, headers}: IncomingMessage, body: string, tls: Tls): WebAnswer {
  return {status: statusCode, body, location: headers.location ?? null, tls}
}
