/** What a list or a file offers to tags, and what is wrong with a tag whose name it does not offer. */
import {closestName, sameButSpelling} from '../close-names.ts'
import type {Field} from '../contacts/fields.ts'
import type {MailClass} from '../sending/mail-class.ts'
import {FORMATS} from './formats.ts'
import {BUILT_IN_NAMES} from './parse-template.ts'

export interface OfferedNames {
  /** Headers that a tag may name, in NFC. */
  readonly columns: ReadonlySet<string>
  /** Columns that no tag can name, by header in NFC: the field of ours they became, or left-out for data that is not stored. */
  readonly taken: ReadonlyMap<string, Field | 'left-out'>
}

/** Of a list of which nothing but its columns is said. */
export function offeredColumns(columns: Iterable<string>): OfferedNames {
  return {columns: new Set(columns), taken: new Map()}
}

/** What a mail that asks for consent calls the link that gives it; no other mail has one. */
export const CONFIRM_NAME = 'confirm_url'

/** With what mails of that class are offered beside the columns. */
export function withClassNames(names: OfferedNames, mailClass: MailClass | null | undefined): OfferedNames {
  return mailClass === 'consent-request' ? {...names, columns: new Set([...names.columns, CONFIRM_NAME])} : names
}

export interface NameFault {
  /** Message key; the way out stands under `KEY.fix`. */
  readonly key:
    | 'known-names.unknown'
    | 'known-names.near'
    | 'known-names.taken'
    | 'known-names.ignored'
    | 'known-names.left-out'
    | 'known-names.format'
    | 'known-names.format-near'
  readonly values: Readonly<Record<string, string>>
}

/** Columns that are told with a name nobody knows. */
const MOST_SHOWN = 20
/** One currency stands for all. */
const FORMAT_WORDS = [...FORMATS, 'currency-JPY'] as const

/** name: of a tag, as parsed. Null = something fills it. */
export function nameFault(name: string, {columns, taken}: OfferedNames): NameFault | null {
  if (name === '.' || columns.has(name) || BUILT_IN_NAMES.has(name)) return null
  const became = taken.get(name)
  if (became === 'address') return {key: 'known-names.near', values: {name, near: 'email'}}
  if (became === 'ignore') return {key: 'known-names.ignored', values: {name}}
  if (became === 'left-out') return {key: 'known-names.left-out', values: {name}}
  if (became !== undefined) return {key: 'known-names.taken', values: {name, became}}
  const format = formatFault(name, (word) => columns.has(word) || taken.has(word) || BUILT_IN_NAMES.has(word))
  if (format !== null) return format
  const near = closestName(name, new Set([...columns, ...BUILT_IN_NAMES]))
  if (near !== null) return {key: 'known-names.near', values: {name, near}}
  const shown = [...columns].slice(0, MOST_SHOWN)
  const listed = shown.length < columns.size ? [...shown, '…'] : shown
  return {key: 'known-names.unknown', values: {name, columns: listed.join(', ') || '-'}}
}

/**
 * A word behind the last colon that is no format, where a name stands before it, or the word can be nothing else; a
 * column's own name may hold a colon. Null = that is not what is wrong.
 */
export function formatFault(name: string, isName: (word: string) => boolean): NameFault | null {
  const colon = name.lastIndexOf(':')
  if (colon <= 0) return null
  const column = name.slice(0, colon).trim()
  const format = name.slice(colon + 1).trim()
  const sure = sameFormat(format)
  if (sure === null && !isName(column)) return null
  const near = sure ?? closestName(format.toLowerCase(), new Set(FORMATS))
  const formats = FORMAT_WORDS.join(', ')
  if (near === null) return {key: 'known-names.format', values: {column, format, formats}}
  return {key: 'known-names.format-near', values: {column, format, near, formats}}
}

/** A format but for its spelling, or a currency that is not named as one. */
function sameFormat(word: string): string | null {
  const currency = /^currency\W*([a-z]{3})?$/i.exec(word)
  if (currency !== null) return `currency-${(currency[1] ?? 'JPY').toUpperCase()}`
  return sameButSpelling(word, new Set(FORMATS))
}
