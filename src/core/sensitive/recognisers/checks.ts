/** The arithmetic of check digits, over compact text. Never throws; text that is too short gives false. */
import {passesLuhn} from '../check-digits.ts'

export function digitsOf(text: string): number[] {
  return Array.from(text, Number)
}

/** text: digits only. Source: ISO/IEC 7812-1 annex B. */
export function luhn(text: string): boolean {
  return passesLuhn(digitsOf(text), text.length)
}

/** Σ digit × weight, from the left. */
export function weighted(text: string, weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += Number(text[i]) * weights[i]!
  return sum
}

/** Verhoeff's dihedral check over all digits, the last one being the check. Source: J. Verhoeff, 1969. */
export function verhoeff(text: string): boolean {
  let state = 0
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text[text.length - 1 - i])
    state = TIMES[state]![TURN[i % 8]![digit]!]!
  }
  return state === 0
}

/** Multiplication in the group of symmetries of the pentagon. */
const TIMES = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const
/** The permutation of each position. */
const TURN = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
] as const

/** ISO/IEC 7064 MOD 11,10 over all digits. */
export function mod1110(text: string): boolean {
  let check = 5
  for (const digit of digitsOf(text)) check = ((((check || 10) * 2) % 11) + digit) % 10
  return check === 1
}

/** Luhn's digit sums with given weights, from the left; the sum of digits of each product. */
export function crossSum(digits: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const product = digits[i]! * weights[i]!
    sum += product > 9 ? Math.floor(product / 10) + (product % 10) : product
  }
  return sum
}

/** A = 10 … Z = 35, digits as they are. */
export function signValue(sign: string): number {
  return Number.parseInt(sign, 36)
}

/** Weights 7, 3, 1 of passports. text: with its check digit at the end. Source: ICAO 9303 part 3, section 4.9. */
export function icao(text: string): boolean {
  let sum = 0
  for (let i = 0; i < text.length - 1; i++) sum += signValue(text[i]!) * [7, 3, 1][i % 3]!
  return sum % 10 === Number(text.at(-1))
}

/** Whether such a day exists. year: four digits. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** yymmdd whose century nobody knows: 29 February counts when either century has it. */
export function isShortDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6))]
  return isDay(1900 + year, month, day) || isDay(2000 + year, month, day)
}
