/** Ctrl-C and SIGTERM: the first asks the work to finish what is open, the second ends the process at once. */

export interface StopSignals {
  readonly signal: AbortSignal
  /** Puts the default behaviour back. */
  release(): void
}

const EXIT_INTERRUPTED = 130

/** onFirst: says what happens now and what a second one does. */
export function catchStopSignals(onFirst: () => void): StopSignals {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED)
    controller.abort()
    onFirst()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
