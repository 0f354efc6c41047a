/**
 * A relay on 127.0.0.1 that takes mail fast and keeps, per recipient, every dot it accepted with the SHA-256 of the
 * message and the moment: what "once, and nobody else" is counted by. It can be made to fail at every step, and be
 * stopped and started again on the same port.
 */
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createServer, type Server, type Socket} from 'node:net'

export interface AcceptedDot {
  /** As in RCPT TO. */
  readonly to: string
  /** Of the message as the sender made it (dots unstuffed), base64url. */
  readonly sha256: string
  /** UTC milliseconds. */
  readonly at: number
  /** False when the relay hung up without telling. */
  readonly wasTold: boolean
}

/** What the relay does with one mail; a text that begins with a digit is the reply of that step. */
export interface Conduct {
  readonly mail?: string
  readonly rcpt?: string
  readonly data?: string
  readonly dot?: string
  /** before-dot: when the body has begun to arrive. after-dot: takes the mail and hangs up. instead-of-dot: takes nothing. */
  readonly drop?: 'at-rcpt' | 'before-dot' | 'after-dot' | 'instead-of-dot'
  /** The reply to the dot never comes. */
  readonly hang?: boolean
}

export interface RelayOptions {
  /** count: how often this recipient was named before. */
  readonly conduct?: (to: string, count: number) => Conduct | null
  readonly greeting?: string
  /** Offer SMTPUTF8. */
  readonly utf8?: boolean
  /** Keep the messages. */
  readonly keepMessages?: boolean
  /** Called after each accepted dot. */
  readonly onAccepted?: (dot: AcceptedDot, count: number) => void
  readonly port?: number
}

export interface CountingRelay {
  readonly port: number
  readonly dots: readonly AcceptedDot[]
  /** Messages by recipient, when they are kept. */
  readonly messages: ReadonlyMap<string, Buffer>
  /** Dots that came, also those that were not accepted. */
  readonly dotsSeen: () => number
  readonly connections: () => number
  /** The most connections at one time. */
  readonly peak: () => number
  /** How often a recipient was named. */
  readonly named: ReadonlyMap<string, number>
  /** Reads nothing until resumed. */
  pause(): void
  resume(): void
  /** Ends every connection with a reset and stops listening. */
  kill(): Promise<void>
  /** Listens again on the same port. */
  revive(): Promise<void>
}

export async function startCountingRelay(options: RelayOptions = {}): Promise<CountingRelay> {
  const dots: AcceptedDot[] = []
  const messages = new Map<string, Buffer>()
  const named = new Map<string, number>()
  const sockets = new Set<Socket>()
  const counts = {seen: 0, peak: 0}
  let isPaused = false
  const accept = (to: string, message: Buffer, wasTold: boolean) => {
    const sha256 = createHash('sha256').update(message).digest('base64url')
    const dot = {to, sha256, at: Date.now(), wasTold}
    dots.push(dot)
    if (options.keepMessages) messages.set(to, message)
    options.onAccepted?.(dot, dots.length)
  }
  const serve = (socket: Socket) => {
    sockets.add(socket)
    counts.peak = Math.max(counts.peak, sockets.size)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    const session = startSession(socket, options, {accept, named, onDot: () => (counts.seen += 1)})
    socket.on('data', session)
    if (isPaused) socket.pause()
  }
  let server: Server
  let port = options.port ?? 0
  const listen = async () => {
    server = createServer(serve)
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as {port: number}).port
  }
  await listen()
  return {
    port,
    dots,
    messages,
    named,
    dotsSeen: () => counts.seen,
    connections: () => sockets.size,
    peak: () => counts.peak,
    pause() {
      isPaused = true
      for (const socket of sockets) socket.pause()
    },
    resume() {
      isPaused = false
      for (const socket of sockets) socket.resume()
    },
    async kill() {
      for (const socket of sockets) socket.resetAndDestroy()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
    revive: listen,
  }
}

interface Book {
  accept(to: string, message: Buffer, wasTold: boolean): void
  readonly named: Map<string, number>
  onDot(): void
}

const END = Buffer.from('\r\n.\r\n')

function startSession(socket: Socket, options: RelayOptions, book: Book): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0)
  let to: string | null = null
  let conduct: Conduct | null = null
  let inBody = false
  let isOver = false
  let said = ''
  socket.write(`${options.greeting ?? '220 relay.example.com ESMTP'}\r\n`)

  /** What was said so far still arrives: the reply to an earlier dot is not what this drop is about. */
  const hangUp = () => {
    isOver = true
    if (said !== '') socket.write(said)
    said = ''
    socket.destroySoon()
  }
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO')
      said += `250-relay.example.com\r\n250-PIPELINING\r\n250-SIZE 20000000\r\n250-8BITMIME\r\n${options.utf8 ? '250-SMTPUTF8\r\n' : ''}250 ENHANCEDSTATUSCODES\r\n`
    else if (verb === 'MAIL') {
      to = null
      conduct = null
      said += `${options.conduct?.('', 0)?.mail ?? '250 2.1.0 ok'}\r\n`
    } else if (verb === 'RCPT') {
      const address = /<(.*)>/.exec(line)?.[1] ?? ''
      const count = book.named.get(address) ?? 0
      book.named.set(address, count + 1)
      conduct = options.conduct?.(address, count) ?? null
      if (conduct?.drop === 'at-rcpt') return hangUp()
      if (conduct?.rcpt === undefined) to = address
      said += `${conduct?.rcpt ?? '250 2.1.5 ok'}\r\n`
    } else if (verb === 'DATA') {
      const refusal = to === null ? '503 5.5.1 no recipient' : conduct?.data
      if (refusal === undefined) inBody = true
      said += `${refusal ?? '354 go on'}\r\n`
    } else if (verb === 'RSET') {
      to = null
      said += '250 2.0.0 ok\r\n'
    } else if (verb === 'QUIT') {
      said += '221 2.0.0 bye\r\n'
      isOver = true
    } else said += '502 5.5.2 what?\r\n'
  }
  const body = (message: Buffer) => {
    book.onDot()
    inBody = false
    if (conduct?.drop === 'instead-of-dot') return hangUp()
    if (conduct?.drop === 'after-dot') {
      book.accept(to!, unstuff(message), false)
      return hangUp()
    }
    if (conduct?.hang) {
      isOver = true
      return
    }
    if (conduct?.dot === undefined) book.accept(to!, unstuff(message), true)
    said += `${conduct?.dot ?? '250 2.0.0 taken'}\r\n`
  }

  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    while (!isOver) {
      if (inBody) {
        if (conduct?.drop === 'before-dot') {
          hangUp()
          break
        }
        const end = pending.indexOf(END)
        if (end < 0) break
        const message = pending.subarray(0, end + 2)
        pending = pending.subarray(end + END.length)
        body(message)
      } else {
        const end = pending.indexOf('\r\n')
        if (end < 0) break
        const line = pending.toString('utf8', 0, end)
        pending = pending.subarray(end + 2)
        command(line)
      }
    }
    if (said !== '' && !socket.destroyed) socket.write(said)
    said = ''
    if (isOver && conduct?.hang !== true && !socket.destroyed) socket.end()
  }
}

function unstuff(message: Buffer): Buffer {
  const text = message.toString('latin1')
  if (!text.startsWith('.') && !text.includes('\r\n.')) return Buffer.from(message)
  return Buffer.from(text.replace(/(^|\r\n)\./g, '$1'), 'latin1')
}
