/** List files behind their port: planned in place, read in a thread of its own. */
import type {Piscina} from 'piscina'
import type {ListBatch, ListFiles} from '../../ports/list-files.ts'
import {planList} from '../csv/plan-list.ts'
import {checkRejectsPath} from '../csv/rejects-file.ts'
import type {SpoolRoom} from '../csv/source/spool-room.ts'
import {batchesOf, startThread} from './thread-batches.ts'

const WORKER = 'workers/import-worker'

/** room: for copies of what can be read only once. */
export function listFiles(room: SpoolRoom): ListFiles {
  let thread: Piscina | null = null
  const endThread = async () => {
    const ended = thread
    thread = null
    await ended?.destroy()
  }
  return {
    async plan(ask) {
      // The thread loads its code while the file is looked through.
      thread ??= startThread(WORKER)
      try {
        return await planList(ask, room)
      } catch (error) {
        await endThread()
        throw error
      }
    },
    async release({place}) {
      await endThread()
      await room.remove(place.spooled)
    },
    checkRejects: checkRejectsPath,
    read: (ask) => batchesOf<ListBatch>(thread ?? startThread(WORKER), ask, 'todoke list import'),
  }
}
