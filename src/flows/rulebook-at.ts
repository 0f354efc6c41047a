/** The rulebook as of a day, for one sender: what the overview, a law's page and an explained rule are made of. */
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import type {DutyAt} from '../core/laws/duty-at.ts'
import {dutyAt} from '../core/laws/duty-at.ts'
import type {Law} from '../core/laws/law.ts'
import type {Day} from '../core/lint/duty.ts'
import {ruleById} from '../rules/registry.ts'

export interface RulebookAsk {
  /** The day by whose law is told. */
  readonly day: Day
  /** Of the workspace: the laws that bind its sender, and what was declared; null outside of one. */
  readonly settings: {readonly laws: readonly string[]; readonly facts: DeclaredFacts} | null
}

export function dutiesAt(law: Law, {day, settings}: RulebookAsk): readonly DutyAt[] {
  return law.duties.map((duty) => dutyAt(law.id, duty, day, settings?.facts ?? {}))
}

/** What a duty is about: lists and consent, the text of the mail, or sending and the rest. */
export const AREAS = ['lists', 'mail', 'rest'] as const
export type Area = (typeof AREAS)[number]

/** Told from what the rule looks at. rule: its id; null = not checked by a machine. */
export function areaOf(rule: string | null): Area {
  const subject = rule === null ? undefined : ruleById(rule)?.subject
  if (subject === undefined || subject === 'domain') return 'rest'
  return subject === 'template' || subject === 'filled' ? 'mail' : 'lists'
}
