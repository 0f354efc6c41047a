/**
 * One row becomes a contact draft with its consent and opt-out, or a fault with its column. Never throws; values
 * of columns that must not be stored never leave this file.
 */

import {MASK} from '../sensitive/mask.ts'
import type {Address, AddressFault} from './address.ts'
import {isAddress, parseAddress} from './address.ts'
import type {Basis, ConsentFact} from './consent.ts'
import type {Field} from './fields.ts'
import {EVIDENCE_FIELDS} from './fields.ts'
import type {ListMapping, MappedColumn} from './mapping.ts'
import {isOptOutFlag, readBasis, readMoment, readOptOut, readYesNo, saysNothing} from './words.ts'

export interface ContactDraft {
  readonly address: Address
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  /** Header and value, in column order; empty values left out. */
  readonly attributes: readonly (readonly [string, string])[]
  readonly consent: ConsentFact | null
  /** An opt-out the row itself states; at in UTC milliseconds or null. */
  readonly optOut: {readonly reason: 'optout' | 'complaint' | 'bounce'; readonly at: number | null} | null
}

export type RowFault =
  | {readonly why: 'column-count'; readonly found: number; readonly expected: number; readonly column: null}
  | {readonly why: AddressFault; readonly column: string}

/** fields: cells in column order. */
export type RowReader = (fields: readonly string[]) => ContactDraft | RowFault

export function isFault(result: ContactDraft | RowFault): result is RowFault {
  return 'why' in result
}

/**
 * declared: what the import says for rows that say nothing themselves (--basis, --purpose). offsetMinutes: zone of
 * dates that name none.
 */
export function makeRowReader(
  mapping: ListMapping,
  declared: {readonly basis: Basis | null; readonly purpose: string | null; readonly offsetMinutes: number},
): RowReader {
  const of = (field: Field) => mapping.find((column) => column.field === field)
  const address = of('address')!
  const country = of('country')
  const locale = of('locale')
  const timeZone = of('time_zone')
  const specialConsent = of('special_care_consent_at')
  const readStop = makeStopReader(mapping, declared.offsetMinutes)
  const read = mapping.filter((column) => column.field !== 'ignore' && column.fate !== 'leave-out')
  const kept = mapping.filter(
    (column) => (column.field === 'attribute' || column.field === 'name') && column.fate !== 'leave-out',
  )
  const readConsent = makeConsentReader(mapping, declared)

  return (fields) => {
    if (fields.length !== mapping.length && !isPadded(fields, mapping.length))
      return {why: 'column-count', found: fields.length, expected: mapping.length, column: null}
    const parsed = parseAddress(fields[address.index] ?? '')
    if (!isAddress(parsed)) return {why: parsed, column: address.header}
    for (const column of read) {
      const why = faultOf(fields[column.index])
      if (why !== null) return {why, column: column.header}
    }
    const attributes: [string, string][] = []
    const maySpecial =
      specialConsent !== undefined && readMoment(cellOf(fields, specialConsent), declared.offsetMinutes) !== null
    for (const column of kept) {
      const value = cellOf(fields, column)
      // A mask comes from a rejects file that was mended: what it hides is not known here.
      if (value === '' || value === MASK || (column.fate === 'leave-out-without-consent' && !maySpecial)) continue
      attributes.push([column.header, value])
    }
    return {
      address: parsed,
      country: countryCode(cellOf(fields, country)),
      locale: cellOf(fields, locale).toLowerCase() || null,
      timeZone: cellOf(fields, timeZone) || null,
      attributes,
      consent: readConsent(fields),
      optOut: readStop(fields),
    }
  }
}

/** A cell that cannot be taken as it stands: bytes that are no text, or a NUL, at which other programs end. */
function faultOf(cell: string | undefined): 'undecodable' | 'control-character' | null {
  if (cell === undefined || !SUSPECT.test(cell)) return null
  return cell.includes('\ufffd') ? 'undecodable' : 'control-character'
}

const SUSPECT = /[\0\ufffd]/

/**
 * The opt-out of a row: any column that says stop is enough, whatever the others say. A filled date of leaving is a
 * stop also when the date cannot be read.
 */
function makeStopReader(
  mapping: ListMapping,
  offsetMinutes: number,
): (fields: readonly string[]) => ContactDraft['optOut'] {
  const states = mapping
    .filter((column) => column.field === 'opt_out')
    .map((column) => ({column, isFlag: isOptOutFlag(column.header)}))
  const dates = mapping.filter((column) => column.field === 'withdrawn_at')

  return (fields) => {
    let reason: 'optout' | 'complaint' | 'bounce' | null = null
    let at: number | null = null
    for (const {column, isFlag} of states) {
      const cell = cellOf(fields, column)
      const stated = readOptOut(cell, isFlag)
      if (stated === null || stated === 'active') continue
      reason ??= stated.reason
      at ??= readMoment(cell, offsetMinutes)
    }
    for (const column of dates) {
      const cell = cellOf(fields, column)
      if (saysNothing(cell)) continue
      reason ??= 'optout'
      at ??= readMoment(cell, offsetMinutes)
    }
    return reason === null ? null : {reason, at}
  }
}

function cellOf(fields: readonly string[], column: MappedColumn | undefined): string {
  return column === undefined ? '' : (fields[column.index] ?? '').trim()
}

/** Excel writes trailing empty cells beyond the header: those are no fault. */
export function isPadded(fields: readonly string[], expected: number): boolean {
  for (let i = expected; i < fields.length; i += 1) if (fields[i] !== '') return false
  return fields.length > expected
}

const COUNTRIES: Readonly<Record<string, string>> = {
  日本: 'JP',
  japan: 'JP',
  アメリカ: 'US',
  米国: 'US',
  usa: 'US',
  'united states': 'US',
  uk: 'GB',
}

function countryCode(word: string): string | null {
  if (word === '') return null
  if (/^[a-z]{2}$/i.test(word)) return word.toUpperCase() === 'UK' ? 'GB' : word.toUpperCase()
  return COUNTRIES[word.toLowerCase()] ?? null
}

/**
 * A consent event of a row. Basis: the basis column, else a yes in the consent column, else a route column that
 * names card or trade, else what the import declares; a date alone is no basis.
 */
function makeConsentReader(
  mapping: ListMapping,
  declared: {readonly basis: Basis | null; readonly purpose: string | null; readonly offsetMinutes: number},
): (fields: readonly string[]) => ConsentFact | null {
  const of = (field: Field) => mapping.find((column) => column.field === field && column.fate !== 'leave-out')
  const columns = {
    consent: of('consent'),
    basis: of('basis'),
    at: of('consent_at'),
    method: of('consent_method'),
    source: of('consent_source'),
    wording: of('consent_wording'),
    topic: of('consent_topic'),
    purpose: of('purpose'),
  }
  const evidence = EVIDENCE_FIELDS.map((field) => [field, of(field)] as const).filter((pair) => pair[1] !== undefined)

  return (fields) => {
    const said = readYesNo(cellOf(fields, columns.consent))
    const source = cellOf(fields, columns.source)
    const basis =
      readBasis(cellOf(fields, columns.basis)) ?? (said === true ? 'consent' : (basisOfRoute(source) ?? declared.basis))
    if (said !== false && basis === null) return null
    const proof: Record<string, string> = {}
    for (const [field, column] of evidence) {
      const value = cellOf(fields, column)
      if (value !== '') proof[field] = value
    }
    return {
      kind: said === false ? 'refused' : 'given',
      basis: said === false ? null : basis,
      at: readMoment(cellOf(fields, columns.at), declared.offsetMinutes),
      method: cellOf(fields, columns.method) || null,
      source: source || null,
      wording: cellOf(fields, columns.wording) || null,
      topic: cellOf(fields, columns.topic) || null,
      purpose: cellOf(fields, columns.purpose) || declared.purpose,
      evidence: proof,
    }
  }
}

/** A route that is itself the legal fact: a card was handed over, a purchase was made. Anything else says nothing. */
function basisOfRoute(route: string): Basis | null {
  if (route === '') return null
  if (/名刺|business ?card/i.test(route)) return 'card'
  return /^(購入|ご?購入者|商品購入|注文|ご注文|ECサイト購入|店舗購入|purchase|order)$/i.test(route) ? 'trade' : null
}
