/** Which of some hundred literals stand in a text, told in one pass over it: most texts hold none. */

/** By whom a literal is wanted: an index. */
export interface Wanted {
  readonly literal: string
  readonly by: number
}

/** text in small letters. Gives the index of each whose literal stands in the text, once, in no order; mostly none. */
export type Scan = (text: string) => readonly number[]

const NONE: readonly number[] = []

const SLOTS = 4096

/** Literals in small letters, not empty. The scan is linear in the text. */
export function scanFor(wanted: readonly Wanted[]): Scan {
  /** By two neighbouring characters: 0 = none, else the number of a list. */
  const slots = new Uint8Array(SLOTS)
  const lists: Placed[][] = []
  const singles = wanted.filter(({literal}) => literal.length === 1)
  for (const each of wanted) {
    if (each.literal.length === 1) continue
    const at = rarestPair(each.literal)
    const slot = slotOf(each.literal.charCodeAt(at), each.literal.charCodeAt(at + 1))
    // Lists beyond what a byte can number are shared: a longer look, and the same answer.
    if (slots[slot] === 0) slots[slot] = lists.length < MOST_LISTS ? lists.push([]) : 1 + (slot % MOST_LISTS)
    lists[slots[slot]! - 1]!.push({...each, at})
  }
  return (text) => {
    let found: number[] | null = null
    const add = (by: number) => {
      found ??= []
      if (!found.includes(by)) found.push(by)
    }
    for (const {literal, by} of singles) if (text.includes(literal)) add(by)
    let before = text.charCodeAt(0)
    for (let next = 1; next < text.length; next += 1) {
      const code = text.charCodeAt(next)
      const list = slots[slotOf(before, code)]!
      before = code
      if (list === 0) continue
      for (const {literal, by, at} of lists[list - 1]!) if (text.startsWith(literal, next - 1 - at)) add(by)
    }
    return found ?? NONE
  }
}

const MOST_LISTS = 255

interface Placed extends Wanted {
  /** Where its pair stands in it. */
  readonly at: number
}

function slotOf(before: number, code: number): number {
  return (Math.imul(before, 31) ^ Math.imul(code, 7919)) & (SLOTS - 1)
}

/** From the most frequent in the languages written with them; what is none of these is rare. */
const FREQUENT = 'e taoinsrhldcumpgfbyvwkxjqz'

/** Of the two neighbours that fewest texts hold. */
function rarestPair(literal: string): number {
  const rarity = (char: string) => (FREQUENT.includes(char) ? FREQUENT.indexOf(char) : 2 * FREQUENT.length)
  let rarest = 0
  let most = -1
  for (let at = 0; at < literal.length - 1; at += 1) {
    const value = rarity(literal[at]!) + rarity(literal[at + 1]!)
    if (value > most) [rarest, most] = [at, value]
  }
  return rarest
}
