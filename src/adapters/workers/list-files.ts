/** List files behind their port: planned in place, read in a thread of its own. */
import type {ListBatch, ListFiles} from '../../ports/list-files.ts'
import {planList} from '../csv/plan-list.ts'
import {checkRejectsPath} from '../csv/rejects-file.ts'
import type {SpoolRoom} from '../csv/source/spool-room.ts'
import {batchesOf, startThread} from './thread-batches.ts'

const WORKER = 'workers/import-worker'

/** room: for copies of what can be read only once. */
export function listFiles(room: SpoolRoom): ListFiles {
  return {
    plan: (ask) => planList(ask, room),
    release: ({place}) => room.remove(place.spooled),
    checkRejects: checkRejectsPath,
    read: (ask) => batchesOf<ListBatch>(startThread(WORKER), ask, 'todoke list import'),
  }
}
