/** The keys of contacts that a transaction has added, kept back to be written in order of their number at its end. */

export interface NewKeys {
  readonly size: number
  add(hash: number, contactId: number): void
  /** The contact of a number, or 0. */
  contactOf(hash: number): number
  /** All of them by ascending number; then it is empty. */
  take(): {readonly hashes: Float64Array; readonly contacts: Float64Array}
}

/** most: numbers it has to hold. A table of its own, because a Map of a hundred thousand large numbers is slow to fill. */
export function newKeys(most: number): NewKeys {
  const slots = 2 ** Math.ceil(Math.log2(most * 2))
  const hashes = new Float64Array(slots)
  const contacts = new Float64Array(slots)
  let size = 0
  const slotOf = (hash: number): number => {
    let slot = (hash >>> 0) & (slots - 1)
    // 0 marks a free slot; contact ids begin at 1.
    while (contacts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (slots - 1)
    return slot
  }
  return {
    get size() {
      return size
    },
    add(hash, contactId) {
      const slot = slotOf(hash)
      hashes[slot] = hash
      contacts[slot] = contactId
      size += 1
    },
    contactOf: (hash) => contacts[slotOf(hash)]!,
    take() {
      const sorted = new Float64Array(size)
      let next = 0
      for (let slot = 0; slot < slots; slot += 1) if (contacts[slot] !== 0) sorted[next++] = hashes[slot]!
      sorted.sort()
      const taken = {hashes: sorted, contacts: sorted.map((hash) => contacts[slotOf(hash)]!)}
      contacts.fill(0)
      size = 0
      return taken
    },
  }
}
