/**
 * One socket to a relay: lines out, replies in, one clock for whoever waits. Lines that are asked for in one turn of
 * the loop leave in one write. Whatever ends the connection is told once, by onLost; nothing here throws.
 */
import {connect as connectTcp, type Socket} from 'node:net'
import type {SecureContext} from 'node:tls'
import type {DeliveryOutcome} from '../../ports/relay.ts'
import {type RawReply, ReplyReader} from './read-reply.ts'
import {codeOf, secureSocket} from './secure-socket.ts'
import type {Timeouts} from './timeouts.ts'

/** Large enough for few calls, small enough that a block's time limit means something. */
const BLOCK_BYTES = 64 * 1024
const KEEP_ALIVE_AFTER_MS = 60_000

export type Trace = (line: string) => void

export class Wire {
  onReply: (reply: RawReply) => void = () => {}
  /** why: a word of ours, perhaps with ': ' and the system's error code; never an address or a text of the relay. */
  onLost: (why: string) => void = () => {}
  readonly timeouts: Timeouts
  readonly trace: Trace | null
  #isOpen = true
  #socket: Socket | null = null
  #reader = this.#newReader()
  #outgoing = ''
  readonly #tickMs: number
  /** Ticks until the wait is over; negative when nobody waits. Ticks do not pass while the process is stopped. */
  #ticksLeft = -1
  readonly #ticker: NodeJS.Timeout
  #whyLost = 'connection-lost'

  constructor(timeouts: Timeouts, trace: Trace | null) {
    this.timeouts = timeouts
    this.trace = trace
    this.#tickMs = Math.min(1000, Math.max(5, Math.min(...(Object.values(timeouts) as number[])) / 4))
    // The socket keeps the process alive while it matters; the clock alone must not.
    this.#ticker = setInterval(this.#tick, this.#tickMs).unref()
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** True when the relay has begun to say something that it has not ended. */
  get isMidReply(): boolean {
    return this.#reader.isMidReply
  }

  get remoteAddress(): string {
    return this.#socket?.remoteAddress ?? ''
  }

  /** Resolves true when connected; false after onLost has told why. */
  connect(host: string, port: number): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connectTcp({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: KEEP_ALIVE_AFTER_MS,
      })
      this.waitAtMost(this.timeouts.connectMs)
      socket.once('close', () => resolve(false))
      socket.once('connect', () => {
        this.waitNoMore()
        resolve(this.#isOpen)
      })
      this.#attach(socket)
    })
  }

  /** Goes on over TLS; what was read before is forgotten. Null when secure. For what failures mean see secureSocket. */
  async secure(host: string, context: SecureContext): Promise<DeliveryOutcome | null> {
    const plain = this.#socket!
    this.#detach(plain)
    this.#reader = this.#newReader()
    this.waitAtMost(this.timeouts.connectMs)
    const secured = await secureSocket(plain, host, context)
    this.waitNoMore()
    if (!this.#isOpen) return lostBy(this.#whyLost)
    if ('failure' in secured) return secured.failure
    this.#attach(secured.socket)
    return null
  }

  /** line: without CRLF. shown: what the trace may see instead. A line that is two lines ends the connection. */
  send(line: string, shown: string = line): void {
    if (!this.#isOpen) return
    if (!isOneLine(line)) {
      this.lose('command-refused')
      return
    }
    if (this.#outgoing === '') process.nextTick(this.#flush)
    this.#outgoing += `${line}\r\n`
    this.trace?.(`> ${shown}`)
  }

  /** Writes bytes as they are, block by block; written is called when the kernel has taken the last one. */
  sendBytes(bytes: Uint8Array, written: () => void): void {
    this.#flush()
    this.trace?.(`> (${bytes.length} bytes)`)
    this.#sendFrom(bytes, 0, written)
  }

  /** Starts a wait, or starts it anew. When it ends, the connection is lost. */
  waitAtMost(ms: number): void {
    this.#ticksLeft = Math.ceil(ms / this.#tickMs)
  }

  waitNoMore(): void {
    this.#ticksLeft = -1
  }

  /** Ends the connection now, unsaid lines included. Only the first call counts. */
  lose(why: string): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#whyLost = why
    this.#outgoing = ''
    clearInterval(this.#ticker)
    this.#socket?.destroy()
    this.trace?.(`- ${why}`)
    this.onLost(why)
  }

  /** Resolves when the socket is closed. */
  closed(): Promise<void> {
    const socket = this.#socket
    if (socket === null || socket.closed) return Promise.resolve()
    return new Promise((resolve) => socket.once('close', () => resolve()))
  }

  #sendFrom(bytes: Uint8Array, start: number, written: () => void): void {
    const end = start + BLOCK_BYTES
    const next = end < bytes.length ? () => this.#sendFrom(bytes, end, written) : written
    this.#sendBlock(bytes.subarray(start, end), next)
  }

  #sendBlock(block: Uint8Array, written: () => void): void {
    if (!this.#isOpen) return
    this.waitAtMost(this.timeouts.bodyBlockMs)
    this.#socket!.write(block, (error) => {
      if (error || !this.#isOpen) return
      this.waitNoMore()
      written()
    })
  }

  readonly #flush = (): void => {
    const text = this.#outgoing
    if (text === '') return
    this.#outgoing = ''
    this.#socket!.write(text)
  }

  readonly #tick = (): void => {
    if (this.#ticksLeft < 0 || this.#ticksLeft-- > 0) return
    this.lose('timeout')
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#reader.read(chunk)
    const fault = this.#reader.fault
    if (fault !== null) this.lose(fault)
  }

  readonly #onEnd = (): void => this.lose('connection-lost')

  readonly #onError = (error: Error): void => this.lose(`connection-lost: ${codeOf(error)}`)

  #attach(socket: Socket): void {
    this.#socket = socket
    socket.on('data', this.#onData)
    socket.on('end', this.#onEnd)
    socket.on('close', this.#onEnd)
    socket.on('error', this.#onError)
  }

  /** The error listener stays: an error that nobody hears would end the process. */
  #detach(socket: Socket): void {
    socket.off('data', this.#onData)
    socket.off('end', this.#onEnd)
    socket.off('close', this.#onEnd)
  }

  #newReader(): ReplyReader {
    return new ReplyReader((reply) => {
      if (!this.#isOpen) return
      if (this.trace !== null) for (const line of reply.lines) this.trace(`< ${reply.code} ${line}`)
      this.onReply(reply)
    })
  }
}

export function lostBy(why: string): DeliveryOutcome {
  return {kind: 'connection', why, reply: null}
}

/** The last guard before bytes leave: no control character, so no line end. */
function isOneLine(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const char = line.charCodeAt(at)
    if (char < 32 || char === 127) return false
  }
  return true
}
