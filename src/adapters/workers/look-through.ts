/** Looks through lists and files in a thread of their own. */
import type {AuditBatch} from '../../core/contacts/audit-batch.ts'
import type {AuditTask} from './audit-worker.ts'
import {batchesOf, startThread} from './thread-batches.ts'

/** The thread starts with the first batch that is asked for. Throws WORKER_FAILED and the AppErrors of the thread. */
export async function* lookThrough(task: AuditTask): AsyncGenerator<AuditBatch> {
  yield* batchesOf<AuditBatch>(startThread('workers/audit-worker'), task, 'todoke audit')
}
