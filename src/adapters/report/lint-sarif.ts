/** The findings of a lint as SARIF 2.1.0, as code hosts and editors show them. */
import type {LintFinding, LintReport} from '../../core/reports/lint-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {lintPlace} from './lint-place.ts'
import {LEVELS, ruleIndexOf, sarifLog, sarifMessage, uriOf} from './sarif-parts.ts'

/** hasBaseline: results say whether they are new. A JSON text ending in \n. */
export function lintSarif(report: LintReport, lang: Lang, hasBaseline: boolean): string {
  const {rulebook, day, laws} = report
  const results = report.templates.flatMap(({findings}) =>
    findings.map((finding) => resultOf(finding, report, lang, hasBaseline)),
  )
  return sarifLog(report, lang, {properties: {rulebook, day, laws}, results})
}

function resultOf(finding: LintFinding, {duties}: LintReport, lang: Lang, hasBaseline: boolean) {
  const {duty, severity, fingerprint, isKnown, waived, firmFrom} = finding
  return {
    ruleId: duty,
    ...ruleIndexOf(duty, duties),
    level: LEVELS[severity],
    message: sarifMessage(finding, lang),
    locations: [{physicalLocation: physicalOf(finding)}],
    partialFingerprints: {'todokeFinding/v1': fingerprint},
    ...(waived === undefined ? {} : {suppressions: [{kind: 'inSource', justification: waived}]}),
    ...(hasBaseline ? {baselineState: isKnown ? 'unchanged' : 'new'} : {}),
    ...(firmFrom === undefined ? {} : {properties: {firmFrom}}),
  }
}

/** Columns are counted in UTF-16 units, as SARIF does unless it is told otherwise (section 3.14.17). */
function physicalOf(finding: LintFinding) {
  const {file, line, column} = lintPlace(finding)
  return {artifactLocation: {uri: uriOf(file)}, region: {startLine: line, startColumn: column}}
}
