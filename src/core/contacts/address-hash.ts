/**
 * A number for an address key: what the store's index holds instead of the text, at a third of its size. Two keys
 * may share one, so whoever looks up by it compares the key as well. Never changes: stores keep it.
 */

/** 52 bits, so that it is exact as a number everywhere. */
export function addressHash(key: string): number {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    a = Math.imul(a ^ code, 0xcc9e2d51)
    b = Math.imul(b ^ code, 0x1b873593)
    b ^= b >>> 15
  }
  a = finish(a ^ Math.imul(b, 5))
  b = finish(b ^ Math.imul(a, 3))
  return (b & 0xfffff) * 0x1_0000_0000 + (a >>> 0)
}

/** The last step of MurmurHash3: each bit of the input reaches each bit of the result. */
function finish(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
