/** Which field each column holds: what was said, what the format or the header says, and last what the values look like. */

import {fieldOfHeader} from './field-of-header.ts'
import type {Field} from './fields.ts'
import {FIELDS} from './fields.ts'
import {foldHeader} from './fold-word.ts'
import {fieldInFormat} from './format-words.ts'
import type {ListFormat} from './formats.ts'
import {NAMES_CONSENT} from './header-words.ts'
import {holdsDates, holdsSomeStates, holdsStates} from './likely-columns.ts'
import {ownFields} from './own-export.ts'

/** Fields that several columns may share: a list with a status and an unsubscribe flag means both. */
const MANY: ReadonlySet<Field> = new Set(['attribute', 'ignore', 'opt_out', 'withdrawn_at', 'consent'])

export interface Choice {
  readonly field: Field
  readonly confidence: 'sure' | 'guess'
  /** What else it may be; empty when nothing speaks for it. */
  readonly alternatives: readonly Field[]
}

export function chooseFields(
  headers: readonly string[],
  chosen: ReadonlyMap<number, Field>,
  addressLike: readonly number[],
  sample: readonly (readonly string[])[],
  format: ListFormat | null,
): readonly Choice[] {
  const own = format?.id === 'todoke' ? ownFields(headers) : null
  const choices = headers.map((header, index): Choice => {
    const said = chosen.get(index)
    if (said !== undefined) return sure(said)
    if (own !== null) return sure(own[index]!)
    const field = (format && fieldInFormat(format, header)) ?? fieldOfHeader(header)
    // OPT_IN holds a yes in one list and a day in the next.
    if (field === 'consent' && holdsDates(sample, index)) return guess('consent_at', ['consent', 'attribute'])
    const saysState = header.trim() === '' ? holdsSomeStates : holdsStates
    if (field === 'attribute' && saysState(sample, index)) return guess('opt_out', ['attribute'])
    return sure(field)
  })
  const isOpen = (index: number) => !chosen.has(index)
  const address = addressColumnOf(headers, addressLike)
  keepOne(choices, 'address', isOpen, address >= 0 && isOpen(address) ? address : null)
  keepOne(choices, 'consent_at', isOpen, consentDayOf(headers, choices, format))
  for (const field of FIELDS) if (!MANY.has(field)) keepOne(choices, field, isOpen, null)
  if (!choices.some(({field}) => field === 'address')) {
    const unnamed = addressLike.find(isOpen)
    if (unnamed !== undefined) choices[unnamed] = guess('address', ['attribute', 'ignore'])
  }
  return choices
}

function sure(field: Field): Choice {
  return {field, confidence: 'sure', alternatives: []}
}

function guess(field: Field, alternatives: readonly Field[]): Choice {
  return {field, confidence: 'guess', alternatives}
}

/** Leaves a field to one column: the said one, else the preferred one, else the first. The others become attributes. */
function keepOne(choices: Choice[], field: Field, isOpen: (index: number) => boolean, preferred: number | null): void {
  const named = choices.flatMap((choice, index) => (choice.field === field ? [index] : []))
  const said = named.filter((index) => !isOpen(index))
  const kept = said.length > 0 ? said : [preferred ?? named[0]]
  for (const index of named)
    if (!kept.includes(index)) choices[index] = {...sure('attribute'), alternatives: said.length > 0 ? [] : [field]}
}

/** 同意日 before 登録日, whichever stands first. */
function consentDayOf(
  headers: readonly string[],
  choices: readonly Choice[],
  format: ListFormat | null,
): number | null {
  const days = choices.flatMap((choice, index) => (choice.field === 'consent_at' ? [index] : []))
  const byFormat = days.find((index) => format !== null && fieldInFormat(format, headers[index]!) !== null)
  return byFormat ?? days.find((index) => NAMES_CONSENT.test(foldHeader(headers[index]!))) ?? null
}

/**
 * The column whose header names addresses, or -1. Of several the first that holds addresses: a column “address” may
 * be the postal one.
 */
export function addressColumnOf(headers: readonly string[], addressLike: readonly number[]): number {
  const named = headers.flatMap((header, index) => (fieldOfHeader(header) === 'address' ? [index] : []))
  const holding = named.find((index) => addressLike.includes(index))
  if (holding !== undefined) return holding
  const isPostal = named.length === 1 && addressLike.length > 0 && /^\W*address\W*$/i.test(headers[named[0]!]!)
  return isPostal ? addressLike[0]! : (named[0] ?? -1)
}
