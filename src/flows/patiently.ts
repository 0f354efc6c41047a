/** Waits for another process that writes into the store, without holding up anything else in this one. */
import {setTimeout} from 'node:timers/promises'
import {AppError} from '../errors.ts'

const PATIENCE_MS = 8000
const LOOK_AGAIN_MS = 25

/** work: over a connection that waits for nobody itself. Throws STORE_BUSY after eight seconds. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS)
    try {
      return await work()
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === 'STORE_BUSY'
      if (!isBusy || waitedMs >= PATIENCE_MS) throw error
      await setTimeout(LOOK_AGAIN_MS)
    }
}
