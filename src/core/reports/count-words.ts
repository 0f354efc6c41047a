/** How often each word comes in a stream of them, in bounded memory. */

export interface WordCounts {
  /** Most frequent first. */
  readonly top: readonly {readonly word: string; readonly count: number}[]
  /** All others together. hasMore: there were more different words than are kept apart, so words is at least that. */
  readonly rest: {readonly words: number; readonly count: number; readonly hasMore: boolean}
}

export interface WordCounter {
  add(word: string): void
  result(top: number): WordCounts
}

/** Words first met when so many are known are counted together: a frequent word is met long before. */
export function countWords(mostKnown: number): WordCounter {
  const counts = new Map<string, number>()
  let others = 0
  return {
    add(word) {
      const known = counts.get(word)
      if (known !== undefined) counts.set(word, known + 1)
      else if (counts.size < mostKnown) counts.set(word, 1)
      else others += 1
    },
    result(top) {
      const sorted = [...counts].map(([word, count]) => ({word, count})).sort(byCount)
      const rest = sorted.slice(top)
      const count = rest.reduce((sum, each) => sum + each.count, others)
      return {top: sorted.slice(0, top), rest: {words: rest.length, count, hasMore: others > 0}}
    },
  }
}

function byCount(a: {word: string; count: number}, b: {word: string; count: number}): number {
  return b.count - a.count || (a.word < b.word ? -1 : 1)
}
