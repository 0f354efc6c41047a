/**
 * Periods of law on calendar days. A day is a number here, days since 1970-01-01, so that a million of them cost
 * nothing; every jurisdiction counts in its own zone. No clock, no holidays but those that are passed in.
 */
import type {Day} from '../lint/duty.ts'
import type {Period} from './law.ts'

const DAY_MS = 86_400_000

/** The day a moment falls on. moment: UTC milliseconds. zoneMinutes: east of UTC, standard time (Japan 540). */
export function dayNumber(moment: number, zoneMinutes: number): number {
  return Math.floor((moment + zoneMinutes * 60_000) / DAY_MS)
}

/** 2026-02-28 for its number. */
export function dayText(day: number): Day {
  const {year, month, day: date} = civilOf(day)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day
}

/** The number of a day written 2026-02-28; NaN for what is none. */
export function dayOfText(text: string): number {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || +month! < 1 || +month! > 12 || +date! < 1) return Number.NaN
  return +date! > daysIn(+year, +month!) ? Number.NaN : numberOf(+year, +month!, +date!)
}

/**
 * The day of the same number so many months later; the month's last day where it has no such day (31 August and six
 * months: 28 February; 29 February and two years: 28 February). The last day of a period that runs from an event:
 * Regulation (EEC) 1182/71 art. 3(2)(c), Interpretation Act (Canada) s. 28; and 民法 140条・143条 (Korea: 민법 157조・160조) save
 * where those give more days (see addWholeMonths): a consent then ends on the earlier day.
 */
export function addMonths(day: number, months: number): number {
  const {year, month, day: date} = civilOf(day)
  const later = year * 12 + month - 1 + months
  const toYear = Math.floor(later / 12)
  const toMonth = later - toYear * 12 + 1
  return numberOf(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)))
}

export function addYears(day: number, years: number): number {
  return addMonths(day, years * 12)
}

/**
 * The last day of so many months counted from the day after the event, as 民法 140条・143条 count: the day before the one of the
 * same number, or the month's last day where there is none. Later than addMonths after an event on a month's last day
 * (28 February 2026 and one month: 31 March), so what must be kept is kept until this day.
 */
export function addWholeMonths(day: number, months: number): number {
  const first = day + 1
  const end = addMonths(first, months)
  return civilOf(end).day === civilOf(first).day ? end - 1 : end
}

/**
 * The n-th business day after a day, itself not counted. Saturdays and Sundays are none, nor are the days in holidays;
 * without holidays the result is never later than with them, so a deadline is never missed.
 */
export function addBusinessDays(day: number, n: number, holidays: ReadonlySet<number> = NO_HOLIDAYS): number {
  let at = day
  for (let left = n; left > 0; ) {
    at += 1
    // 1970-01-01 was a Thursday.
    const weekday = (((at + 4) % 7) + 7) % 7
    if (weekday !== 0 && weekday !== 6 && !holidays.has(at)) left -= 1
  }
  return at
}

/** The last day of a period after an event; hours count as the day itself and the whole days they hold. */
export function lastDayOf(day: number, {unit, n}: Period, whole: 'earliest' | 'latest'): number {
  const add = whole === 'latest' ? addWholeMonths : addMonths
  if (unit === 'months') return add(day, n)
  if (unit === 'years') return add(day, n * 12)
  if (unit === 'businessDays') return addBusinessDays(day, n)
  return day + (unit === 'days' ? n : Math.floor(n / 24))
}

const NO_HOLIDAYS: ReadonlySet<number> = new Set()
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return MONTH_DAYS[month - 1]! + (isLeap && month === 2 ? 1 : 0)
}

/** Days from 1970-01-01; years are counted from March, so that the leap day is a year's last. */
function numberOf(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function civilOf(day: number): {readonly year: number; readonly month: number; readonly day: number} {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}
