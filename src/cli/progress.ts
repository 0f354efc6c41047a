/** Progress on stderr: one moving line on a terminal, a plain line every ten seconds elsewhere, nothing when quiet. */
import ora from 'ora'
import type {Screen} from './screen.ts'

export interface Progress {
  /** words: the whole line; asked for only when it will be shown. */
  show(words: () => string): void
  stop(): void
}

const MOVING_MS = 120
const PLAIN_MS = 10_000

export function startProgress(screen: Screen): Progress {
  if (screen.isQuiet) return {show() {}, stop() {}}
  const spinner = screen.isInteractive ? ora({stream: process.stderr, discardStdin: false}) : null
  let last = spinner === null ? performance.now() : 0
  return {
    show(words) {
      const now = performance.now()
      if (now - last < (spinner === null ? PLAIN_MS : MOVING_MS)) return
      last = now
      if (spinner === null) screen.note(`  ${words()}`)
      else {
        spinner.text = words()
        if (!spinner.isSpinning) spinner.start()
      }
    },
    stop() {
      spinner?.stop()
    },
  }
}
