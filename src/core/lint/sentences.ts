/** The sentence that a place of a folded text stands in: what belongs together for judging words by their company. */

const END = /[。．！？!?\n]|\.(?=\s)/u
const ENDS = new RegExp(END, 'gu')
/** Nobody writes longer ones; keeps crafted text cheap. */
const LONGEST = 300

/** Folded text from the end of the sentence before to the end of this one. */
export function sentenceAround(text: string, start: number, end: number): string {
  const [from, to] = boundsOfSentence(text, start, end)
  return text.slice(from, to)
}

export function boundsOfSentence(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(Math.max(0, start - LONGEST), start)
  let from = 0
  for (const found of before.matchAll(ENDS)) from = found.index + found[0].length
  const after = text.slice(end, end + LONGEST)
  const stop = after.search(END)
  return [start - before.length + from, stop < 0 ? end + after.length : end + stop]
}
