/** What is checked, for whom, and what a finding means: rules with the duties that want them, and one explained. */
import type {DutyAt} from '../core/laws/duty-at.ts'
import type {Law, LawFacts} from '../core/laws/law.ts'
import {nearIds} from '../core/laws/near-ids.ts'
import type {Day, Words} from '../core/lint/duty.ts'
import type {Rule} from '../core/lint/rule.ts'
import {LAWS, lawsNamed, RULEBOOK, RULEBOOK_VERSION} from '../rulebook/laws.ts'
import {RULES} from '../rules/registry.ts'
import type {Area, RulebookAsk} from './rulebook-at.ts'
import {AREAS, areaOf, dutiesAt} from './rulebook-at.ts'
import {lawsCalled} from './show-laws.ts'

export interface RulesAsk extends RulebookAsk {
  /** Only duties of these laws or standards, by short name or country, and of the union behind them; null = of all. */
  readonly laws: readonly string[] | null
  /** Only what a machine checks. */
  readonly onlyChecked: boolean
}

export interface RuleLine {
  readonly id: string
  /** Ids of the duties in force that day that want it. */
  readonly duties: readonly string[]
}

export interface RulesAnswer {
  readonly rulebook: string
  readonly day: Day
  readonly areas: readonly {readonly area: Area; readonly rules: readonly RuleLine[]}[]
  /** Ids of the duties in force that day that are told and not checked. */
  readonly told: readonly string[]
}

/** Throws LAW_UNKNOWN. */
export function showRules({day, settings, laws, onlyChecked}: RulesAsk): RulesAnswer {
  const asked = (laws === null ? RULEBOOK : lawsWanted(laws)).flatMap((law) => dutiesAt(law, {day, settings}))
  const duties = asked.filter(({standing}) => standing === 'in-force')
  const wanting = (rule: string) => duties.filter((duty) => duty.rule === rule).map(({id}) => id)
  const lines = RULES.map(({id}) => ({id, duties: wanting(id)}))
  const shown = lines.filter((line) => laws === null || line.duties.length > 0)
  return {
    rulebook: RULEBOOK_VERSION,
    day,
    areas: AREAS.map((area) => ({area, rules: shown.filter(({id}) => areaOf(id) === area)})).filter(
      ({rules}) => rules.length > 0,
    ),
    told: onlyChecked ? [] : duties.filter(({rule}) => rule === null).map(({id}) => id),
  }
}

function lawsWanted(names: readonly string[]): readonly Law[] {
  return [...new Set(names.flatMap(lawsCalled).flatMap((law) => (LAWS.includes(law) ? lawsNamed([law.id]) : [law])))]
}

export interface RuleExplained {
  readonly kind: 'rule'
  readonly id: string
  readonly subject: Rule['subject']
  readonly rulebook: string
  readonly day: Day
  /** All duties that want it, also those that are not in force that day. */
  readonly duties: readonly DutyAt[]
}

export interface DutyExplained {
  readonly kind: 'duty'
  readonly duty: DutyAt
  readonly rulebook: string
  readonly day: Day
  readonly subject: Rule['subject'] | null
  readonly law: {readonly id: string; readonly name: Words; readonly isBySettings: boolean}
  readonly penalties: LawFacts['penalties']
}

export interface NothingToExplain {
  readonly kind: 'unknown'
  /** Ids that were probably meant. */
  readonly near: readonly string[]
}

/** id: of a duty (jp/consent-record) or a rule (consent-record), in any case. */
export function explainRule(id: string, ask: RulebookAsk): RuleExplained | DutyExplained | NothingToExplain {
  const wanted = id.toLowerCase()
  const duties = RULEBOOK.flatMap((law) => dutiesAt(law, ask))
  const told = {rulebook: RULEBOOK_VERSION, day: ask.day}
  const rule = RULES.find((each) => each.id === wanted)
  if (rule !== undefined)
    return {
      kind: 'rule',
      id: rule.id,
      subject: rule.subject,
      ...told,
      duties: duties.filter((duty) => duty.rule === rule.id),
    }
  const duty = duties.find((each) => each.id === wanted)
  if (duty === undefined) return {kind: 'unknown', near: nearIds(wanted, knownIds())}
  const law = RULEBOOK.find(({id: name}) => name === duty.law)!
  return {
    ...{kind: 'duty', duty, ...told},
    subject: RULES.find((each) => each.id === duty.rule)?.subject ?? null,
    law: {id: law.id, name: law.name, isBySettings: lawsNamed(ask.settings?.laws ?? []).includes(law)},
    penalties: law.facts?.penalties ?? [],
  }
}

function knownIds(): readonly string[] {
  return [...RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id)), ...RULES.map(({id}) => id)]
}
