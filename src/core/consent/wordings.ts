/** The form texts under which consents were given: kept with hash and dates, found by the name a consent carries. */

export interface Wording {
  /** What consents call it, e.g. news-form. */
  readonly name: string
  /** SHA-256 of the text, hex. */
  readonly sha256: string
  readonly text: string
  /** BCP 47, or null when not said. */
  readonly language: string | null
  /** Shown from this moment, UTC milliseconds. */
  readonly from: number
  /** Not shown any more from this moment; null = still shown. */
  readonly until: number | null
}

export interface WordingBook {
  /** Versions of that name, or of which the hash begins so (8 characters or more), oldest first. */
  named(nameOrHash: string): readonly Wording[]
}

export const NO_WORDINGS: WordingBook = {named: () => []}

/** A book of these wordings in any order. */
export function wordingBook(wordings: readonly Wording[]): WordingBook {
  const byName = new Map<string, Wording[]>()
  const inOrder = [...wordings].sort((a, b) => a.from - b.from)
  for (const wording of inOrder) {
    const key = wording.name.normalize('NFKC').toLowerCase()
    const versions = byName.get(key)
    if (versions === undefined) byName.set(key, [wording])
    else versions.push(wording)
  }
  const found = new Map<string, readonly Wording[]>()
  return {
    named(nameOrHash) {
      let versions = found.get(nameOrHash)
      if (versions === undefined) {
        const key = nameOrHash.normalize('NFKC').trim().toLowerCase()
        versions = byName.get(key) ?? (isHash(key) ? inOrder.filter(({sha256}) => sha256.startsWith(key)) : [])
        if (found.size >= MOST_FOUND) found.clear()
        found.set(nameOrHash, versions)
      }
      return versions
    },
  }
}

/** The version that was shown at that moment, or null. */
export function wordingAt(versions: readonly Wording[], at: number): Wording | null {
  return versions.find(({from, until}) => from <= at && (until === null || at < until)) ?? null
}

const MOST_FOUND = 4096

function isHash(key: string): boolean {
  return /^[0-9a-f]{8,64}$/.test(key)
}
