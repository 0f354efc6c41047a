/** What a report tells of the duties behind its findings. */
import type {DutyNote} from '../core/reports/audit-report.ts'
import {RULEBOOK} from '../rulebook/laws.ts'

/** Each once, in the order of the rulebook. */
export function dutyNotes(ids: Iterable<string>): readonly DutyNote[] {
  const wanted = new Set(ids)
  const duties = RULEBOOK.flatMap((law) => law.duties).filter(({id}) => wanted.delete(id))
  return duties.map(({id, rule, severity, title, says, since, sources}) => ({
    id,
    rule: rule ?? '',
    severity,
    title,
    says,
    since,
    sources,
  }))
}
