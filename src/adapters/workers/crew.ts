/** The crew of a run: a piscina pool in which every thread takes one task that lasts as long as the run. */

import type {MessagePort} from 'node:worker_threads'
import {MessageChannel, receiveMessageOnPort} from 'node:worker_threads'
import {Piscina} from 'piscina'
import type {Crew, FromWorker, ToWorker} from '../../ports/crew.ts'
import {workerFile} from '../system/worker-file.ts'

export function hireCrew(size: number): Crew {
  const pool = new Piscina({
    filename: workerFile('workers/send-worker'),
    minThreads: size,
    maxThreads: size,
    resourceLimits: {maxOldGenerationSizeMb: 256},
  })
  // A thread that cannot load reports here; each task's own failure arrives through its promise.
  pool.on('error', () => undefined)
  const ports: MessagePort[] = []
  return {
    size,
    start(setup, listen) {
      for (let worker = 0; worker < size; worker += 1) {
        const {port1, port2} = new MessageChannel()
        ports.push(port1)
        port1.on('message', (message: FromWorker) => listen(worker, message, null))
        const end = (failure: Error | null) => {
          // What the thread said before its end may still wait here; no outcome is overtaken by the end.
          for (let left = receiveMessageOnPort(port1); left !== undefined; left = receiveMessageOnPort(port1))
            listen(worker, left.message, null)
          listen(worker, null, failure)
        }
        pool.run({port: port2, setup}, {transferList: [port2]}).then(
          () => end(null),
          (error: unknown) => end(error instanceof Error ? error : new Error(String(error))),
        )
      }
    },
    post(worker: number, message: ToWorker) {
      ports[worker]!.postMessage(message)
    },
    async close() {
      for (const port of ports) port.close()
      await pool.destroy()
    },
  }
}
