/** The crew of a run: a piscina pool in which every thread takes one task that lasts as long as the run. */

import type {MessagePort} from 'node:worker_threads'
import {MessageChannel} from 'node:worker_threads'
import {Piscina} from 'piscina'
import type {Crew, FromWorker, ToWorker} from '../../ports/crew.ts'
import {workerFile} from './worker-file.ts'

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
        pool.run({port: port2, setup}, {transferList: [port2]}).then(
          // Messages sent before the end may still be on their way: the end is told behind them.
          () => setImmediate(() => setImmediate(() => listen(worker, null, null))),
          (error: unknown) =>
            setImmediate(() => listen(worker, null, error instanceof Error ? error : new Error(String(error)))),
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
