/**
 * Whoever reads what we print may leave before the end (`| head`). That is no failure: what is printed from then on is
 * lost and the work goes on. Only work that is nothing but its output, an export, ends there (READER_GONE).
 */
const guarded = new WeakSet<NodeJS.WritableStream>()

/** Other errors of the streams stay what they are. */
export function outliveReaders(streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    if (guarded.has(stream)) continue
    guarded.add(stream)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
