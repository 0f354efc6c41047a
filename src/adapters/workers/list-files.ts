/** List files behind their port: planned in place, read in a thread of its own. */
import {MessageChannel, receiveMessageOnPort} from 'node:worker_threads'
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
  const thread = new Piscina({
    filename: workerFile('workers/import-worker'),
    minThreads: 1,
    maxThreads: 1,
    // Rows live a moment only: a small nursery keeps the thread's memory small at the same speed.
    resourceLimits: {maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512},
  })
  const signals = new MessageChannel()
  // A batch stays outside our heap until it is wanted, and then lives a moment only.
  const batches = new MessageChannel()
  let failure: string | null = null
  let wake = () => {}
  const fail = (error: unknown) => {
    failure = error instanceof Error ? error.message : String(error)
    wake()
  }
  signals.port1.on('message', () => wake())
  thread.on('error', fail)
  const ports = {signals: signals.port2, batches: batches.port2}
  thread.run({...ports, ask}, {transferList: [signals.port2, batches.port2]}).catch(fail)
  try {
    for (;;) {
      const signalled = new Promise<void>((resolve) => {
        wake = resolve
      })
      const message = (receiveMessageOnPort(batches.port1)?.message ?? null) as FromImportWorker | null
      if (message === null) {
        if (failure !== null) throw workerFailed(failure)
        await signalled
        continue
      }
      if (message.type === 'end') return
      if (message.type === 'error') {
        if (message.code !== null) throw new AppError(message.code as ErrorCode, message.values)
        throw workerFailed(message.message)
      }
      yield message.batch
      signals.port1.postMessage('taken')
      // Without a break, timers and Ctrl-C would come after the last of the batches that wait.
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    signals.port1.close()
    batches.port1.close()
    await thread.destroy()
  }
}

function workerFailed(why: string): AppError {
  return new AppError('WORKER_FAILED', {why, command: 'todoke list import'})
}
