/**
 * Tells most new address keys from known ones without a look-up: a Bloom filter over their numbers. A no is certain,
 * a yes may be wrong in a few of a hundred; then the store is asked.
 */

export interface KeyFilter {
  /** hash: of addressHash. */
  mayHold(hash: number): boolean
  add(hash: number): void
}

const BITS_PER_KEY = 6
const FEWEST_BITS = 2 ** 19
/** 64 MB. */
const MOST_BITS = 2 ** 29
const PROBES = 3

/** expected: keys it will hold; more of them only make its yes wrong more often. Memory: 6 to 12 bits a key. */
export function keyFilter(expected: number): KeyFilter {
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, 2 ** Math.ceil(Math.log2(expected * BITS_PER_KEY))))
  const words = new Uint32Array(bits / 32)
  const mask = bits - 1
  // Two parts of the number make all its places (Kirsch and Mitzenmacher 2006).
  const strideOf = (hash: number) => Math.imul((hash / 0x1_0000_0000) | 0, 0x9e3779b1) | 1
  return {
    mayHold(hash) {
      const stride = strideOf(hash)
      for (let probe = 0, at = hash | 0; probe < PROBES; probe += 1, at = (at + stride) | 0)
        if ((words[(at & mask) >>> 5]! & (1 << (at & 31))) === 0) return false
      return true
    },
    add(hash) {
      const stride = strideOf(hash)
      for (let probe = 0, at = hash | 0; probe < PROBES; probe += 1, at = (at + stride) | 0)
        words[(at & mask) >>> 5]! |= 1 << (at & 31)
    },
  }
}
