/** A crew without threads: the same worker, each on a message port of its own, in this process; a worker can be lost. */
import {MessageChannel, type MessagePort, receiveMessageOnPort} from 'node:worker_threads'
import sendWorker from '../../src/adapters/workers/send-worker.ts'
import type {Crew, FromWorker} from '../../src/ports/crew.ts'

export interface InlineCrew extends Crew {
  /** As if the thread had died: what it said before is heard, then nothing, and it hears nothing more. */
  lose(worker: number): void
}

/** overhear: sees each message to the ledger owner before it does. */
export function inlineCrew(
  size: number,
  overhear: (worker: number, message: FromWorker) => void = () => {},
): InlineCrew {
  const ends: {near: MessagePort; far: MessagePort; end(error: Error | null): void}[] = []
  return {
    size,
    start(setup, listen) {
      for (let worker = 0; worker < size; worker += 1) {
        const {port1: near, port2: far} = new MessageChannel()
        let isOver = false
        const hear = (message: FromWorker) => {
          if (isOver) return
          overhear(worker, message)
          if (!isOver) listen(worker, message, null)
        }
        const end = (error: Error | null) => {
          if (isOver) return
          for (let left = receiveMessageOnPort(near); left !== undefined; left = receiveMessageOnPort(near))
            hear(left.message)
          isOver = true
          listen(worker, null, error)
        }
        near.on('message', hear)
        ends.push({near, far, end})
        sendWorker({port: far, setup}).then(() => end(null), end)
      }
    },
    post: (worker, message) => ends[worker]!.near.postMessage(message),
    lose(worker) {
      const {far, end} = ends[worker]!
      far.close()
      end(new Error('the thread was lost'))
    },
    async close() {
      for (const {near} of ends) near.close()
    },
  }
}
