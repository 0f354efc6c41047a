/** Which neighbouring characters a text has, to tell in no time that it does not hold a string. */

export interface Pairs {
  /** The text in small letters. */
  readonly text: string
  /** By the upper bits of a pair's number, whether the text may have it. */
  readonly slots: Uint8Array
  readonly shift: number
}

const LEAST_BITS = 8
const MOST_BITS = 16

/** Linear in the text; case makes no difference. */
export function pairsIn(text: string): Pairs {
  const lowered = text.toLowerCase()
  const shift = 32 - Math.min(MOST_BITS, Math.max(LEAST_BITS, 35 - Math.clz32(lowered.length)))
  const slots = new Uint8Array(1 << (32 - shift))
  let before = lowered.charCodeAt(0)
  for (let at = 1; at < lowered.length; at += 1) {
    const code = lowered.charCodeAt(at)
    slots[numberOf(before, code) >>> shift] = 1
    before = code
  }
  return {text: lowered, slots, shift}
}

/** A string in small letters, with the numbers of its pairs. */
export interface Sought {
  readonly text: string
  readonly pairs: readonly number[]
}

export function soughtOf(text: string): Sought {
  return {
    text,
    pairs: Array.from({length: text.length - 1}, (_, at) => numberOf(text.charCodeAt(at), text.charCodeAt(at + 1))),
  }
}

/** False = it is not there. */
export function mayHold({text, slots, shift}: Pairs, sought: Sought): boolean {
  const {pairs} = sought
  for (let i = 0; i < pairs.length; i += 1) if (slots[pairs[i]! >>> shift] === 0) return false
  return pairs.length > 0 || text.includes(sought.text)
}

function numberOf(before: number, code: number): number {
  return (Math.imul(before, 0x9e3779b1) + Math.imul(code, 0x85ebca6b)) >>> 0
}
