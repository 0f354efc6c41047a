/** Edits of a text: what stands between two places gives way to other words. */

export interface Edit {
  /** Offsets into the text as it was, end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** edits: none overlapping, in any order. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  let made = ''
  let at = 0
  for (const {start, end, text} of inOrder(edits)) {
    made += source.slice(at, start) + text
    at = end
  }
  return made + source.slice(at)
}

export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}
