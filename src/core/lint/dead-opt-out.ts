/** Links that promise a way out and lead nowhere have rules of their own; others leave them aside. */
import type {FoundLink} from './link-target.ts'
import {optOutLinks} from './opt-out-links.ts'

/** Looks at the words around: worth asking only where there is something to complain about. */
export function isDeadOptOut({part, link}: Pick<FoundLink, 'part' | 'link'>): boolean {
  return optOutLinks(part).some((each) => each.link === link && each.isDead)
}

export function isOptOut({part, link}: Pick<FoundLink, 'part' | 'link'>): boolean {
  return optOutLinks(part).some((each) => each.link === link)
}
