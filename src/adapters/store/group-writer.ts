/**
 * Small pieces of work, each durable before it is answered, many in one commit. While another process writes, they wait
 * without holding up anything else, and after a few seconds they are refused, so that whoever asked tries again.
 */
import {setTimeout} from 'node:timers/promises'
import {AppError} from '../../errors.ts'
import type {Connection} from './connection.ts'
import {storeError, tryBegin} from './driver.ts'
import {sayWaiting} from './turns.ts'

/** Pieces in one commit. */
const MOST_TOGETHER = 500
/** How long the store may stay locked: a transaction of a long import, on a slow disk. */
const PATIENCE_MS = 8000
const LOOK_AGAIN_MS = 5

interface Waiting {
  readonly since: number
  /** Inside of the transaction. */
  work(): void
  /** After the commit. */
  done(): void
  failed(error: Error): void
}

export interface GroupWriter {
  /**
   * Runs the work in a transaction, and resolves with its result when that is on the disk. Rejects with STORE_*; then
   * nothing of it is written, nor of what shared its transaction.
   */
  write<T>(work: () => T): Promise<T>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

/** connection: this writer opens all of its transactions. */
export function groupWriter({file, db}: Connection): GroupWriter {
  const waiting: Waiting[] = []
  let work = Promise.resolve()
  let isWorking = false

  function writeGroup(): void {
    const group = waiting.splice(0, MOST_TOGETHER)
    try {
      for (const each of group) each.work()
      db.exec('commit')
      for (const each of group) each.done()
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
    write: <T>(run: () => T) =>
      new Promise<T>((resolve, failed) => {
        let result: T
        waiting.push({
          since: performance.now(),
          work: () => {
            result = run()
          },
          done: () => resolve(result),
          failed,
        })
        if (isWorking) return
        isWorking = true
        work = writeAll()
      }),
    async idle() {
      while (isWorking) await work
    },
  }
}
