/** Origins declared for lists that are not there: a misspelt name would leave a bought list unjudged without a word. */
import {closestName} from '../close-names.ts'

export interface StrayOrigin {
  /** As the settings have it. */
  readonly name: string
  /** The list that was probably meant; null = none is near. */
  readonly near: string | null
}

/** lists: the names there are. A list that has an origin of its own is not taken for a misspelt one. */
export function strayOrigins(
  declared: Readonly<Record<string, unknown>>,
  lists: readonly string[],
): readonly StrayOrigin[] {
  const free = new Set(lists.filter((name) => !Object.hasOwn(declared, name)))
  return Object.keys(declared)
    .filter((name) => !lists.includes(name))
    .map((name) => ({name, near: closestName(name, free)}))
}
