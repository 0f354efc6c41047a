/** List files behind their port: planned in place, read in a thread of its own. */
import {MessageChannel} from 'node:worker_threads'
import {Piscina} from 'piscina'
import type {ErrorCode} from '../../errors.ts'
import {AppError} from '../../errors.ts'
import type {ListBatch, ListFiles, ListReadAsk} from '../../ports/list-files.ts'
import {planList} from '../csv/plan-list.ts'
import {checkRejectsPath} from '../csv/rejects-file.ts'
import type {SpoolRoom} from '../csv/source/spool-room.ts'
import type {FromImportWorker} from './import-worker.ts'
import {workerFile} from './worker-file.ts'

/** room: for copies of what can be read only once. */
export function listFiles(room: SpoolRoom): ListFiles {
  return {
    plan: (ask) => planList(ask, room),
    release: ({place}) => room.remove(place.spooled),
    checkRejects: checkRejectsPath,
    read: readInThread,
  }
}

async function* readInThread(ask: ListReadAsk): AsyncGenerator<ListBatch> {
  const pool = new Piscina({
    filename: workerFile('workers/import-worker'),
    minThreads: 1,
    maxThreads: 1,
    // Rows live a moment only: a small nursery keeps the thread's memory small at the same speed.
    resourceLimits: {maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512},
  })
  const {port1, port2} = new MessageChannel()
  const inbox: FromImportWorker[] = []
  let wake = () => {}
  const put = (message: FromImportWorker) => {
    inbox.push(message)
    wake()
  }
  port1.on('message', put)
  const failed = (error: unknown) =>
    put({type: 'error', code: null, values: {}, message: error instanceof Error ? error.message : String(error)})
  pool.on('error', failed)
  pool.run({port: port2, ask}, {transferList: [port2]}).catch(failed)
  try {
    for (;;) {
      while (inbox.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const message = inbox.shift()!
      if (message.type === 'end') return
      if (message.type === 'error') {
        if (message.code !== null) throw new AppError(message.code as ErrorCode, message.values)
        throw new AppError('WORKER_FAILED', {why: message.message, command: 'todoke list import'})
      }
      yield message.batch
      port1.postMessage('taken')
      // Messages that wait are all delivered in one turn: without a break, timers and Ctrl-C would come after the last.
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    port1.close()
    await pool.destroy()
  }
}
