/**
 * A relay on 127.0.0.1 that follows a script, one script for each connection in turn (the last one repeats). Words:
 *   '250 ok'        says a line (anything that begins with a digit)
 *   '> MAIL FROM'   the next line from the client must begin so
 *   'anything'      waits for bytes and forgets them
 *   'body'          takes a message up to its dot
 *   'raw:...'       says exactly these characters
 *   'drop'          closes at once   'reset'  sends RST   'end'  closes politely, whatever the client still says
 *   'pause'         reads no further
 *   'hang'          says nothing more and keeps the connection open
 * After its last word a script closes politely, and what the client said besides is a mistake.
 */
import {once} from 'node:events'
import {createServer, type Server, type Socket} from 'node:net'
import {TLSSocket, type TLSSocketOptions} from 'node:tls'
import type {RelayAddress} from '../../src/ports/relay.ts'

export interface ScriptedRelay {
  readonly address: RelayAddress
  /** Every line the clients said, bodies left out. */
  readonly heard: readonly string[]
  /** The same bytes as they arrived, one entry for each read. */
  readonly reads: readonly string[]
  /** Messages, with their dots still doubled, without the final dot. */
  readonly bodies: readonly string[]
  /** What the clients said that no script expected. A test that ends well expects []. */
  readonly mistakes: readonly string[]
  /** How many connections are open now. */
  open(): number
  close(): Promise<void>
}

export interface ScriptOptions {
  /** Says every byte in a write of its own. */
  readonly bytewise?: boolean
  /** TLS from the first byte. */
  readonly tls?: TLSSocketOptions
}

export async function startScriptedRelay(
  scripts: readonly (readonly string[])[],
  options: ScriptOptions = {},
): Promise<ScriptedRelay> {
  const heard: string[] = []
  const reads: string[] = []
  const bodies: string[] = []
  const mistakes: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const serve = (plain: Socket) => {
    sockets.add(plain)
    plain.setNoDelay(true)
    const socket = options.tls === undefined ? plain : new TLSSocket(plain, {...options.tls, isServer: true})
    // Clients of these tests drop connections on purpose.
    plain.on('error', () => {})
    socket.on('error', () => {})
    const script = scripts[Math.min(connections++, scripts.length - 1)]!
    void follow(script, plain, socket, {heard, reads, bodies, mistakes}, options.bytewise === true)
  }
  const server: Server = createServer(serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as {port: number}
  return {
    address: {
      host: '127.0.0.1',
      port,
      tls: options.tls === undefined ? 'none' : 'implicit',
      auth: null,
      clientName: 'client.example.com',
    },
    heard,
    reads,
    bodies,
    mistakes,
    open: () => [...sockets].filter((socket) => !socket.closed).length,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

type Heard = {heard: string[]; reads: string[]; bodies: string[]; mistakes: string[]}

async function follow(
  script: readonly string[],
  plain: Socket,
  socket: Socket,
  record: Heard,
  bytewise: boolean,
): Promise<void> {
  const input = new Input(socket, record.reads)
  for (const word of script) {
    if (word === 'hang') return
    if (word === 'drop') {
      plain.destroy()
      return
    }
    if (word === 'reset') {
      plain.resetAndDestroy()
      return
    }
    if (word === 'end') {
      socket.end()
      return
    }
    if (word === 'anything') {
      await input.anything()
      continue
    }
    if (word === 'pause') {
      socket.pause()
      continue
    }
    if (word.startsWith('>')) {
      const line = await input.until('\r\n')
      if (line === null) return
      record.heard.push(line)
      const wanted = word.slice(1).trim()
      if (line.startsWith(wanted)) continue
      record.mistakes.push(`wanted ${wanted}, heard ${line}`)
      socket.destroy()
      return
    }
    if (word === 'body') {
      const body = await input.body()
      if (body === null) return
      record.bodies.push(body)
    } else await say(socket, word.startsWith('raw:') ? word.slice(4) : `${word}\r\n`, bytewise)
  }
  const surplus = input.rest()
  if (surplus !== '') record.mistakes.push(`not in the script: ${surplus}`)
  socket.end()
}

async function say(socket: Socket, text: string, bytewise: boolean): Promise<void> {
  for (const part of bytewise ? text : [text])
    await new Promise<void>((resolve) => socket.write(part, () => setImmediate(resolve)))
}

/** What the client sent and no word of the script has used yet. */
class Input {
  #text = ''
  #isOver = false
  #wake: () => void = () => {}

  constructor(socket: Socket, reads: string[]) {
    socket.on('data', (chunk) => {
      reads.push(chunk.toString('latin1'))
      this.#text += chunk.toString('latin1')
      this.#wake()
    })
    socket.on('close', () => {
      this.#isOver = true
      this.#wake()
    })
  }

  rest(): string {
    return this.#text
  }

  /** Text up to the mark, without it; null when the connection ended first. */
  async until(mark: string): Promise<string | null> {
    for (let from = 0; ; ) {
      const end = this.#text.indexOf(mark, from)
      if (end !== -1) {
        const text = this.#text.slice(0, end)
        this.#text = this.#text.slice(end + mark.length)
        return text
      }
      if (this.#isOver) return null
      from = Math.max(0, this.#text.length - mark.length)
      await this.#more()
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  async anything(): Promise<void> {
    while (this.#text === '' && !this.#isOver) await this.#more()
    this.#text = ''
  }

  /** A message keeps the CRLF of its last line; '' when the dot came first. */
  async body(): Promise<string | null> {
    this.#text = `\r\n${this.#text}`
    const body = await this.until('\r\n.\r\n')
    return body === null ? null : `${body}\r\n`.slice(2)
  }
}
