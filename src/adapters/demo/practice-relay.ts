/**
 * A relay for practice on loopback, without TLS and AUTH: takes mail quickly, knows some people not and is busy
 * once for others, and counts per recipient, so that "nobody twice" and "nobody who opted out" can be proven.
 */
import type {AddressInfo} from 'node:net'
import type {SMTPServerDataStream} from 'smtp-server'
import {SMTPServer} from 'smtp-server'

export interface RelayCounts {
  /** Mails taken. */
  readonly accepted: number
  /** Different recipients of those mails. */
  readonly recipients: number
  /** Recipients who got more than one mail. */
  readonly twice: number
  /** RCPT commands answered 550 5.1.1, and those answered 451 4.7.1. */
  readonly rejected: number
  readonly deferred: number
  /** The last mails as they came in, newest last, at most three. */
  readonly lastMails: readonly string[]
}

export interface PracticeRelay {
  readonly port: number
  counts(): RelayCounts
  /** How many of these addresses got a mail; letters' case does not matter. */
  mailedAmong(addresses: readonly string[]): number
  /** Ends open connections and resolves when the port is free. */
  close(): Promise<void>
}

const KEPT_MAILS = 3
const MAX_BYTES = 20_000_000

/** Listens on 127.0.0.1 on a free port. Rejects with the system's error when it cannot. */
export async function openPracticeRelay(): Promise<PracticeRelay> {
  const mailsOf = new Map<string, number>()
  const wasBusy = new Set<string>()
  const lastMails: Buffer[] = []
  const tally = {accepted: 0, rejected: 0, deferred: 0}

  const server = new SMTPServer({
    name: 'practice-relay',
    banner: 'practice relay, delivers nothing',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true,
    size: MAX_BYTES,
    maxClients: 512,
    // Without it a client that stays away keeps close() waiting for half a minute.
    closeTimeout: 200,
    logger: false,
    onRcptTo({address}, _session, callback) {
      const key = address.toLowerCase()
      if (key.startsWith('unknown.')) {
        tally.rejected += 1
        callback(reply(550, '5.1.1 No such user here'))
      } else if (key.startsWith('busy.') && !wasBusy.has(key)) {
        wasBusy.add(key)
        tally.deferred += 1
        callback(reply(451, '4.7.1 Too busy, please try again later'))
      } else callback()
    },
    onData(stream: SMTPServerDataStream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(reply(552, '5.3.4 Message too big'))
        for (const {address} of session.envelope.rcptTo) {
          const key = address.toLowerCase()
          mailsOf.set(key, (mailsOf.get(key) ?? 0) + 1)
        }
        tally.accepted += 1
        lastMails.push(Buffer.concat(chunks))
        if (lastMails.length > KEPT_MAILS) lastMails.shift()
        callback(null, `2.0.0 Taken as ${tally.accepted}`)
      })
    },
  })
  // Replies to pipelined commands leave one by one; with Nagle each would wait 40 ms for an acknowledgement.
  server.server.on('connection', (socket) => socket.setNoDelay(true))
  // A client that drops its connection is no reason to end the demo.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })

  return {
    port: (server.server.address() as AddressInfo).port,
    counts: () => ({
      ...tally,
      recipients: mailsOf.size,
      twice: [...mailsOf.values()].filter((mails) => mails > 1).length,
      lastMails: lastMails.map((mail) => mail.toString('utf8')),
    }),
    mailedAmong: (addresses) => addresses.filter((address) => mailsOf.has(address.toLowerCase())).length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), {responseCode})
}
