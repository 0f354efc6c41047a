/** Judges a list's addresses as a whole under the duties of the chosen laws. No address is ever in a finding. */
import type {AddressPattern} from '../contacts/address-judge.ts'
import type {Day, Law} from './duty.ts'
import {isInForce, severityOf} from './duty.ts'
import type {Finding} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import type {Rule} from './rule.ts'

/** of: the list or file, as findings name it. Heaviest first. */
export function judgeAddresses(
  laws: readonly Law[],
  rules: readonly Rule[],
  day: Day,
  patterns: readonly AddressPattern[],
  of: string,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const duty of laws.flatMap((law) => law.duties)) {
    const rule = rules.find(({id}) => id === duty.rule)
    if (rule?.subject !== 'addresses' || !isInForce(duty, day)) continue
    rule.check(patterns, duty.with ?? {}, ({key, values, count, samples}) => {
      findings.push({
        duty: duty.id,
        rule: rule.id,
        severity: severityOf(duty),
        where: {kind: 'contacts', of},
        key,
        values: values ?? {},
        sources: duty.sources,
        ...(count === undefined ? {} : {count}),
        ...(samples === undefined ? {} : {samples}),
      })
    })
  }
  return findings.sort(heaviestFirst)
}
