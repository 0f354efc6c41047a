/**
 * A known contact meets a row of an import: field by field the row wins where it says something, an empty cell never
 * erases what is known, and what changed is kept so that it can be taken back.
 */
import type {FieldChange} from '../../ports/list-import.ts'
import type {ImportPlace, ImportStatements} from './import-statements.ts'

export interface KnownContact {
  readonly id: number
  readonly import_id: number | null
  readonly country: string | null
  readonly locale: string | null
  readonly time_zone: string | null
  readonly attributes: string
}

export type GivenFields = Omit<KnownContact, 'id' | 'import_id'>

const PLAIN = ['country', 'locale', 'time_zone'] as const

/** Writes the contact when the row says something new; returns what changed. */
export function mergeContact(
  statements: ImportStatements,
  place: ImportPlace,
  known: KnownContact,
  given: GivenFields,
): readonly FieldChange[] {
  const changes = changesBetween(known, given)
  if (changes.length === 0) return changes
  const next = applyChanges(known, changes, 'after')
  statements.updateContact.run(next.country, next.locale, next.time_zone, next.attributes, known.id)
  // What this import itself made goes as a whole when it is taken back.
  if (known.import_id !== place.importId) {
    const before = statements.changesOf.get(place.importId, known.id) as {changes: string} | undefined
    const all = before === undefined ? changes : joinChanges(JSON.parse(before.changes), changes)
    statements.saveChanges.run(place.importId, known.id, JSON.stringify(all))
  }
  return changes
}

/** side: which value of each change the contact gets. */
export function applyChanges(
  contact: GivenFields,
  changes: readonly FieldChange[],
  side: 'before' | 'after',
): GivenFields {
  const next = {...contact}
  const attributes = new Map<string, unknown>(Object.entries(JSON.parse(contact.attributes)))
  for (const change of changes) {
    const value = change[side]
    if (change.field !== 'attribute') next[change.field] = value
    else if (value === null) attributes.delete(change.header!)
    else attributes.set(change.header!, value)
  }
  return {...next, attributes: JSON.stringify(Object.fromEntries(attributes))}
}

/** Null for a field that is not there. */
export function fieldOf(contact: GivenFields, {field, header}: FieldChange): string | null {
  if (field !== 'attribute') return contact[field]
  const attributes = JSON.parse(contact.attributes) as Record<string, string>
  return Object.hasOwn(attributes, header!) ? attributes[header!]! : null
}

function changesBetween(known: KnownContact, given: GivenFields): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of PLAIN)
    if (given[field] !== null && given[field] !== known[field])
      changes.push({field, header: null, before: known[field], after: given[field]})
  if (given.attributes === known.attributes) return changes
  const had = JSON.parse(known.attributes) as Record<string, string>
  for (const [header, after] of Object.entries(JSON.parse(given.attributes) as Record<string, string>)) {
    const before = Object.hasOwn(had, header) ? had[header]! : null
    if (before !== after) changes.push({field: 'attribute', header, before, after})
  }
  return changes
}

/** Two changes of one field are one: from the first value to the last. */
export function joinChanges(earlier: readonly FieldChange[], later: readonly FieldChange[]): FieldChange[] {
  return [
    ...earlier.map((change) => ({
      ...change,
      after: later.find((each) => isSameField(each, change))?.after ?? change.after,
    })),
    ...later.filter((change) => !earlier.some((each) => isSameField(each, change))),
  ]
}

export function isSameField(a: FieldChange, b: FieldChange): boolean {
  return a.field === b.field && a.header === b.header
}
