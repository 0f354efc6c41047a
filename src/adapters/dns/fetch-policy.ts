/**
 * The policy file of MTA-STS over HTTPS: from the addresses that were looked up, without following anybody elsewhere.
 * Source: RFC 8461 section 3.3.
 */
import {request} from 'node:https'
import {isIP} from 'node:net'
import type {FetchPolicy} from '../../ports/dns.ts'

export interface FetchHow {
  readonly timeoutMs: number
  readonly port?: number
  /** Certificates to trust instead of those of the system, as PEM. */
  readonly ca?: string
}

const MOST_BYTES = 64 * 1024

export function policyFetcher({timeoutMs, port = 443, ca}: FetchHow): FetchPolicy {
  return (host, addresses) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(timeoutMs)
      const fail = (error: NodeJS.ErrnoException) =>
        resolve({why: signal.aborted ? 'ETIMEDOUT' : (error.code ?? 'unknown')})
      const asking = request(
        {
          ...{host, port, signal, servername: host, agent: false, path: '/.well-known/mta-sts.txt'},
          headers: {accept: 'text/plain'},
          lookup: (_host, how, tell) => {
            const all = addresses.map((address) => ({address, family: isIP(address)}))
            if (how.all) tell(null, all)
            else tell(null, all[0]!.address, all[0]!.family)
          },
          ...(ca !== undefined && {ca}),
        },
        (answer) => {
          const type = (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
          if (answer.statusCode !== 200) return give({why: `HTTP ${answer.statusCode}`})
          if (type !== 'text/plain') return give({why: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'Content-Type'})
          const pieces: Buffer[] = []
          let bytes = 0
          answer.on('data', (piece: Buffer) => {
            bytes += piece.length
            if (bytes > MOST_BYTES) give({why: `> ${MOST_BYTES / 1024} KB`})
            else pieces.push(piece)
          })
          answer.on('error', fail)
          answer.on('end', () => give({text: Buffer.concat(pieces).toString('utf8')}))
        },
      )
      const give = (what: Awaited<ReturnType<FetchPolicy>>) => {
        resolve(what)
        asking.destroy()
      }
      asking.on('error', fail)
      asking.end()
    })
}
