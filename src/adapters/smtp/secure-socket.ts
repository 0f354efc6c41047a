/** The TLS handshake over an open socket, and what its failures mean. Verification is always on. */
import {X509Certificate} from 'node:crypto'
import {isIP, type Socket} from 'node:net'
import {connect, createSecureContext, type SecureContext, type TLSSocket} from 'node:tls'
import type {DeliveryOutcome} from '../../ports/relay.ts'

/** TLS 1.2 or newer. ca: PEM of the only authority to trust, or null for those of the runtime. Null: ca holds no certificate. */
export function trust(ca: string | null): SecureContext | null {
  try {
    // The context alone would take a broken PEM in silence and trust nobody.
    if (ca !== null) new X509Certificate(ca)
    return createSecureContext({minVersion: 'TLSv1.2', ...(ca === null ? {} : {ca})})
  } catch {
    return null
  }
}

/**
 * Resolves when the certificate and its name were checked, or with the failure: a certificate or protocol error
 * pauses, a drop is the connection's. Has no time limit of its own; destroying plain ends it. Never rejects.
 */
export function secureSocket(
  plain: Socket,
  host: string,
  secureContext: SecureContext,
): Promise<{readonly socket: TLSSocket} | {readonly failure: DeliveryOutcome}> {
  return new Promise((resolve) => {
    const socket = connect({
      socket: plain,
      host,
      // A literal IP address is no server name (RFC 6066 section 3).
      ...(isIP(host) === 0 ? {servername: host} : {}),
      secureContext,
      rejectUnauthorized: true,
    })
    // Stays for the life of the socket: an error that nobody hears would end the process.
    socket.on('error', (error) => resolve({failure: failureOf(codeOf(error))}))
    socket.once('close', () => resolve({failure: failureOf('ECONNRESET')}))
    socket.once('secureConnect', () => resolve({socket}))
  })
}

/** The system's or OpenSSL's code; never the message, which may name hosts. */
export function codeOf(error: Error): string {
  const {code} = error as NodeJS.ErrnoException
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'UNKNOWN'
}

/** Errors of a socket, as opposed to those of TLS. */
const DROPS = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'])

function failureOf(code: string): DeliveryOutcome {
  if (DROPS.has(code)) return {kind: 'connection', why: `connection-lost: ${code}`, reply: null}
  return {kind: 'pause', why: `tls-failed: ${code}`, reply: null}
}
