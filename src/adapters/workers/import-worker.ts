/** The reading thread of an import: reads, decodes, parses and checks rows while the main thread writes them. */
import type {ListBatch, ListReadAsk} from '../../ports/list-files.ts'
import {readList} from '../csv/read-list.ts'
import type {BatchPorts} from './post-batches.ts'
import {postBatches} from './post-batches.ts'

/** piscina's task. ask: null = only to load the code. */
export default async function importWorker(
  task: (BatchPorts & {readonly ask: ListReadAsk}) | {readonly ask: null},
): Promise<void> {
  if (task.ask === null) return
  const {ask, ...ports} = task
  await postBatches(ports, readList(ask), buffersOf)
}

function buffersOf({block: {keyHashes, details, consentAt}}: ListBatch): ArrayBuffer[] {
  return [keyHashes, details, consentAt].map(({buffer}) => buffer as ArrayBuffer)
}
