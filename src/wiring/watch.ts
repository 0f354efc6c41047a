/** What watching needs. */

/** See adapters/watch. The watch has begun when this resolves. */
export async function watchPaths(paths: readonly string[], signal: AbortSignal) {
  const {watchPaths: watch} = await import('../adapters/watch/watch-paths.ts')
  return watch(paths, signal)
}
