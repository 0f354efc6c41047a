/** The reading thread of an audit: reads and looks while the main thread judges. */
import type {AuditBatch} from '../../core/contacts/audit-batch.ts'
import type {FileLookAsk} from '../csv/look-through-file.ts'
import type {ListLookAsk} from '../store/look-through-list.ts'
import type {BatchPorts} from './post-batches.ts'
import {postBatches} from './post-batches.ts'

/** What is to be looked through: a file, or a list of the store at that path. */
export type AuditTask =
  | {readonly kind: 'file'; readonly look: FileLookAsk}
  | {readonly kind: 'list'; readonly store: string; readonly look: ListLookAsk}

/** piscina's task. */
export default async function auditWorker({ask, ...ports}: BatchPorts & {readonly ask: AuditTask}): Promise<void> {
  await postBatches(ports, batchesFor(ask))
}

/** Only what the task needs is loaded. */
async function* batchesFor(task: AuditTask): AsyncGenerator<AuditBatch> {
  if (task.kind === 'file') {
    const {lookThroughFile} = await import('../csv/look-through-file.ts')
    yield* lookThroughFile(task.look)
    return
  }
  const {openStore} = await import('../store/open-store.ts')
  const {lookThroughList} = await import('../store/look-through-list.ts')
  const store = await openStore(task.store)
  try {
    yield* lookThroughList(store, task.look)
  } finally {
    await store.close()
  }
}
