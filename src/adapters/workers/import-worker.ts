/** The reading thread of an import: reads, decodes, parses and checks rows while the main thread writes them. */
import type {MessagePort} from 'node:worker_threads'
import {AppError} from '../../errors.ts'
import type {ListBatch, ListReadAsk} from '../../ports/list-files.ts'
import {readList} from '../csv/read-list.ts'

/** Batches of some 350 rows that may wait for the writer: enough for both to go on while the other commits or reads. */
const BATCHES_AHEAD = 128

export type FromImportWorker =
  | {readonly type: 'batch'; readonly batch: ListBatch}
  | {readonly type: 'end'}
  | {
      readonly type: 'error'
      readonly code: string | null
      readonly values: AppError['values']
      readonly message: string
    }

interface ImportTask {
  /** Tells of each message among the batches, and is told of each batch that was taken. */
  readonly signals: MessagePort
  readonly batches: MessagePort
  readonly ask: ListReadAsk
}

/** piscina's task. */
export default async function importWorker({signals, batches, ask}: ImportTask): Promise<void> {
  let ahead = 0
  let wake = () => {}
  signals.on('message', () => {
    ahead -= 1
    wake()
  })
  const post = (message: FromImportWorker, buffers: ArrayBuffer[] = []) => {
    batches.postMessage(message, buffers)
    signals.postMessage('sent')
  }
  try {
    for await (const batch of readList(ask)) {
      const {keyHashes, details, consentAt} = batch.block
      const buffers = [keyHashes, details, consentAt].map(({buffer}) => buffer as ArrayBuffer)
      post({type: 'batch', batch}, buffers)
      ahead += 1
      while (ahead >= BATCHES_AHEAD)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    post({type: 'end'})
  } catch (error) {
    const ours = error instanceof AppError ? error : null
    post({
      type: 'error',
      code: ours?.code ?? null,
      values: ours?.values ?? {},
      message: error instanceof Error ? error.message : String(error),
    })
  }
}
