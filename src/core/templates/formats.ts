/** What may stand behind the last colon of a tag, `{{予約日:date}}`, and how a value is then written in a language. */
import {readMoment} from '../contacts/read-moment.ts'

export const FORMATS = ['date', 'date-short', 'date-long', 'number', 'percent'] as const
export type Format = (typeof FORMATS)[number] | `currency-${string}`

/** Null when the word is no format: the colon then belongs to the name. */
export function readFormat(word: string): Format | null {
  if ((FORMATS as readonly string[]).includes(word)) return word as Format
  return /^currency-[A-Z]{3}$/.test(word) ? (word as Format) : null
}

/** Writes a value; null when it is no date or no number. */
export type Formatter = (value: string) => string | null

/**
 * language: as in template.yaml, e.g. ja. A date is written as the day it names, whatever the zone of this machine.
 * What Intl writes may change with the version of Node.
 */
export function formatterOf(format: Format, language: string): Formatter {
  if (format === 'date' || format === 'date-short' || format === 'date-long') {
    const written = new Intl.DateTimeFormat(language, {...DATE_STYLES[format], timeZone: 'UTC'})
    return (value) => {
      const moment = readMoment(value, 0)
      return moment === null ? null : written.format(moment)
    }
  }
  const written = new Intl.NumberFormat(language, numberStyle(format))
  return (value) => {
    const number = readNumber(value)
    return number === null ? null : written.format(number)
  }
}

const DATE_STYLES = {
  date: {year: 'numeric', month: 'long', day: 'numeric'},
  'date-short': {dateStyle: 'short'},
  'date-long': {dateStyle: 'full'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

function numberStyle(format: Format): Intl.NumberFormatOptions {
  if (format === 'percent') return {style: 'percent', maximumFractionDigits: 2}
  const currency = /^currency-(.+)$/.exec(format)?.[1]
  return currency === undefined ? {} : {style: 'currency', currency}
}

const FULL_WIDTH = /[\uff0b-\uff0e\uff10-\uff19]/g

/** 1,234.5 and １２３４ and -5; commas only between groups of three. Null for anything else. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  if (!/^[+-]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,9})?$/.test(plain)) return null
  return Number(plain.replaceAll(',', ''))
}
