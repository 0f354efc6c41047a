/**
 * Dates in the forms people and programs write. What means two different days (4/1/2024, 45383) is read only when the
 * user says which.
 */
import {scanPlain, utcOf} from './plain-date.ts'
import {remember} from './remember.ts'

/**
 * What is known of a file's dates beyond the forms that mean one day only. mdy, dmy: numeric dates with the year
 * last; excel: plain numbers are days since 1899-12-30; epoch: plain numbers are Unix seconds or milliseconds.
 */
export const DATE_READINGS = ['ymd', 'mdy', 'dmy', 'excel', 'epoch'] as const
export type DateReading = (typeof DATE_READINGS)[number]

/** Longer than any date; the expressions here are not meant for a whole page in a cell. */
const LONGEST = 80

/**
 * A moment in UTC milliseconds, or null. offsetMinutes: the zone of dates that name none, east of UTC (Japan: 540);
 * a date without a time is the day's first moment there. Fractions of a second are cut.
 */
export function readMoment(cell: string, offsetMinutes: number, reading: DateReading = 'ymd'): number | null {
  const text = cell.trim()
  if (text === '' || text.length > LONGEST) return null
  const plain = scanPlain(text, offsetMinutes)
  return Number.isNaN(plain) ? readWritten(text, offsetMinutes, reading) : plain
}

/** readMoment for a million cells: the plain form is scanned, every other one read once per distinct text. */
export function makeMomentReader(offsetMinutes: number, reading: DateReading): (cell: string) => number | null {
  const other = remember((cell) => readMoment(cell, offsetMinutes, reading))
  return (cell) => {
    const plain = scanPlain(cell, offsetMinutes)
    return Number.isNaN(plain) ? other(cell) : plain
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const WEEKDAY = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?'
const YEAR_FIRST = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일号]?/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?)?(?!\d)/
const ERA = /^(令和|平成|昭和|R|H|S)\.?\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/i
/** The year before the era's first, and its last; of the one that goes on, no list holds a year beyond this. */
const ERAS = {令和: [2018, 40], 平成: [1988, 31], 昭和: [1925, 64]} as const
const ERA_OF: Readonly<Record<string, readonly [before: number, last: number]>> = {
  ...ERAS,
  r: ERAS.令和,
  h: ERAS.平成,
  s: ERAS.昭和,
}
const YEAR_MONTH_WORD = new RegExp(`^(\\d{4})[\\s-]+${MONTH}\\.?[\\s-]+(\\d{1,2})`, 'i')
const DAY_MONTH_WORD = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s.-]+${MONTH}\\.?,?[\\s-]+(\\d{4})`,
  'i',
)
const MONTH_WORD_DAY = new RegExp(`^${WEEKDAY}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i')
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/
/** 2024/4/1(月), 2024年4月1日 月曜日. */
const JAPANESE_WEEKDAY = /\s*(?:\(\s*[月火水木金土日](?:曜日?)?(?:\s*[・,]\s*祝)?\s*\)|[月火水木金土日]曜日?)/

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  /** What follows the day: a time, a zone, or nothing. */
  readonly rest: string
}

function readWritten(text: string, offsetMinutes: number, reading: DateReading): number | null {
  const written = text.normalize('NFKC').replace(JAPANESE_WEEKDAY, '').trim()
  const number = readNumber(written, offsetMinutes, reading)
  if (number !== null) return number
  const day = readDay(written, reading)
  if (day === null) return null
  const clock = readClock(day.rest, offsetMinutes)
  if (clock === null) return null
  const {hour, minute, second, zone} = clock
  const moment = utcOf(day.year, day.month, day.day, hour, minute, second, zone)
  return Number.isNaN(moment) ? null : moment
}

/** Excel's day 60 is a 29 February 1900 that never was; dates before it are no list's. */
function readNumber(text: string, offsetMinutes: number, reading: DateReading): number | null {
  if (reading === 'excel' && /^\d{2,7}(\.\d+)?$/.test(text)) {
    const days = +text
    if (days < 61 || days > 2_958_465) return null
    return Math.round((days - 25_569) * 86_400) * 1000 - offsetMinutes * 60_000
  }
  if (reading === 'epoch' && /^\d{9,10}(\.\d+)?$/.test(text)) return Math.floor(+text) * 1000
  if (reading === 'epoch' && /^\d{12,13}$/.test(text)) return +text
  return null
}

function readDay(text: string, reading: DateReading): Day | null {
  let found = YEAR_FIRST.exec(text)
  if (found) return dayOf(found, +found[1]!, +found[2]!, +found[3]!)
  found = COMPACT.exec(text)
  if (found) {
    const [all, year, month, day, hour, minute, second = '00'] = found
    const time = hour === undefined ? '' : ` ${hour}:${minute}:${second}`
    return {year: +year!, month: +month!, day: +day!, rest: time + text.slice(all.length)}
  }
  found = ERA.exec(text)
  if (found) {
    const [before, last] = ERA_OF[found[1]!.toLowerCase()]!
    const year = found[2] === '元' ? 1 : +found[2]!
    // 平成40年 never was: whoever wrote it meant another day, and nobody can say which.
    return year < 1 || year > last ? null : dayOf(found, before + year, +found[3]!, +found[4]!)
  }
  found = MONTH_WORD_DAY.exec(text)
  if (found) return dayOf(found, +found[3]!, monthOf(found[1]!), +found[2]!)
  found = DAY_MONTH_WORD.exec(text)
  if (found) return dayOf(found, +found[3]!, monthOf(found[2]!), +found[1]!)
  found = YEAR_MONTH_WORD.exec(text)
  if (found) return dayOf(found, +found[1]!, monthOf(found[2]!), +found[3]!)
  found = reading === 'mdy' || reading === 'dmy' ? YEAR_LAST.exec(text) : null
  if (!found) return null
  const year = found[3]!.length === 4 ? +found[3]! : +found[3]! + (+found[3]! < 70 ? 2000 : 1900)
  return reading === 'mdy' ? dayOf(found, year, +found[1]!, +found[2]!) : dayOf(found, year, +found[2]!, +found[1]!)
}

function dayOf(found: RegExpExecArray, year: number, month: number, day: number): Day {
  return {year, month, day, rest: found.input.slice(found[0].length)}
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

const HALF = '(a\\.?m\\.?|p\\.?m\\.?|午前|午後|上午|下午|오전|오후)'
const CLOCK = new RegExp(
  `^(?:[T\\s,]|at\\b)*(?:${HALF}\\s*)?(\\d{1,2})(?:\\s*([:時시点點])\\s*(?:(\\d{1,2})\\s*[分분]?(?:\\s*:?\\s*(\\d{1,2})(?:[.,]\\d+)?\\s*[秒초]?)?)?)?\\s*${HALF}?`,
  'i',
)
/** Names of zones that mean one zone everywhere; CST or IST do not. */
const ZONE = /^\s*(?:(Z|UTC|GMT|UT|JST)(?![a-z]))?\s*([+-]\d{1,2}(?::?\d{2})?)?\s*(?:\([^)]*\))?$/i

function readClock(rest: string, offsetMinutes: number) {
  const clock = CLOCK.exec(rest)
  let [hour, minute, second] = [0, 0, 0]
  if (clock) {
    const [, before, hours, mark, minutes, seconds, after] = clock
    const half = (before ?? after)?.toLowerCase().replaceAll('.', '') ?? null
    // A bare number behind a date is no time: 2024-04-01 9.
    if (half === null && (mark === undefined || (mark === ':' && minutes === undefined))) return null
    const told = hourOf(+hours!, half)
    if (told === null) return null
    ;[hour, minute, second] = [told, +(minutes ?? 0), +(seconds ?? 0)]
  }
  const zone = ZONE.exec(clock ? rest.slice(clock[0].length) : rest)
  const minutesEast = zone ? zoneMinutes(zone[1], zone[2], offsetMinutes) : null
  return minutesEast === null ? null : {hour, minute, second, zone: minutesEast}
}

/** 12 am is midnight, 午後0時 noon; null for 13 pm. */
function hourOf(hour: number, half: string | null): number | null {
  if (half === null) return hour
  if (hour > 12) return null
  const isAfternoon = ['pm', '午後', '下午', '오후'].includes(half)
  return (hour % 12) + (isAfternoon ? 12 : 0)
}

/** GMT+0900 is nine hours east of GMT. Null for a shift no zone has. */
function zoneMinutes(name: string | undefined, shift: string | undefined, offsetMinutes: number): number | null {
  const base = name === undefined ? null : name.toUpperCase() === 'JST' ? 540 : 0
  if (shift === undefined) return base ?? offsetMinutes
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(shift)!
  if (+hours! > 14 || +minutes > 59) return null
  return (base ?? 0) + (sign === '-' ? -1 : 1) * (+hours! * 60 + +minutes)
}
