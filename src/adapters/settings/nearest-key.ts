/** Finds the word that was probably meant, for "did you mean". */

/** Null when nothing is near: at most one wrong letter in three, after case, - and _ are put aside. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const given = fold(word)
  let best: {readonly word: string; readonly distance: number} | null = null
  for (const candidate of known) {
    const distance = editDistance(given, fold(candidate))
    if (distance <= Math.max(given.length, candidate.length) / 3 && (best === null || distance < best.distance))
      best = {word: candidate, distance}
  }
  return best?.word ?? null
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[-_\s]/g, '')
    .slice(0, 40)
}

/** Levenshtein distance: letters to insert, delete or change. */
function editDistance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[to.length]!
}
