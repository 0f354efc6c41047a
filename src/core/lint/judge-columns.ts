/** Judges the columns of a list or file under the duties of the chosen laws. Values of cells are never in a finding. */
import type {ColumnJudgement} from '../sensitive/column-judgement.ts'
import type {Day, Law} from './duty.ts'
import {isInForce, severityOf} from './duty.ts'
import type {Finding} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import type {Rule} from './rule.ts'

/** of: the list or file, as findings name it. Heaviest first. */
export function judgeColumns(
  laws: readonly Law[],
  rules: readonly Rule[],
  day: Day,
  columns: readonly ColumnJudgement[],
  of: string,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const duty of laws.flatMap((law) => law.duties)) {
    const rule = rules.find(({id}) => id === duty.rule)
    if (rule?.subject !== 'columns' || !isInForce(duty, day)) continue
    rule.check(columns, duty.with ?? {}, ({key, values, column}) => {
      findings.push({
        duty: duty.id,
        rule: rule.id,
        severity: severityOf(duty),
        where: column === undefined ? {kind: 'whole', of} : {kind: 'column', of, column},
        key,
        values: values ?? {},
        sources: duty.sources,
      })
    })
  }
  return findings.sort(heaviestFirst)
}
