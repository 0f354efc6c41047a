/** The answer of lint on the screen, as plain text and as JSON. */
import type {FilledFacts, LintFinding, LintReport} from '../core/reports/lint-report.ts'
import {asPlainText} from './plain-screen.ts'
import type {Screen} from './screen.ts'
import {showFindings} from './show-findings.ts'
import {plain, wrap} from './table.ts'

/** only: paths of the templates whose findings are shown; the numbers are those of all. */
export function showLint(report: LintReport, screen: Screen, only: readonly string[] | null = null): void {
  const {paint} = screen
  for (const {path, findings, filled} of report.templates) {
    if (only !== null && !only.includes(path)) continue
    if (findings.length > 0)
      showFindings(findings, screen, (finding) => ((finding as LintFinding).isKnown ? screen.t('lint.known') : ''))
    else {
      screen.out()
      screen.out(`${paint.underline(plain(path))}\n  ${paint.green('✔')} ${screen.t('lint.clean')}`)
    }
    if (filled !== undefined) screen.out(paint.dim(wrap(filledWords(filled, screen), screen.width, 4)))
  }
  const {errors, warnings, notAssessed, known, waived, laws} = report
  const counts = screen.t('lint.summary', {templates: report.templates.length, errors, warnings, notAssessed})
  const aside = [
    known === 0 ? '' : screen.t('lint.summary.known', {count: known}),
    waived === 0 ? '' : screen.t('lint.summary.waived', {count: waived}),
  ].filter((words) => words !== '')
  screen.out()
  const words = [counts, ...aside].join(screen.lang === 'ja' ? '、' : ', ')
  screen.out(wrap(`${words}  (${screen.t('lint.laws', {laws: laws.join(', ')})})`, screen.width))
}

function filledWords({contacts, stopped, longestSubject, largestHtml}: FilledFacts, {t}: Screen): string {
  if (longestSubject === null) return t('lint.filled.none', {contacts})
  const {columns, row} = longestSubject
  const kilobytes = Math.ceil(largestHtml / 1024)
  return t('lint.filled', {contacts, made: contacts - stopped, columns, row: row ?? 0, kilobytes})
}

export function lintAsText(report: LintReport, screen: Screen): string {
  return asPlainText(screen, (plain) => showLint(report, plain))
}
