/** What goes wrong while a command goes on working: told at once, and then once a minute for each kind. */
import {AppError} from '../errors.ts'
import type {Screen} from './screen.ts'
import {describeError} from './show-error.ts'

const AGAIN_MS = 60_000

export function showTrouble(screen: Screen): (error: unknown) => void {
  const toldAt = new Map<string, number>()
  return (error) => {
    const known = error instanceof AppError ? error : new AppError('BUG', {version: '', why: 'serve'}, {cause: error})
    const now = performance.now()
    if (now - (toldAt.get(known.code) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
    toldAt.set(known.code, now)
    process.stderr.write(describeError(known, screen))
  }
}
