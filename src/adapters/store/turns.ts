/**
 * Whose turn it is to write. SQLite gives its lock to whoever asks at the right moment, and an import, which writes
 * transaction after transaction, leaves hardly any: so whoever waits says so in a file beside the store, and the import
 * lets it go first. An opt-out must never have to wait for a million rows.
 */
import {randomBytes} from 'node:crypto'
import {closeSync, openSync, readdirSync, rmSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'

const SUFFIX = '.waiting-'
/** Older ones were left by a process that died. */
const STALE_MS = 20_000
/** Longer than those who wait sleep between two looks at the lock (SQLite: 100 ms), and a few of them in turn. */
const MOST_MS = 1000
const STEP_MS = 10

/** wait: blocks until the lock is there, or throws. The word is taken back either way. */
export function whileWaiting<T>(storeFile: string, wait: () => T): T {
  const takeBack = sayWaiting(storeFile)
  try {
    return wait()
  } finally {
    takeBack()
  }
}

/** Says that somebody waits; the answer takes the word back. In a folder that takes no file nothing is said. */
export function sayWaiting(storeFile: string): () => void {
  const file = `${storeFile}${SUFFIX}${randomBytes(6).toString('hex')}`
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch {
    // The lock is still waited for, only with less of a chance.
    return () => {}
  }
  return () => rmSync(file, {force: true})
}

/** Resolves when nobody waits for the lock any more, or after a second. Between two transactions. */
export async function letOthersWrite(storeFile: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < MOST_MS && someoneWaits(storeFile); waitedMs += STEP_MS) await setTimeout(STEP_MS)
}

function someoneWaits(storeFile: string): boolean {
  const folder = dirname(storeFile)
  const start = `${basename(storeFile)}${SUFFIX}`
  let isWaiting = false
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start)) continue
    const file = join(folder, name)
    const since = statSync(file, {throwIfNoEntry: false})?.mtimeMs
    if (since === undefined) continue
    if (Date.now() - since < STALE_MS) isWaiting = true
    else rmSync(file, {force: true})
  }
  return isWaiting
}
