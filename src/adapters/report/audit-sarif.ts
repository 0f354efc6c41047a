/**
 * The findings of an audit as SARIF 2.1.0, as code hosts and editors show them. No address, no sample and no value of
 * a cell is in it: such files leave the house.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
import type {Severity} from '../../core/lint/finding.ts'
import type {AuditFinding, AuditReport, AuditResult, DutyNote} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {fixOf, messageOf} from './finding-words.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** hasBaseline: results say whether they are new. A JSON text ending in \n. */
export function auditSarif(report: AuditReport, lang: Lang, hasBaseline: boolean): string {
  const ids = report.duties.map(({id}) => id)
  const results = report.targets.flatMap((target) =>
    target.findings.map((finding) => resultOf(finding, target, ids, lang, hasBaseline)),
  )
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'todoke',
            version: report.version,
            rules: report.duties.map((duty) => ruleOf(duty, lang)),
          },
        },
        invocations: [{executionSuccessful: true, endTimeUtc: new Date(report.madeAt).toISOString()}],
        properties: {
          rulebook: report.rulebook,
          day: report.day,
          laws: report.laws,
          audience: report.audience,
        },
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf({id, rule, severity, title, says, sources}: DutyNote, lang: Lang) {
  const helpUri = sources.find(({url}) => url !== undefined)?.url
  return {
    id,
    name: rule,
    shortDescription: {text: title[lang]},
    fullDescription: {text: says[lang]},
    ...(helpUri === undefined ? {} : {helpUri}),
    defaultConfiguration: {level: LEVELS[severity]},
    properties: {sources: sources.map(({title}) => title)},
  }
}

function resultOf(
  finding: AuditFinding,
  target: AuditResult,
  ids: readonly string[],
  lang: Lang,
  hasBaseline: boolean,
) {
  const {duty, severity, count, fingerprint, isKnown, firmFrom} = finding
  const ruleIndex = ids.indexOf(duty)
  const words = [messageOf(finding, lang), fixOf(finding, lang)].filter((part) => part !== '')
  return {
    ruleId: duty,
    ...(ruleIndex < 0 ? {} : {ruleIndex}),
    level: LEVELS[severity],
    message: {text: words.join(lang === 'ja' ? '。' : '. ')},
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

/** A path as a relative reference (RFC 3986): separators kept, everything else that must be encoded. */
function uriOf(path: string): string {
  const parts = path.split(/[\\/]/).map((part) => encodeURIComponent(part))
  return parts[0] === '' ? `file://${parts.join('/')}` : parts.join('/')
}
