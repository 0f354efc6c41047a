/** The findings of an audit as CSV: one line each, to sort and hand out in a spreadsheet. */
import type {AuditFinding, AuditReport} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {csvLine} from './csv-line.ts'
import {fixOf, messageOf} from './finding-words.ts'

const HEADER = [
  'target',
  'severity',
  'duty',
  'rule',
  'column',
  'count',
  'message',
  'fix',
  'sources',
  'firm_from',
  'known',
  'fingerprint',
  'rulebook',
  'day',
] as const

/** Headers are the same in every language, words in the chosen one. */
export function findingsCsv(report: AuditReport, lang: Lang): string {
  const lines = report.targets.flatMap(({of, findings}) => findings.map((finding) => lineOf(of, finding, report, lang)))
  return csvLine(HEADER) + lines.join('')
}

function lineOf(of: string, finding: AuditFinding, {rulebook, day}: AuditReport, lang: Lang): string {
  const {severity, duty, rule, where, count, sources, firmFrom, isKnown, fingerprint} = finding
  return csvLine([
    of,
    severity,
    duty,
    rule,
    where.kind === 'column' ? where.column : null,
    count ?? null,
    messageOf(finding, lang),
    fixOf(finding, lang),
    sources.map(({title, url}) => (url === undefined ? title : `${title} ${url}`)).join(' / '),
    firmFrom ?? null,
    isKnown ? 'yes' : 'no',
    fingerprint,
    rulebook,
    day,
  ])
}
