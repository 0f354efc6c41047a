/** What the cells of a sheet read as in text: dates as ISO, numbers as Excel shows them, nothing rounded away. */

/** What a cell's number format makes of a number; zeros: a pattern such as 0000000 or 000-0000. */
export type NumberLook =
  | {readonly kind: 'number'}
  | {readonly kind: 'date' | 'time'}
  | {readonly kind: 'zeros'; readonly pattern: string}

const NUMBER = {kind: 'number'} as const
const DATE = {kind: 'date'} as const
const TIME = {kind: 'time'} as const

/** Ids that have a meaning without a code, those of East Asian versions too. Source: ECMA-376 part 1, 18.8.30. */
export function lookOfId(id: number): NumberLook {
  const isTime = (id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47
  if (isTime) return TIME
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isDate ? DATE : NUMBER
}

/** A code such as yyyy"年"m"月"d"日";@. Durations ([h]:mm) stay numbers: they are no moment. */
export function lookOfCode(code: string): NumberLook {
  const [first = ''] = code
    .replace(/"[^"]*"/g, (quoted) => (/^"-*"$/.test(quoted) ? quoted.slice(1, -1) : ''))
    .split(';')
  if (/\[(h+|m+|s+)\]/i.test(first)) return NUMBER
  const pattern = first.replace(/\\-/g, '-').replace(/\\.|[_*].|\[[^\]]*\]/g, '')
  if (/^0[0-]*0$/.test(pattern)) return {kind: 'zeros', pattern}
  const letters = pattern.replace(/general|g\/標準|am\/pm|a\/p/gi, '')
  if (/[yd]|g+e|e年/i.test(letters)) return DATE
  if (/[hs]/i.test(letters)) return TIME
  return /m/i.test(letters) ? DATE : NUMBER
}

/** raw: as it stands in the sheet. Never throws; what is no number is given back as it is. */
export function numberText(raw: string, look: NumberLook, is1904: boolean): string {
  if (look.kind === 'number' && /^-?(0|[1-9]\d{0,14})$/.test(raw)) return raw
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (look.kind === 'date' || look.kind === 'time') return momentText(number, look.kind, is1904) ?? tidy(number)
  if (look.kind === 'zeros' && Number.isInteger(number) && number >= 0) return padded(tidy(number), look.pattern)
  return tidy(number)
}

/** Excel keeps 15 digits; the rest is noise of the binary form: 0.1 + 0.2 stands as 0.30000000000000004. */
function tidy(number: number): string {
  return String(Number(number.toPrecision(15)))
}

/** 10001 by 000-0000 is 001-0001: digits fill the pattern from its end. */
function padded(digits: string, pattern: string): string {
  let left = digits
  let text = ''
  for (let i = pattern.length - 1; i >= 0; i -= 1) {
    if (pattern[i] === '-') text = `-${text}`
    else {
      text = (left.at(-1) ?? '0') + text
      left = left.slice(0, -1)
    }
  }
  return left + text
}

const DAY_S = 86_400
/** 9999-12-31. */
const LAST_DAY = 2_958_465
/** Days from the first day of a workbook that counts from 1904 to the usual one. */
const DAYS_TO_1904 = 1462

/** Days since 1900 or 1904 as 2024-04-01, 2024-04-01T09:30:00 or 09:30:00; null when out of Excel's range. */
function momentText(serial: number, kind: 'date' | 'time', is1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_S)
  const days = Math.floor(seconds / DAY_S) + (is1904 ? DAYS_TO_1904 : 0)
  if (serial < 0 || days > LAST_DAY) return null
  const time = new Date((seconds % DAY_S) * 1000).toISOString().slice(11, 19)
  if (kind === 'time' && serial < 1) return time
  // Excel counts a 29 February 1900 that never was.
  const day = new Date(Date.UTC(1899, 11, days < 60 ? 31 + days : 30 + days)).toISOString().slice(0, 10)
  return seconds % DAY_S === 0 ? day : `${day}T${time}`
}

/** Characters that XML cannot hold stand as _x000D_. Line breaks become \n. */
export function plainText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
}
