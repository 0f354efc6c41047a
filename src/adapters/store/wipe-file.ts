/**
 * Removes what was deleted from the bytes of the store: free pages and what stands between rows go when the file is
 * written anew, the log is copied into it and cut off. Other processes may go on reading and writing.
 */
import type {Connection} from './connection.ts'
import {storeError} from './driver.ts'

/** Stands in store_facts from an erasure until its bytes are gone, so that a crash in between is not forgotten. */
export const WIPE_FACT = 'wipe_wanted'

export function needsWipe({db}: Connection): boolean {
  return db.prepare('select 1 from store_facts where name = ?').get(WIPE_FACT) !== undefined
}

/** False while another process still reads the old bytes. Throws STORE_FULL, STORE_BUSY. */
export function wipeFile({db, file}: Connection): boolean {
  try {
    // A copy of the store passes through here, and may be larger than memory.
    db.exec('pragma temp_store = file')
    db.exec('vacuum')
    if (!cutLog(db)) return false
    db.prepare('delete from store_facts where name = ?').run(WIPE_FACT)
    return cutLog(db)
  } catch (error) {
    throw storeError(file, error)
  } finally {
    db.exec('pragma temp_store = memory')
  }
}

function cutLog(db: Connection['db']): boolean {
  const {busy} = db.prepare('pragma wal_checkpoint(truncate)').get() as {busy: number}
  return busy === 0
}
