/** Judges a sending domain by what DNS says of it. What others wrote into DNS is in no finding as it stands. */

import {foreignText} from '../dns-records/foreign-text.ts'
import type {Law} from '../laws/law.ts'
import type {DomainView} from './domain-view.ts'
import type {Day, Duty} from './duty.ts'
import {behindFinding, isInForce, severityOf} from './duty.ts'
import type {Finding, Severity} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import {isNotAssessed} from './not-assessed.ts'
import type {Report, Rule} from './rule.ts'

export interface DomainJudgeAsk {
  readonly laws: readonly Law[]
  readonly rules: readonly Rule[]
  readonly day: Day
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
}

/** Heaviest first; where DNS gave no answer there is a note, never a breach. */
export function judgeDomain(view: DomainView, {laws, rules, day, weights}: DomainJudgeAsk): readonly Finding[] {
  const findings: Finding[] = []
  for (const duty of laws.flatMap((law) => law.duties)) {
    const rule = rules.find(({id}) => id === duty.rule)
    const severity = weights?.get(duty.id) ?? severityOf(duty, day)
    if (rule?.subject !== 'domain' || severity === 'off' || !isInForce(duty, day)) continue
    rule.check(view, duty.with ?? {}, (complaint) =>
      findings.push(toFinding(complaint, view.domain, {duty, rule: rule.id, severity, day})),
    )
  }
  return findings.sort(heaviestFirst)
}

/** A proposal may hold words of the record that is there: only what can be copied from a screen as it stands is shown. */
function isPlain(value: string): boolean {
  return value.length <= 2048 && /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/.test(value)
}

function toFinding(
  complaint: Parameters<Report>[0],
  domain: string,
  {
    duty,
    rule,
    severity,
    day,
  }: {readonly duty: Duty; readonly rule: string; readonly severity: Severity; readonly day: Day},
): Finding {
  const {key, values = {}, question = domain, publish} = complaint
  const clean = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? foreignText(value) : value,
  ])
  return {
    duty: duty.id,
    rule,
    severity: isNotAssessed(complaint) ? 'info' : severity,
    where: {kind: 'whole', of: foreignText(question)},
    key,
    values: Object.fromEntries(clean),
    ...behindFinding(duty, day),
    ...(publish !== undefined && isPlain(publish.value) ? {publish} : {}),
  }
}
