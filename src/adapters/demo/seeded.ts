/** Random choices that come out the same for the same seed, so that a demo can be repeated and a fault found again. */

export interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number
  /** True in so many of a thousand cases. */
  isOneOf(perMille: number): boolean
  pick<T>(from: readonly T[]): T
}

/** seed: any whole number. Not for secrets. Source: mulberry32 by Tommy Ettinger, public domain. */
export function startDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  return {roll, isOneOf: (perMille) => roll(1000) < perMille, pick: (from) => from[roll(from.length)]!}
}
