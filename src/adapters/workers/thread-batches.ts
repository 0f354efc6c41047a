/** Batches that a thread of its own makes ahead, with back-pressure. post-batches.ts is the other end. */
import {MessageChannel, receiveMessageOnPort} from 'node:worker_threads'
import {Piscina} from 'piscina'
import type {ErrorCode} from '../../errors.ts'
import {AppError} from '../../errors.ts'
import {workerFile} from '../system/worker-file.ts'
import type {FromThread} from './post-batches.ts'

/** name: of the worker's file, see workerFile. It begins to load its code at once. */
export function startThread(name: string): Piscina {
  return new Piscina({
    filename: workerFile(name),
    minThreads: 1,
    maxThreads: 1,
    // Rows live a moment only: a small nursery keeps the thread's memory small at the same speed.
    resourceLimits: {maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512},
  })
}

/**
 * Ends the thread when the last batch was taken, or nobody wants another. ask: values alone. command: what the user
 * typed, for WORKER_FAILED. Throws that, and the AppErrors of the thread.
 */
export async function* batchesOf<Batch>(thread: Piscina, ask: unknown, command: string): AsyncGenerator<Batch> {
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
  const ended = thread.run({...ports, ask}, {transferList: [signals.port2, batches.port2]}).catch(fail)
  try {
    for (;;) {
      const signalled = new Promise<void>((resolve) => {
        wake = resolve
      })
      const message = (receiveMessageOnPort(batches.port1)?.message ?? null) as FromThread<Batch> | null
      if (message === null) {
        if (failure !== null) throw new AppError('WORKER_FAILED', {why: failure, command})
        await signalled
        continue
      }
      if (message.type === 'end') return
      if (message.type === 'error') {
        const {code, values, details, why} = message
        if (code !== null) throw new AppError(code as ErrorCode, values, {details})
        throw new AppError('WORKER_FAILED', {why, command})
      }
      yield message.batch
      signals.port1.postMessage('taken')
      // Without a break, timers and Ctrl-C would come after the last of the batches that wait.
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    signals.port1.close()
    batches.port1.close()
    // What the thread has open is closed by itself.
    if (failure === null) await ended
    await thread.destroy()
  }
}
