/**
 * Dates as a segment writes them: 2024-01-01, 2024/1/1 or 2024年1月1日, with a time and a zone if wanted. A date means
 * the whole of what it names: a day, a minute or a second.
 */
import {readMoment} from '../contacts/read-moment.ts'

/** UTC milliseconds: the first moment meant, and the first one after. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

const DATE =
  /\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:(?:T| +)\d{1,2}:\d{2}(:\d{2}(?:\.\d{1,9})?)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?(?![\p{L}\p{N}_-])/uy
const TIME = /\d:\d{2}/
const SECOND_MS = 1000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Length of the date that begins at a place of a text in narrow letters; 0 where none does. */
export function dateLengthAt(text: string, at: number): number {
  DATE.lastIndex = at
  return DATE.exec(text)?.[0].length ?? 0
}

/** text: all of it is a date in one of the forms above, else null; also null for days that no calendar has. */
export function readStretch(text: string, offsetMinutes: number): Stretch | null {
  const narrow = text.trim().normalize('NFKC')
  DATE.lastIndex = 0
  const found = DATE.exec(narrow)
  if (found === null || found[0].length !== narrow.length) return null
  const from = readMoment(narrow, offsetMinutes)
  if (from === null) return null
  const withoutZone = narrow.replace(/[+-]\d{2}:?\d{2}$/, '')
  const lengthMs = found[1] !== undefined ? SECOND_MS : TIME.test(withoutZone) ? MINUTE_MS : DAY_MS
  return {from, until: from + lengthMs}
}
