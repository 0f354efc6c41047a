/** The audit on the screen: consent coverage with bars, sensitive columns, findings, next step; and the same as JSON. */
import type {Severity} from '../core/lint/finding.ts'
import type {AuditResult} from '../flows/audit.ts'
import type {Screen} from './screen.ts'
import {findingAsJson, showFindings} from './show-findings.ts'
import {segmentLines} from './show-segment.ts'
import {cut, plain, table, wrap} from './table.ts'

export function showAudit(audit: AuditResult, screen: Screen): void {
  const {of, contacts: count, laws, day} = audit
  screen.out(
    screen.paint.bold(wrap(screen.t('audit.title', {of: plain(of), count, laws: laws.join(', '), day}), screen.width)),
  )
  for (const line of segmentLines(audit, screen)) screen.out(line)
  showCoverage(audit, screen)
  showColumns(audit, screen)
  showLeftOut(audit, screen)
  if (audit.findings.length === 0) screen.out(`\n${screen.paint.green('✔')} ${screen.t('audit.clean')}`)
  else showFindings(audit.findings, screen)
  showEnd(audit, screen)
}

const LONGEST_BAR = 24

function showCoverage(audit: AuditResult, screen: Screen): void {
  if (audit.contacts === 0) return
  const {paint} = screen
  const rows = Object.entries(audit.bases)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => Number(a === 'none') - Number(b === 'none') || n - m)
    .map(([basis, count]) => {
      const share = count / audit.contacts
      const bar = '█'.repeat(Math.max(1, Math.round(share * LONGEST_BAR)))
      return [
        screen.t(`basis.${basis as keyof AuditResult['bases']}`),
        grouped(count),
        percent(share),
        basis === 'none' ? paint.red(bar) : paint.green(bar),
      ]
    })
  screen.out(`\n${paint.bold(screen.t('audit.coverage'))}`)
  screen.out(table(rows, ['left', 'right', 'right', 'left']))
  const {sendable, held} = audit.verdicts
  const sent = `${paint.green('✔')} ${screen.t('audit.sendable', {count: sendable})}`
  const kept = held === 0 ? '' : `   ${paint.red('✖')} ${screen.t('audit.held', {count: held})}`
  screen.out(`  ${sent}${kept}`)
}

function showColumns(audit: AuditResult, screen: Screen): void {
  if (audit.columns.length === 0) return
  const rows = audit.columns.map(({name, category, strength, filled}) => [
    screen.paint.bold(cut(plain(name), 18)),
    category === null ? '' : cut(screen.t(`category.${category}`), 26),
    strength === null ? '' : screen.t(`audit.${strength}`),
    screen.t('audit.cells', {filled}),
  ])
  screen.out(`\n${screen.paint.bold(screen.t('audit.columns'))}`)
  screen.out(table(rows))
}

function showLeftOut({leftOut}: AuditResult, screen: Screen): void {
  const lines: string[] = []
  if (leftOut.columns.length > 0) {
    const columns = leftOut.columns.map(
      ({name, category}) => `${cut(plain(name), 20)} (${screen.t(`category.${category}`)})`,
    )
    lines.push(screen.t('audit.left-out.columns', {columns: columns.join(', ')}))
  }
  if (leftOut.rows > 0) lines.push(screen.t('audit.left-out.rows', {count: leftOut.rows}))
  if (lines.length > 0) screen.out()
  for (const line of lines) screen.out(`  ${wrap(line, screen.width - 2, 2).trimStart()}`)
}

function showEnd(audit: AuditResult, screen: Screen): void {
  const errors = countOf(audit, 'error')
  const {held} = audit.verdicts
  const totals = {errors, warnings: countOf(audit, 'warning'), notes: countOf(audit, 'info')}
  screen.out()
  if (audit.findings.length > 0) screen.out(screen.t('audit.totals', totals))
  const next = [
    ...(errors > 0 ? [screen.t('audit.next.errors')] : [screen.t('audit.next.clean')]),
    ...(held > 0 && audit.verdicts.sendable > 0 ? [screen.t('audit.next.held', {count: held})] : []),
  ]
  for (const step of next) screen.out(`${screen.paint.cyan('→')} ${wrap(step, screen.width - 2, 2).trimStart()}`)
}

function countOf({findings}: AuditResult, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** The --json answer of `todoke audit`: the result with each finding's words in the chosen language. */
export function auditAsJson(audit: AuditResult, lang: Screen['lang']) {
  return {...audit, findings: audit.findings.map((finding) => findingAsJson(finding, lang))}
}
