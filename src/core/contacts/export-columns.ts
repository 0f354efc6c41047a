/** The columns of an exported list: which there are and which were chosen. Sensitive ones go out for a reason only. */
import {AppError} from '../../errors.ts'
import {closestName} from '../close-names.ts'
import {mayComeIn} from '../sensitive/column-judgement.ts'
import type {ExportColumn} from './export-cells.ts'
import {attributeColumn, ownColumns} from './export-cells.ts'
import type {MappedColumn} from './mapping.ts'
import {ADDRESS_COLUMN, addressHeader, OWN_COLUMNS, PROOF_COLUMNS} from './own-export.ts'
import {sensitiveHeaders} from './sensitive-headers.ts'

export interface ColumnsAsk {
  /** Columns of all imports of the list, in their order. */
  readonly mapped: readonly MappedColumn[]
  /** As given, each one name or several parted by commas; null = all but the sensitive ones. */
  readonly said: readonly string[] | null
  /** Headers of sensitive columns that may go out. */
  readonly withSensitive?: readonly string[]
  /** Headers of columns by whose values people are chosen: whoever reads the file knows those values too. */
  readonly filteredBy?: readonly string[]
  /** Whether people who said no are exported too: then the file must say who they are. */
  readonly tellsNo: boolean
  /** Zone of the moments, minutes east of UTC. */
  readonly offsetMinutes: number
}

export interface ChosenColumns {
  readonly columns: readonly ExportColumn[]
  /** Headers of sensitive columns that stay at home. */
  readonly leftOut: readonly string[]
  /** Those that go out, as cells or by choosing people by them. */
  readonly sensitive: readonly string[]
}

const TELL_NO = ['consent', 'opt_out'] as const

/** Throws FLAG_INVALID for a name that no column has, EXPORT_SENSITIVE for sensitive columns that nobody lets out. */
export function chooseColumns({
  mapped,
  said,
  tellsNo,
  offsetMinutes,
  withSensitive = [],
  filteredBy = [],
}: ColumnsAsk): ChosenColumns {
  const kept = mapped.filter(({field, fate}) => (field === 'attribute' || field === 'name') && mayComeIn(fate))
  const sensitive = sensitiveHeaders(mapped)
  const attributes = new Map(kept.map(({header}) => [header, attributeColumn(header)]))
  const own = ownColumns(addressHeader(attributes), offsetMinutes)
  const filled = new Set(mapped.map(({field}) => field))
  const unfilled = new Set(PROOF_COLUMNS.flatMap(({name, field}) => (filled.has(field) ? [] : [name])))
  // Of the proof only what the list has: the names of all would fill the message.
  const known = [...[...own.keys()].filter((name) => !unfilled.has(name)), ...attributes.keys()]
  const find = startFinding(mapped, attributes, own)
  const out = new Set(
    withSensitive.flatMap((given) => findAll(given, find, known, '--with-sensitive')).map(({header}) => header),
  )
  const isHeld = (header: string) => sensitive.has(header) && !out.has(header)
  const filters = filteredBy.filter((header) => sensitive.has(header))
  if (said === null) {
    refuseHeld(filters.filter(isHeld))
    const usual = OWN_COLUMNS.filter(({field, isOptional}) => !isOptional || filled.has(field))
    const shown = [...attributes.values()].filter(({header}) => !isHeld(header))
    const columns = [own.get(ADDRESS_COLUMN)!, ...shown, ...usual.map(({name}) => own.get(name)!)]
    return {columns, leftOut: [...sensitive].filter(isHeld), sensitive: [...sensitive].filter((name) => out.has(name))}
  }
  const chosen = [...new Set(said.flatMap((given) => findAll(given, find, known, '--columns')))]
  const isOfList = (column: ExportColumn) => attributes.get(column.header) === column
  const held = chosen.filter((column) => isOfList(column) && isHeld(column.header)).map(({header}) => header)
  refuseHeld([...held, ...filters.filter(isHeld)])
  const missing = tellsNo ? TELL_NO.map((name) => own.get(name)!).filter((column) => !chosen.includes(column)) : []
  const going = chosen.filter((column) => isOfList(column) && sensitive.has(column.header))
  const passedOn = [...going.map(({header}) => header), ...filters]
  return {columns: [...chosen, ...missing], leftOut: [], sensitive: [...new Set(passedOn)]}
}

function refuseHeld(held: readonly string[]): void {
  if (held.length > 0) throw new AppError('EXPORT_SENSITIVE', {columns: [...new Set(held)].join(', ').slice(0, 400)})
}

type Find = (name: string) => ExportColumn | null

/** A header may hold a comma, so the whole is tried first. */
function findAll(given: string, find: Find, known: readonly string[], flag: string): readonly ExportColumn[] {
  const whole = find(given.trim())
  if (whole !== null) return [whole]
  const names = given.split(',').map((name) => name.trim())
  return names.filter((name) => name !== '').map((name) => find(name) ?? refuse(name, known, flag))
}

function refuse(name: string, known: readonly string[], flag: string): never {
  const near = closestName(name, new Set(known))
  throw new AppError('FLAG_INVALID', {
    flag,
    given: name.slice(0, 100),
    expected: (near === null ? known : [near]).join(', ').slice(0, 400),
    command: 'list export',
  })
}

/**
 * Looks names up as a segment does: first a field of ours, then a column of the list, then the header from which a
 * field of ours was read (国). [country] is the column of the list.
 */
function startFinding(
  mapped: readonly MappedColumn[],
  attributes: ReadonlyMap<string, ExportColumn>,
  own: ReadonlyMap<string, ExportColumn>,
): Find {
  const aliases = new Map<string, ExportColumn>([['address', own.get(ADDRESS_COLUMN)!]])
  for (const {header, field} of mapped) {
    const name = field === 'address' ? ADDRESS_COLUMN : OWN_COLUMNS.find((column) => column.field === field)?.name
    if (name !== undefined) aliases.set(fold(header), own.get(name)!)
  }
  const folded = new Map([...attributes].reverse().map(([header, column]) => [fold(header), column]))
  const ofList = (name: string) => attributes.get(name) ?? folded.get(fold(name)) ?? null
  return (name) => {
    const inBrackets = /^\[(.+)\]$/.exec(name)?.[1]
    if (inBrackets !== undefined) return ofList(inBrackets)
    return own.get(fold(name)) ?? ofList(name) ?? aliases.get(fold(name)) ?? null
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
