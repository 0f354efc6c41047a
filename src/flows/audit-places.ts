/** What an audit says of lines and cells rather than contacts: counted, and told line by line to its outputs. */

import type {Day} from '../core/lint/duty.ts'
import {severityOf} from '../core/lint/duty.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import type {UnreadRows} from '../core/lint/list-census.ts'
import type {ColumnJudgement} from '../core/sensitive/column-judgement.ts'
import type {HitPlace} from '../core/sensitive/hit-places.ts'
import type {AuditOutput} from '../ports/audit-outputs.ts'
import {evidence} from '../rulebook/evidence.ts'

export interface UnreadRow {
  /** Of the file, from 1. */
  readonly line: number
  /** The word of a fault, see fault.WORD. */
  readonly why: string
}

const UNREAD = evidence.duties.find(({id}) => id === 'evidence/unread-rows')!

/** Counts rows that could not be read by reason, and tells outputs of each. */
export function startUnreadRows(
  {day, weights}: {readonly day: Day; readonly weights: ReadonlyMap<string, Severity | 'off'>},
  of: string,
  outputs: readonly AuditOutput[],
) {
  const severity = weights.get(UNREAD.id) ?? severityOf(UNREAD, day)
  const reasons = new Map<string, {count: number; readonly firstLine: number}>()
  return {
    see(rows: readonly UnreadRow[]): void {
      for (const {line, why} of rows) {
        const known = reasons.get(why)
        if (known === undefined) reasons.set(why, {count: 1, firstLine: line})
        else known.count += 1
        if (severity === 'off') continue
        const said = {law: evidence.id, duty: UNREAD.id, severity, key: 'unread-rows.some', values: {fault: why}}
        for (const output of outputs) output.addPlace(of, line, said)
      }
    },
    byReason: (): readonly UnreadRows[] =>
      [...reasons].map(([why, counted]) => ({why, ...counted})).sort((a, b) => b.count - a.count),
  }
}

const CELLS_AT_ONCE = 1000

/** Tells outputs where the cells stand that somebody is to look at: those of columns that are not beyond doubt. */
export async function tellCells(
  source: {readonly of: string; cells(column: number): readonly HitPlace[]},
  findings: readonly Finding[],
  columns: readonly ColumnJudgement[],
  outputs: readonly AuditOutput[],
): Promise<void> {
  for (const {index, name, strength, matched} of columns) {
    const finding = findings.find(({where}) => where.kind === 'column' && where.column === name)
    if (finding === undefined || strength !== 'weak' || matched === 0) continue
    const {duty, severity, key, values} = finding
    const said = {law: duty.slice(0, duty.indexOf('/')), duty, severity, key, values}
    for (const [i, place] of source.cells(index).entries()) {
      for (const output of outputs) output.addPlace(source.of, place, said)
      if (i % CELLS_AT_ONCE === 0) for (const output of outputs) await output.flush()
    }
  }
}
