/** The end of a thread that makes batches: posts them ahead, as many as may wait, until the last or nobody wants more. */
import {setImmediate} from 'node:timers/promises'
import type {MessagePort} from 'node:worker_threads'
import {AppError} from '../../errors.ts'

/** Batches of some hundred rows that may wait: enough for both to go on while the other commits or reads. */
const BATCHES_AHEAD = 128

export type FromThread<Batch> =
  | {readonly type: 'batch'; readonly batch: Batch}
  | {readonly type: 'end'}
  | {
      readonly type: 'error'
      readonly code: string | null
      readonly values: AppError['values']
      readonly details: readonly string[]
      /** Where it is none of our errors. */
      readonly why: string
    }

export interface BatchPorts {
  /** Tells of each message among the batches, and is told of each batch that was taken; closed when no more are wanted. */
  readonly signals: MessagePort
  readonly batches: MessagePort
}

/**
 * buffersOf: memory of a batch that is handed over and not copied, which pays off for more than a few thousand numbers.
 * Never throws: errors are posted.
 */
export async function postBatches<Batch>(
  {signals, batches}: BatchPorts,
  made: AsyncIterable<Batch>,
  buffersOf: (batch: Batch) => ArrayBuffer[] = () => [],
): Promise<void> {
  let ahead = 0
  let isWanted = true
  let wake = () => {}
  signals.on('message', () => {
    ahead -= 1
    wake()
  })
  signals.on('close', () => {
    isWanted = false
    wake()
  })
  const post = (message: FromThread<Batch>, buffers: ArrayBuffer[] = []) => {
    batches.postMessage(message, buffers)
    signals.postMessage('sent')
  }
  try {
    for await (const batch of made) {
      post({type: 'batch', batch}, buffersOf(batch))
      ahead += 1
      // What makes batches may never wait: without a break nobody would be heard.
      await setImmediate()
      while (ahead >= BATCHES_AHEAD && isWanted)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (!isWanted) break
    }
    post({type: 'end'})
  } catch (error) {
    const ours = error instanceof AppError ? error : null
    post({
      type: 'error',
      code: ours?.code ?? null,
      values: ours?.values ?? {},
      details: ours?.details ?? [],
      why: error instanceof Error ? error.message : String(error),
    })
  }
}
