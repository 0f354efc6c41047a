/** List files behind their port: planned in place, read in a thread of its own. */
import type {ListBatch, ListFiles} from '../../ports/list-files.ts'
import {planList} from '../csv/plan-list.ts'
import {checkRejectsPath} from '../csv/rejects-file.ts'
import type {SpoolRoom} from '../csv/source/spool-room.ts'
import {batchesOf, startThread} from './thread-batches.ts'

const WORKER = 'workers/import-worker'

type Thread = ReturnType<typeof startThread>

/** room: for copies of what can be read only once. */
export function listFiles(room: SpoolRoom): ListFiles {
  let waiting: {readonly thread: Thread; readonly loaded: Promise<unknown>} | null = null
  /** A thread that is ended while it loads its code takes the whole process with it. */
  const endThread = async () => {
    const ending = waiting
    waiting = null
    if (ending === null) return
    await ending.loaded
    await ending.thread.destroy()
  }
  /** The thread loads its code while the file is looked through. */
  const warmUp = () => {
    const thread = startThread(WORKER)
    return {thread, loaded: thread.run({ask: null}).catch(() => {})}
  }
  return {
    async plan(ask) {
      waiting ??= warmUp()
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
    read(ask) {
      const thread = waiting?.thread ?? startThread(WORKER)
      waiting = null
      return batchesOf<ListBatch>(thread, ask, 'todoke list import')
    },
  }
}
