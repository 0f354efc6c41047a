/** Which field of a consent event each column of a file holds: what was said, then its header. */
import type {EvidenceName} from '../contacts/evidence-words.ts'
import {EVENT_EVIDENCE, EVIDENCE} from '../contacts/evidence-words.ts'
import {fieldOfHeader} from '../contacts/field-of-header.ts'
import {foldHeader} from '../contacts/fold-word.ts'
import type {MappingFault} from '../contacts/mapping.ts'
import type {EventField} from './event-words.ts'
import {EVENT_FIELDS, EVENT_WORDS, FROM_LIST} from './event-words.ts'

export interface EventColumn {
  readonly index: number
  readonly header: string
  /** Null = not taken in. */
  readonly field: EventField | null
}

const NAMED: ReadonlyMap<string, EventField> = new Map([
  ...(Object.keys(EVENT_WORDS) as (keyof typeof EVENT_WORDS)[]).flatMap((field) =>
    EVENT_WORDS[field]!.split(' ').map((word): [string, EventField] => [foldHeader(word), field]),
  ),
  ...EVENT_EVIDENCE,
  ...EVENT_FIELDS.map((field): [string, EventField] => [foldHeader(field), field]),
])

/** Null when no word fits. A header longer than any word is none. */
export function eventFieldOf(header: string): EventField | null {
  if (header.length > 100) return null
  const named = NAMED.get(foldHeader(header))
  if (named !== undefined) return named
  const inList = fieldOfHeader(header)
  return Object.hasOwn(EVIDENCE, inList) ? (inList as EvidenceName) : (FROM_LIST[inList] ?? null)
}

/** overrides: "COLUMN=FIELD" as given, COLUMN a name or #1. Of several columns of one field the said one holds, else the first. */
export function eventColumns(
  headers: readonly string[],
  overrides: readonly string[],
): {readonly columns: readonly EventColumn[]; readonly faults: readonly MappingFault[]} {
  const faults: MappingFault[] = []
  const said = new Map<number, EventField | null>()
  for (const given of overrides) {
    const at = given.lastIndexOf('=')
    const [name, word] = [given.slice(0, at).trim(), given.slice(at + 1).trim()]
    const index = /^#[1-9]\d*$/.test(name) ? Number(name.slice(1)) - 1 : headers.indexOf(name)
    const field = EVENT_FIELDS.find((each) => each === word) ?? null
    if (at < 1) faults.push({given, what: 'not-a-pair'})
    else if (headers[index] === undefined) faults.push({given, what: 'unknown-column'})
    else if (field === null && word !== 'ignore') faults.push({given, what: 'unknown-field'})
    else said.set(index, field)
  }
  const taken = new Set<EventField | null>(said.values())
  const columns = headers.map((header, index): EventColumn => {
    const chosen = said.get(index)
    if (chosen !== undefined) return {index, header, field: chosen}
    const field = eventFieldOf(header)
    if (field === null || taken.has(field)) return {index, header, field: null}
    taken.add(field)
    return {index, header, field}
  })
  return {columns, faults}
}
