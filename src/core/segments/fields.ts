/**
 * What a name in a segment stands for: a field that every contact has, or a column of the list. Names are compared in
 * NFKC without regard to case, and looked up once, before the first contact.
 */
import {domainToASCII} from 'node:url'
import {closestName} from '../close-names.ts'
import type {Basis, ConsentFact, ConsentKind} from '../contacts/consent.ts'
import {consentAt, isUnproven} from '../contacts/consent.ts'
import type {MappedColumn} from '../contacts/mapping.ts'
import {readCountry} from '../contacts/read-country.ts'
import {mayComeIn} from '../sensitive/column-judgement.ts'
import {foldText} from './cells.ts'
import {segmentFault} from './fault.ts'
import type {SegmentName} from './syntax.ts'

/** What a segment looks at. Moments are UTC milliseconds. */
export interface SegmentContact {
  readonly address: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  /** When the contact joined the list; null outside of a list. */
  readonly addedAt: number | null
  /** By header, as stored. */
  readonly attributes: Readonly<Record<string, string>>
  readonly consents: readonly ConsentFact[]
}

export const BUILT_IN_FIELDS = [
  'address',
  'domain',
  'country',
  'locale',
  'time_zone',
  'added_at',
  'consent',
  'consent_basis',
  'consent_at',
] as const
export type BuiltInField = (typeof BUILT_IN_FIELDS)[number]

/** Names a list offers. aliases: headers that were read as a field of ours, so that 国 means country. */
export interface KnownNames {
  /** Headers whose cells are attributes. */
  readonly names: readonly string[]
  readonly aliases?: ReadonlyMap<string, BuiltInField>
}

/** Where a comparison takes its value from: '' or null = empty. */
export type Source =
  | {
      readonly kind: 'attribute'
      readonly name: string
      /** All that it may read: headers that differ in case or width only. */
      readonly headers: readonly string[]
      readonly read: (contact: SegmentContact) => string
    }
  | {readonly kind: 'field'; readonly name: BuiltInField; readonly read: (contact: SegmentContact) => string}
  | {readonly kind: 'moment'; readonly name: BuiltInField; readonly read: (contact: SegmentContact) => number | null}

/** Words that `consent` can say. A confirmed consent is a given one; none = nothing is recorded. */
export const CONSENT_WORDS = ['given', 'refused', 'withdrawn', 'expired', 'none'] as const

const CONSENT_WORD: Readonly<Record<ConsentKind, (typeof CONSENT_WORDS)[number]>> = {
  requested: 'none',
  given: 'given',
  confirmed: 'given',
  reaffirmed: 'given',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
}

const FIELDS: Readonly<Record<BuiltInField, Source>> = {
  address: {kind: 'field', name: 'address', read: ({address}) => address},
  domain: {kind: 'field', name: 'domain', read: ({address}) => address.slice(address.lastIndexOf('@') + 1)},
  country: {kind: 'field', name: 'country', read: ({country}) => country ?? ''},
  locale: {kind: 'field', name: 'locale', read: ({locale}) => locale ?? ''},
  time_zone: {kind: 'field', name: 'time_zone', read: ({timeZone}) => timeZone ?? ''},
  added_at: {kind: 'moment', name: 'added_at', read: ({addedAt}) => addedAt},
  consent: {kind: 'field', name: 'consent', read: (contact) => wordOf(newest(contact))},
  consent_basis: {kind: 'field', name: 'consent_basis', read: (contact): Basis | '' => newest(contact)?.basis ?? ''},
  consent_at: {kind: 'moment', name: 'consent_at', read: (contact) => newest(contact)?.at ?? null},
}

function newest({consents}: SegmentContact): ConsentFact | null {
  return consentAt(consents, Number.POSITIVE_INFINITY)
}

function wordOf(consent: ConsentFact | null): string {
  return consent === null || isUnproven(consent) ? 'none' : CONSENT_WORD[consent.kind]
}

/** The text that a field must equal: 日本 as the code JP, a domain in its ASCII form and without @. */
export function asStored(field: BuiltInField, text: string): string {
  if (field === 'country') return readCountry(foldText(text)) ?? text
  if (field !== 'domain') return text
  const bare = foldText(text).replace(/^@/, '')
  return /^[\x00-\x7f]*$/.test(bare) ? bare : domainToASCII(bare) || bare
}

/** A finder of names; what it finds is made once per name. It throws SEGMENT_INVALID for a name nobody knows. */
export function startNaming(source: string, known: KnownNames): (name: SegmentName) => Source {
  const {names, aliases = new Map<string, BuiltInField>()} = known
  const columns = new Map<string, string[]>()
  for (const name of names) {
    const folded = foldText(name)
    const same = columns.get(folded)
    if (same === undefined) columns.set(folded, [name])
    else if (!same.includes(name)) same.push(name)
  }
  const others = new Map([...aliases].map(([name, field]) => [foldText(name), field]))
  const fields = new Map<string, BuiltInField>(BUILT_IN_FIELDS.map((field) => [field, field]))

  return (name) => {
    const folded = foldText(name.text)
    const headers = columns.get(folded)
    const field = fields.get(folded)
    // A quoted name means the column first, so that a column called like a field can be reached.
    if (headers !== undefined && (field === undefined || name.isQuoted)) return columnOf(headers)
    const meant = field ?? others.get(folded)
    if (meant !== undefined) return FIELDS[meant]
    throw unknownName(source, name, [...names, ...aliases.keys(), ...BUILT_IN_FIELDS])
  }
}

/** Of headers that differ in case or width only, the first that a contact has a value under. */
function columnOf(headers: readonly string[]): Source {
  const [name, ...more] = headers as readonly [string, ...string[]]
  const read = ({attributes}: SegmentContact, header: string): string => {
    const value: unknown = attributes[header]
    // What is no text is a property that every object has, under the name of the header (constructor).
    return typeof value === 'string' ? value : ''
  }
  if (more.length === 0) return {kind: 'attribute', name, headers, read: (contact) => read(contact, name)}
  return {
    kind: 'attribute',
    name,
    headers,
    read(contact) {
      for (const header of headers) {
        const value = read(contact, header)
        if (value !== '') return value
      }
      return ''
    },
  }
}

/** Names shown with an error. */
const SHOWN = 20

function unknownName(source: string, name: SegmentName, known: readonly string[]) {
  const near = closestName(name.text, new Set(known))
  if (near !== null) return segmentFault(source, name, 'segment-name-like', {near: written(near)})
  const names = known.length > SHOWN ? [...known.slice(0, SHOWN), '…'] : known
  return segmentFault(source, name, 'segment-name-unknown', {}, [names.join(', ')])
}

/** A name as a segment writes it. */
function written(name: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.・-]*$/u.test(name) ? name : `[${name.replaceAll(']', ']]')}]`
}

const FIELD_OF: Partial<Record<MappedColumn['field'], BuiltInField>> = {
  address: 'address',
  country: 'country',
  locale: 'locale',
  time_zone: 'time_zone',
  consent: 'consent',
  basis: 'consent_basis',
  consent_at: 'consent_at',
}

/** The names that the columns of a file, or of all imports of a list, give to its contacts. */
export function namesOfColumns(columns: readonly Pick<MappedColumn, 'header' | 'field' | 'fate'>[]): KnownNames {
  const kept = columns.filter(({header, fate}) => mayComeIn(fate) && header.trim() !== '')
  const attributes = kept.filter(({field}) => field === 'attribute' || field === 'name')
  const read = kept.flatMap(({header, field}) => {
    const own = FIELD_OF[field]
    return own === undefined ? [] : [[header, own] as const]
  })
  return {names: [...new Set(attributes.map(({header}) => header))], aliases: new Map(read)}
}
