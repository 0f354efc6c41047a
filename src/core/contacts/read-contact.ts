/**
 * One row becomes a contact draft with its consent and opt-out, or a fault with its column. Never throws; values
 * of columns that must not be stored never leave this file.
 */

import {mayComeIn} from '../sensitive/column-judgement.ts'
import {MASK} from '../sensitive/mask.ts'
import type {Address, AddressFault} from './address.ts'
import {isAddress, parseAddress} from './address.ts'
import {cellOf, valueIn} from './cell.ts'
import type {ConsentFact} from './consent.ts'
import type {Field} from './fields.ts'
import type {ListMapping, MappedColumn} from './mapping.ts'
import type {Declared} from './read-consent.ts'
import {makeConsentReader} from './read-consent.ts'
import {readCountry} from './read-country.ts'
import {makeMomentReader} from './read-moment.ts'
import type {ReadNotes} from './read-notes.ts'
import {startReadNotes} from './read-notes.ts'
import type {RowStop} from './read-stop.ts'
import {makeStopReader} from './read-stop.ts'
import {remember} from './remember.ts'
import {isSheetError} from './sheet-errors.ts'
import {saysNothing} from './status-words.ts'

export interface ContactDraft {
  readonly address: Address
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  /** Header and value, in column order; empty values left out. */
  readonly attributes: readonly (readonly [string, string])[]
  readonly consent: ConsentFact | null
  readonly optOut: RowStop | null
}

/** The opt-out of a row that cannot be taken: the person is known and said no, whatever else is wrong with the row. */
export interface FaultStop extends RowStop {
  /** Suppress key of the address. */
  readonly subject: string
}

export type RowFault = {readonly stop: FaultStop | null} & (
  | {readonly why: 'column-count'; readonly found: number; readonly expected: number; readonly column: null}
  // formula: no result where an opt-out may stand (#N/A, a formula never worked out).
  | {readonly why: AddressFault | 'formula'; readonly column: string}
)

/** fields: cells in column order. isClean: it is known already that no cell holds a NUL or bytes that are no text. */
export type RowReader = (fields: readonly string[], isClean?: boolean) => ContactDraft | RowFault

export function isFault(result: ContactDraft | RowFault): result is RowFault {
  return 'why' in result
}

/** notes: where it is counted what could not be taken as it stood. */
export function makeRowReader(
  mapping: ListMapping,
  declared: Declared,
  notes: ReadNotes = startReadNotes(),
): RowReader {
  const of = (field: Field) => mapping.find((column) => column.field === field)
  const indexOf = (field: Field) => of(field)?.index ?? -1
  const address = of('address')!
  const country = of('country')
  const [locale, timeZone] = [indexOf('locale'), indexOf('time_zone')]
  const special = of('special_care_consent_at')
  const specialMoment = makeMomentReader(declared.offsetMinutes, special?.dates ?? 'ymd')
  const read = mapping.filter((column) => column.field !== 'ignore' && mayComeIn(column.fate))
  const kept = mapping
    .filter((column) => (column.field === 'attribute' || column.field === 'name') && mayComeIn(column.fate))
    .map(({index, header, fate}) => ({index, header, isSpecial: fate === 'leave-out-without-consent'}))
  const readStop = makeStopReader(mapping, declared.offsetMinutes, notes)
  const readConsent = makeConsentReader(mapping, declared, notes)
  const states = mapping.filter((column) => column.field === 'opt_out' || column.field === 'withdrawn_at')
  const knownCountry = remember(readCountry)
  const countryOf = (fields: readonly string[], column: MappedColumn): string | null => {
    const cell = valueIn(fields, column.index)
    const found = cell === '' ? null : knownCountry(cell)
    if (found === null && cell !== '' && !saysNothing(cell)) notes.add('country-unread', column.header, cell)
    return found
  }
  const width = mapping.length
  const stopOf = (fields: readonly string[]): FaultStop | null => {
    const stop = readStop?.read(fields) ?? null
    if (stop === null) return null
    const found = [fields[address.index] ?? '', ...fields].map(parseAddress).find(isAddress)
    return found === undefined ? null : {subject: found.suppressKey, ...stop}
  }

  return (fields, isClean = false) => {
    if (fields.length !== width && !isPadded(fields, width))
      return {why: 'column-count', found: fields.length, expected: width, column: null, stop: stopOf(fields)}
    const parsed = parseAddress(cellOf(fields, address.index))
    if (!isAddress(parsed)) {
      const why = isSheetError(cellOf(fields, address.index)) ? 'formula' : parsed
      return {why, column: address.header, stop: stopOf(fields)}
    }
    for (let i = 0; i < states.length; i += 1)
      if (isSheetError(cellOf(fields, states[i]!.index)))
        return {why: 'formula', column: states[i]!.header, stop: stopOf(fields)}
    for (let i = 0; !isClean && i < read.length; i += 1) {
      const why = faultOf(fields[read[i]!.index])
      if (why !== null) return {why, column: read[i]!.header, stop: stopOf(fields)}
    }
    const attributes: [string, string][] = []
    for (let i = 0; i < kept.length; i += 1) {
      const column = kept[i]!
      const value = valueIn(fields, column.index)
      // A mask comes from a rejects file that was mended: what it hides is not known here.
      if (value === '' || value === MASK) continue
      if (column.isSpecial && (special === undefined || specialMoment(cellOf(fields, special.index)) === null)) continue
      attributes.push([column.header, value])
    }
    const optOut = readStop === null ? null : readStop.read(fields)
    return {
      address: parsed,
      country: country === undefined ? null : countryOf(fields, country),
      locale: locale < 0 ? null : valueIn(fields, locale).toLowerCase() || null,
      timeZone: timeZone < 0 ? null : valueIn(fields, timeZone) || null,
      attributes,
      consent: readConsent(fields, readStop === null ? null : readStop.hold),
      optOut,
    }
  }
}

/** A cell that cannot be taken as it stands: bytes that are no text, or a NUL, at which other programs end. */
function faultOf(cell: string | undefined): 'undecodable' | 'control-character' | null {
  if (cell === undefined || !SUSPECT.test(cell)) return null
  return cell.includes('\ufffd') ? 'undecodable' : 'control-character'
}

const SUSPECT = /[\0\ufffd]/

/** Excel writes trailing empty cells beyond the header: those are no fault. */
export function isPadded(fields: readonly string[], expected: number): boolean {
  for (let i = expected; i < fields.length; i += 1) if (fields[i] !== '') return false
  return fields.length > expected
}
