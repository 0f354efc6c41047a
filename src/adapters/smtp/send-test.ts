/** Hands one mail to the relay through nodemailer's transport: for a test mail, which needs no ledger and no pipeline. */
import {createTransport} from 'nodemailer'
import {wireForm} from '../../core/contacts/address.ts'
import {isLoopbackHost} from '../../core/loopback.ts'
import {maskReply} from '../../core/sensitive/mask-reply.ts'
import {AppError} from '../../errors.ts'
import type {TestSender} from '../../ports/previews.ts'
import type {RelayAddress} from '../../ports/relay.ts'

const PATIENCE_MS = 30_000

/** TLS as the settings say, never less. */
export function testSender({host, port, tls, auth, clientName}: RelayAddress): TestSender {
  const relay = `${host}:${port}`
  return {
    async send({from, to, bytes}) {
      if (tls === 'none' && !isLoopbackHost(host))
        throw new AppError('TEST_NOT_SENT', {relay, why: 'clear-text-off-loopback', cause: ''})
      const transport = createTransport({
        host,
        port,
        name: clientName,
        secure: tls === 'implicit',
        requireTLS: tls === 'starttls',
        ignoreTLS: tls === 'none',
        tls: {minVersion: 'TLSv1.2', rejectUnauthorized: true},
        ...(auth === null ? {} : {auth: {user: auth.user, pass: auth.password}}),
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      const raw = Buffer.from(bytes)
      const use8BitMime = raw.some((byte) => byte > 0x7f)
      try {
        await transport.sendMail({envelope: {from, to: [wireForm(to)], use8BitMime}, raw})
      } catch (error) {
        throw new AppError('TEST_NOT_SENT', {relay, ...whyOf(error)}, {cause: error})
      } finally {
        transport.close()
      }
    },
  }
}

interface MailError {
  readonly code?: string
  /** Of the system or of OpenSSL, where nodemailer put a code of its own above it. */
  readonly originalCode?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
}

/** The relay's own words where it said some, masked, since they often repeat the address. */
function whyOf(error: unknown): {why: string; cause: string} {
  const {code: general, originalCode, command, response, responseCode} = error as MailError
  const code = originalCode ?? general
  const cause = code === undefined ? '' : ` (${code})`
  if (general === 'EAUTH' || responseCode === 535) return {why: 'auth-refused', cause: ''}
  if (response && command === 'STARTTLS') return {why: 'starttls-refused', cause: ` (${replyOf(response)})`}
  if (response) return {why: replyOf(response), cause: ''}
  if (general === 'ETIMEDOUT') return {why: 'timeout', cause: ''}
  if (code === 'ECONNREFUSED') return {why: 'nobody-listens', cause}
  if (general === 'EDNS' || code === 'ENOTFOUND') return {why: 'host-not-found', cause}
  if (/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/.test(code ?? '')) return {why: 'no-tls-there', cause}
  if (/CERT|SIGNED|SIGNATURE|HOSTNAME/.test(code ?? '')) return {why: 'certificate-refused', cause}
  if (general === 'ETLS' || /^ERR_(?:SSL|TLS)_/.test(code ?? '')) return {why: 'tls-failed', cause}
  return {why: 'connection-lost', cause}
}

function replyOf(response: string): string {
  return maskReply(response)
    .replace(/\p{C}+/gu, ' ')
    .slice(0, 200)
}
