/** The audit on the screen: per target its findings, then a summary that stays in sight; and the total with what to do. */
import {fixOf, messageOf} from '../adapters/report/finding-words.ts'
import type {Finding} from '../core/lint/finding.ts'
import type {AuditFinding, AuditReport, AuditResult, AuditTotal} from '../core/reports/audit-report.ts'
import {verdictWords} from './audit-verdict-words.ts'
import {asPlainText} from './plain-screen.ts'
import type {Screen} from './screen.ts'
import {showAuditSummary} from './show-audit-summary.ts'
import {showFindings} from './show-findings.ts'
import {wrap} from './table.ts'

/** Findings of one target in full; the rest are counted. */
const MOST_FINDINGS = 12

export function showAudit(report: AuditReport, screen: Screen): void {
  for (const [i, target] of report.targets.entries()) {
    if (i > 0) screen.out()
    showTargetFindings(target, screen)
    if (target.findings.length > 0) screen.out()
    showAuditSummary(report, target, screen)
    if (target.findings.length === 0) showSilence(target, screen)
  }
  showEnd(report, screen)
}

/** The same as plain text, for a file. */
export function auditAsText(report: AuditReport, screen: Screen): string {
  return asPlainText(screen, (plain) => showAudit(report, plain))
}

/** What is new comes before what the baseline knows. */
function showTargetFindings({findings}: AuditResult, screen: Screen): void {
  if (findings.length === 0) return
  const inOrder = [...findings.filter(({isKnown}) => !isKnown), ...findings.filter(({isKnown}) => isKnown)]
  const known = new Set<Finding>(findings.filter(({isKnown}) => isKnown))
  showFindings(inOrder.slice(0, MOST_FINDINGS), screen, (finding) =>
    known.has(finding) ? screen.t('audit.known-mark') : '',
  )
  const rest = inOrder.slice(MOST_FINDINGS)
  if (rest.length === 0) return
  const words = screen.t('audit.more-findings', {count: rest.length, ...weightsOf(rest)})
  screen.out(wrap(words, screen.width, 2))
}

/** No finding is good news only where somebody was looked at. */
function showSilence({contacts, outside}: AuditResult, {t, out, paint, width}: Screen): void {
  if (contacts > 0) {
    out(`\n${paint.green('✔')} ${t('audit.clean')}`)
    return
  }
  const words = outside > 0 ? t('audit.nobody', {outside}) : t('audit.empty')
  out(`\n${paint.yellow('▲')} ${wrap(words, width - 2, 2).trimStart()}`)
}

function weightsOf(findings: readonly AuditFinding[]) {
  const count = (severity: AuditFinding['severity']) => findings.filter((each) => each.severity === severity).length
  return {errors: count('error'), warnings: count('warning'), notes: count('info')}
}

function showEnd({targets, total}: AuditReport, screen: Screen): void {
  const {t, paint} = screen
  screen.out()
  if (targets.length > 1) {
    screen.out(paint.bold(t('audit.total', {targets: targets.length, count: total.contacts})))
    screen.out(`  ${verdictWords(total.verdicts, screen)}`)
  }
  const {error, warning, info} = total.findings
  if (error + warning + info > 0) {
    const known = total.known === 0 ? '' : ` (${t('audit.known', {count: total.known})})`
    screen.out(`${t('audit.totals', {errors: error, warnings: warning, notes: info})}${known}`)
  }
  for (const step of nextSteps(targets, total, screen))
    screen.out(`${paint.cyan('→')} ${wrap(step, screen.width - 2, 2).trimStart()}`)
}

function nextSteps(targets: readonly AuditResult[], total: AuditTotal, {t}: Screen): readonly string[] {
  const {held, sendable} = total.verdicts
  const undeclared = new Set(targets.flatMap(({notAssessed}) => notAssessed.map(({fact}) => fact)))
  const facts = [...undeclared].filter((fact) => fact !== 'wirelessDomains')
  return [
    t(total.contacts === 0 ? 'audit.next.nobody' : total.findings.error > 0 ? 'audit.next.errors' : 'audit.next.clean'),
    ...(held > 0 && sendable > 0 ? [t('audit.next.held', {count: held})] : []),
    ...(held > 0 ? [t('audit.next.way-out'), t('audit.next.rows')] : []),
    ...(facts.length > 0 ? [t('audit.next.facts', {facts: facts.join(', ')})] : []),
    ...(undeclared.has('wirelessDomains') ? [t('audit.next.wireless')] : []),
  ]
}

/** The answer of `todoke audit` as JSON: the report, with each finding's words in the chosen language. */
export function auditAsJson(report: AuditReport, lang: Screen['lang']) {
  return {
    ...report,
    targets: report.targets.map((target) => ({
      ...target,
      findings: target.findings.map((finding) => ({
        ...finding,
        message: messageOf(finding, lang),
        fix: fixOf(finding, lang),
      })),
    })),
  }
}
