/**
 * Room for connections. When it is full the one that has been waiting longest without a whole request makes place, so that
 * any number of slow ones never locks out somebody who has something to say.
 */
import type {IncomingMessage, Server} from 'node:http'
import type {Socket} from 'node:net'

export interface ConnectionRoom {
  readonly open: number
  /** How many had to make place. */
  readonly dropped: number
  /** Ends all that are open. */
  clear(): void
}

export function connectionRoom(server: Server, most: number): ConnectionRoom {
  /** By remote address and port, since under TLS the socket of a request is not the one that was accepted. */
  const all = new Map<string, Socket>()
  /** Without a request at work, the longest first. */
  const waiting = new Set<string>()
  let dropped = 0
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket)
    all.set(name, socket)
    waiting.add(name)
    socket.once('close', () => {
      if (all.get(name) !== socket) return
      all.delete(name)
      waiting.delete(name)
    })
    if (all.size <= most) return
    dropped += 1
    const [longest = name] = waiting
    all.get(longest)?.destroy()
  })
  server.on('request', (request, response) => {
    const name = nameOf(request.socket)
    // A body that does not end waits like a header that does not end.
    if (hasBody(request)) request.once('end', () => waiting.delete(name))
    else waiting.delete(name)
    response.once('close', () => {
      if (all.has(name)) waiting.add(name)
    })
  })
  return {
    get open() {
      return all.size
    },
    get dropped() {
      return dropped
    },
    clear() {
      for (const socket of all.values()) socket.destroy()
    },
  }
}

function hasBody({headers}: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function nameOf({remoteAddress, remotePort}: Socket): string {
  return `${remoteAddress}|${remotePort}`
}
