/**
 * The findings of an audit as SARIF 2.1.0, as code hosts and editors show them. No address, no sample and no value of
 * a cell is in it: such files leave the house.
 */
import type {AuditFinding, AuditReport, AuditResult, DutyNote} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {LEVELS, ruleIndexOf, sarifLog, sarifMessage, uriOf} from './sarif-parts.ts'

/** hasBaseline: results say whether they are new. A JSON text ending in \n. */
export function auditSarif(report: AuditReport, lang: Lang, hasBaseline: boolean): string {
  const {rulebook, day, laws, audience, duties} = report
  const results = report.targets.flatMap((target) =>
    target.findings.map((finding) => resultOf(finding, target, duties, lang, hasBaseline)),
  )
  return sarifLog(report, lang, {properties: {rulebook, day, laws, audience}, results})
}

function resultOf(
  finding: AuditFinding,
  target: AuditResult,
  duties: readonly DutyNote[],
  lang: Lang,
  hasBaseline: boolean,
) {
  const {duty, severity, count, fingerprint, isKnown, firmFrom} = finding
  return {
    ruleId: duty,
    ...ruleIndexOf(duty, duties),
    level: LEVELS[severity],
    message: sarifMessage(finding, lang),
    locations: [locationOf(finding, target)],
    ...relatedTo(finding, target),
    partialFingerprints: {'todokeFinding/v1': fingerprint},
    ...(count === undefined || count < 1 ? {} : {occurrenceCount: count}),
    ...(hasBaseline ? {baselineState: isKnown ? 'unchanged' : 'new'} : {}),
    ...(firmFrom === undefined ? {} : {properties: {firmFrom}}),
  }
}

/** A file is a place on the disk, a list of the store a logical one; a column is named either way. */
function locationOf({where, samples = []}: AuditFinding, {of, kind}: AuditResult) {
  const names = [
    ...(kind === 'list' ? [{name: of, fullyQualifiedName: `list:${of}`, kind: 'resource'}] : []),
    ...(where.kind === 'column'
      ? [{name: where.column, fullyQualifiedName: `${kind}:${of}/${where.column}`, kind: 'member'}]
      : []),
  ]
  return {
    ...(kind === 'file' ? {physicalLocation: physical(of, samples[0]?.row ?? 1)} : {}),
    ...(names.length === 0 ? {} : {logicalLocations: names}),
  }
}

/** Where the next few stand: lines of a file alone, since nobody's id leaves the house. */
function relatedTo({samples = []}: AuditFinding, {of, kind}: AuditResult) {
  const rows = kind === 'file' ? samples.slice(1).flatMap(({row}) => (row === null ? [] : [row])) : []
  if (rows.length === 0) return {}
  return {relatedLocations: rows.map((row, i) => ({id: i + 1, physicalLocation: physical(of, row)}))}
}

/** line: from 1; what is about the whole file is shown at its first. */
function physical(path: string, line: number) {
  return {artifactLocation: {uri: uriOf(path)}, region: {startLine: line}}
}
