/**
 * The store as the server for opt-outs uses it, over a connection of its own. Opt-outs that come together share one durable
 * commit (reliability.md B5: an answer only after it); while another process writes, they wait without holding up
 * anything else, and after a few seconds they are refused, so that the sender tries again.
 */
import {setTimeout} from 'node:timers/promises'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import {AppError} from '../../errors.ts'
import type {OptOutDesk, OptOutRecorded} from '../../ports/opt-out-desk.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {storeError, tryBegin} from './driver.ts'
import {linkOwners} from './link-owners.ts'
import {suppressionWriter} from './suppression-events.ts'
import {suppressionStore} from './suppressions.ts'
import {sayWaiting} from './turns.ts'

/** Opt-outs in one commit. */
const MOST_TOGETHER = 500
/** How long the store may stay locked: a transaction of a long import, on a slow disk. */
const PATIENCE_MS = 8000
const LOOK_AGAIN_MS = 5

interface Waiting {
  readonly entry: SuppressionEntry
  readonly at: number
  readonly recipientId: string
  readonly since: number
  done(what: OptOutRecorded): void
  failed(error: Error): void
}

/** file: of the store. Throws STORE_* errors. */
export async function openOptOutDesk(file: string): Promise<ClosableDesk> {
  return optOutDesk(await connect(file))
}

export type ClosableDesk = OptOutDesk & {
  /** Writes what waits, and closes the connection. */
  close(): Promise<void>
}

/** connection: for this desk alone. */
export function optOutDesk(connection: Connection): ClosableDesk {
  const {db, file} = connection
  const writer = groupWriter(connection)
  const isThere = db.prepare('select 1 from store_facts limit 1')
  return {
    find: finder(connection),
    record: (entry, at, recipientId) =>
      new Promise((done, failed) => {
        writer.add({entry, at, recipientId, since: performance.now(), done, failed})
      }),
    holding: suppressionStore(connection).holding,
    async check() {
      try {
        isThere.get()
      } catch (error) {
        throw storeError(file, error)
      }
    },
    async close() {
      await writer.idle()
      await connection.close()
    },
  }
}

function finder(connection: Connection): OptOutDesk['find'] {
  const ownerOf = linkOwners(connection)
  return async (sendId, recipientId) => {
    try {
      return ownerOf(sendId, recipientId)
    } catch (error) {
      throw storeError(connection.file, error)
    }
  }
}

function groupWriter({file, db, publicIds}: Connection) {
  const isHeld = db.prepare(`select 1 from contacts where id = ? and address_key <> ''`)
  const writer = suppressionWriter(db)
  const waiting: Waiting[] = []
  let work = Promise.resolve()
  let isWorking = false

  /** Asked again inside of the transaction, or an erasure just before it would be undone. */
  function write({entry, at, recipientId}: Waiting): OptOutRecorded {
    const id = publicIds.contactId(recipientId)
    if (id === null || isHeld.get(id) === undefined) return 'gone'
    if (writer.repeats(entry)) return 'known'
    writer.add(entry, at)
    return 'new'
  }

  function writeGroup(): void {
    const group = waiting.splice(0, MOST_TOGETHER)
    try {
      const news = group.map(write)
      db.exec('commit')
      for (const [i, each] of group.entries()) each.done(news[i]!)
    } catch (error) {
      // A failed commit may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      for (const each of group) each.failed(storeError(file, error))
    }
  }

  async function writeAll(): Promise<void> {
    let takeBack: (() => void) | null = null
    // What arrives in the same turn of the loop goes into the same commit.
    await new Promise(setImmediate)
    try {
      while (waiting.length > 0) {
        if (tryBegin(db)) writeGroup()
        else {
          takeBack ??= sayWaiting(file)
          refuseLate()
          await setTimeout(LOOK_AGAIN_MS)
        }
        await new Promise(setImmediate)
      }
    } catch (error) {
      for (const each of waiting.splice(0)) each.failed(storeError(file, error))
    } finally {
      takeBack?.()
      // In one go with the last look at what waits, or somebody could come in between and wait for ever.
      isWorking = false
    }
  }

  /** Those that have waited too long for the lock. */
  function refuseLate(): void {
    const latest = performance.now() - PATIENCE_MS
    while (waiting.length > 0 && waiting[0]!.since <= latest)
      waiting.shift()!.failed(new AppError('STORE_BUSY', {file}))
  }

  return {
    add(one: Waiting): void {
      waiting.push(one)
      if (isWorking) return
      isWorking = true
      work = writeAll()
    },
    async idle(): Promise<void> {
      while (isWorking) await work
    },
  }
}
