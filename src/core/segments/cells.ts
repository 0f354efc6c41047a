/** What cells say, told fast: text for comparing, and numbers. */
import {remember} from '../contacts/remember.ts'

/** For comparing: NFKC, lower case, no blanks at the ends. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/** foldText, but plain ASCII is not normalised and the rest is remembered. */
export function startFolding(): (cell: string) => string {
  const foldWide = remember(foldText)
  return (cell) => {
    for (let i = 0; i < cell.length; i += 1) if (cell.charCodeAt(i) > 0x7f) return foldWide(cell)
    return cell.toLowerCase().trim()
  }
}

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
/** Beyond this many digits two different numbers can be the same double. */
const EXACT_DIGITS = 15
const LONGEST_NUMBER = 32

/** folded: from foldText. 1200, 1,200, -3.5; null for all else, also for more digits than a number holds exactly. */
export function readNumber(folded: string): number | null {
  if (folded === '' || folded.length > LONGEST_NUMBER) return null
  // U+2212 is the minus of typesetters; NFKC leaves it alone.
  const plain = folded.charCodeAt(0) === 0x2212 ? `-${folded.slice(1)}` : folded
  if (!NUMBER.test(plain)) return null
  const digits = plain.includes(',') ? plain.replaceAll(',', '') : plain
  return digits.length > EXACT_DIGITS && digits.replace(/[+.-]/g, '').length > EXACT_DIGITS ? null : Number(digits)
}

/** 0120 and 007 are codes, not the numbers 120 and 7. */
export function isCode(folded: string): boolean {
  return /^0\d/.test(folded)
}
