/** The date most lists hold, read digit by digit: a million cells of it must cost next to nothing. */

/** 2024/4/1, 2024-04-01T09:05:07.123+09:00 and what lies between; NaN for anything else. No allocation. */
export function scanPlain(text: string, offsetMinutes: number): number {
  const end = text.length
  if (end < 8 || end > 35) return Number.NaN
  const year = digitsAt(text, 0, 4)
  if (year < 0 || !isDateMark(text.charCodeAt(4))) return Number.NaN
  let at = 5
  let width = digitCount(text, at)
  const month = digitsAt(text, at, width)
  at += width
  if (month < 0 || !isDateMark(text.charCodeAt(at))) return Number.NaN
  at += 1
  width = digitCount(text, at)
  const day = digitsAt(text, at, width)
  at += width
  if (day < 0) return Number.NaN
  if (at === end) return utcOf(year, month, day, 0, 0, 0, offsetMinutes)

  const mark = text.charCodeAt(at)
  if (mark !== 0x20 && mark !== 0x54) return Number.NaN
  at += 1
  width = digitCount(text, at)
  const hour = digitsAt(text, at, width)
  at += width
  if (hour < 0 || text.charCodeAt(at) !== 0x3a) return Number.NaN
  at += 1
  width = digitCount(text, at)
  const minute = digitsAt(text, at, width)
  at += width
  if (minute < 0) return Number.NaN
  let second = 0
  if (text.charCodeAt(at) === 0x3a) {
    at += 1
    width = digitCount(text, at)
    second = digitsAt(text, at, width)
    at += width
    if (second < 0) return Number.NaN
    if (text.charCodeAt(at) === 0x2e) {
      at += 1
      while (isDigit(text.charCodeAt(at))) at += 1
    }
  }
  if (at === end) return utcOf(year, month, day, hour, minute, second, offsetMinutes)
  if (text.charCodeAt(at) === 0x20) at += 1
  const isUtc = (at + 1 === end && text.charCodeAt(at) === 0x5a) || (at + 3 === end && text.endsWith('UTC'))
  return utcOf(year, month, day, hour, minute, second, isUtc ? 0 : zoneAt(text, at))
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** - . or / */
function isDateMark(code: number): boolean {
  return code >= 0x2d && code <= 0x2f
}

/** How many digits stand at a place, at most two. */
function digitCount(text: string, at: number): number {
  return isDigit(text.charCodeAt(at)) ? (isDigit(text.charCodeAt(at + 1)) ? 2 : 1) : 0
}

/** The number in width digits, -1 when one of them is none or there are none. */
function digitsAt(text: string, at: number, width: number): number {
  if (width === 0) return -1
  let value = 0
  for (let i = at; i < at + width; i += 1) {
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return -1
    value = value * 10 + code - 0x30
  }
  return value
}

/** Minutes east of UTC of +09:00, -0330, +09 up to the text's end; NaN for anything else. */
function zoneAt(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign !== 0x2b && sign !== 0x2d) return Number.NaN
  const hours = digitsAt(text, at + 1, 2)
  const rest = at + 3
  const from = text.charCodeAt(rest) === 0x3a ? rest + 1 : rest
  const minutes = rest === text.length ? 0 : digitsAt(text, from, 2)
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN
  if (rest !== text.length && from + 2 !== text.length) return Number.NaN
  return (sign === 0x2d ? -1 : 1) * (hours * 60 + minutes)
}

const DAYS_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** UTC milliseconds; NaN for a day or time that is none (31 April, 24:00), and for years before 1000. */
export function utcOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number,
): number {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return Number.NaN
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (day > MONTH_DAYS[month]! + (isLeap && month === 2 ? 1 : 0)) return Number.NaN
  const past = year - 1
  const days =
    past * 365 +
    Math.floor(past / 4) -
    Math.floor(past / 100) +
    Math.floor(past / 400) +
    DAYS_BEFORE[month]! +
    (isLeap && month > 2 ? 1 : 0) +
    day -
    719163
  return ((days * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1000
}
