/** Chance that can be repeated: the same send draws the same people, however often and wherever it is asked. */
import {createHash} from 'node:crypto'

export interface Sampler<T> {
  add(item: T, publicId: string): void
  /** Those drawn, in the order in which they were added. */
  result(): readonly T[]
}

/**
 * Draws that many of any number of items, each as likely as every other; all where there are fewer. Memory follows the
 * size of the sample. sendId: the seed.
 */
export function startSample<T>(sendId: string, size: number): Sampler<T> {
  let kept: {item: T; order: number; rank: string}[] = []
  let count = 0
  const cut = () => {
    kept.sort((a, b) => (a.rank < b.rank ? -1 : 1))
    kept.length = Math.min(kept.length, size)
  }
  return {
    add(item, publicId) {
      const rank = createHash('sha256').update(`sample|${sendId}|${publicId}`).digest('hex')
      kept.push({item, order: count, rank})
      count += 1
      if (kept.length >= 2 * size + 1000) cut()
    },
    result() {
      cut()
      kept = kept.sort((a, b) => a.order - b.order)
      return kept.map(({item}) => item)
    },
  }
}
