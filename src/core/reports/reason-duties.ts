/**
 * The duties that reasons of a plan or a report name, with what screens and pages say of them. A reason may name
 * several, joined by blanks; what is no duty of these laws (suppression:optout, an id of a later version) is passed over.
 */
import type {Law} from '../laws/law.ts'
import type {Duty} from '../lint/duty.ts'

export type ReasonDuty = Pick<Duty, 'id' | 'title' | 'sources'>

/** Each once, in the order in which the reasons name them. laws: all whose duties a reason can name. */
export function reasonDuties(
  reasons: readonly {readonly reason: string}[],
  laws: readonly Law[],
): readonly ReasonDuty[] {
  const named = new Set(reasons.flatMap(({reason}) => partsOf(reason)))
  const known = new Map(laws.flatMap(({duties}) => duties.map((duty) => [duty.id, duty] as const)))
  return [...named].flatMap((id) => {
    const duty = known.get(id)
    return duty === undefined ? [] : [{id, title: duty.title, sources: duty.sources}]
  })
}

/** The ids and words that one reason is made of. */
export function partsOf(reason: string): readonly string[] {
  return reason.split(' ').filter((part) => part !== '')
}
