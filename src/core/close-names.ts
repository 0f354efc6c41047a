/** Finds the name that was probably meant by a misspelt one. */

/** The known name that differs only in case and punctuation (unsubscribeUrl, sender_name), or null. */
export function sameButSpelling(name: string, known: ReadonlySet<string>): string | null {
  const bare = (word: string) =>
    word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  return [...known].find((each) => bare(each) === bare(name)) ?? null
}

/** The same, else the nearest known name within two edits (one for short names), or null. */
export function closestName(name: string, known: ReadonlySet<string>): string | null {
  const same = sameButSpelling(name, known)
  if (same !== null || name.length > 60) return same
  const limit = name.length < 4 ? 0 : 2
  let best: string | null = null
  let bestEdits = limit + 1
  for (const each of known) {
    const edits = Math.abs(each.length - name.length) > limit ? limit + 1 : editsBetween(name, each)
    if (edits < bestEdits) {
      best = each
      bestEdits = edits
    }
  }
  return best
}

/** For long words such as keys and ids: at most one wrong letter in three, case, blanks, - and _ aside; else null. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const bare = (each: string) =>
    each
      .toLowerCase()
      .replace(/[-_\s]/g, '')
      .slice(0, 40)
  const given = bare(word)
  let best: {readonly word: string; readonly edits: number} | null = null
  for (const candidate of known) {
    const other = bare(candidate)
    const edits = editsBetween(given, other)
    if (edits <= Math.max(given.length, other.length) / 3 && (best === null || edits < best.edits))
      best = {word: candidate, edits}
  }
  return best?.word ?? null
}

/** Insertions, deletions and replacements, counted by characters. */
function editsBetween(a: string, b: string): number {
  const to = [...b]
  let row = to.map((_, i) => i + 1)
  for (const [i, char] of [...a].entries()) {
    const next: number[] = []
    for (const [j, other] of to.entries()) {
      const diagonal = j === 0 ? i : row[j - 1]!
      const left = j === 0 ? i + 1 : next[j - 1]!
      next.push(Math.min(diagonal + (char === other ? 0 : 1), left + 1, row[j]! + 1))
    }
    row = next
  }
  return row.at(-1) ?? a.length
}
