/** Findings on the screen, the same for list columns, contacts and template lines: place, words, way out, source. */
import type {Finding, Place, Severity} from '../core/lint/finding.ts'
import type {Lang} from '../i18n/text.ts'
import {isMessageKey, text} from '../i18n/text.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export function showFindings(findings: readonly Finding[], screen: Screen): void {
  for (const [of, group] of groupByPlace(findings)) {
    screen.out()
    screen.out(screen.paint.underline(of))
    for (const finding of group) showFinding(finding, screen)
  }
}

function showFinding(finding: Finding, screen: Screen): void {
  const {paint} = screen
  const where = placeWords(finding.where)
  const words = [where, messageOf(finding, screen.lang)].filter((part) => part !== '').join(' ')
  const count = finding.count === undefined ? '' : ` ${paint.bold(screen.t('finding.count', {count: finding.count}))}`
  screen.out(`  ${markOf(finding.severity, screen)} ${wrap(words, screen.width - 4, 4).trimStart()}${count}`)
  if (finding.samples && finding.samples.length > 0) screen.out(paint.dim(`      ${finding.samples.join('  ')}`))
  const fix = fixOf(finding, screen.lang)
  if (fix !== '') screen.out(`    ${paint.cyan('→')} ${wrap(fix, screen.width - 6, 6).trimStart()}`)
  const source = finding.sources.map((each) => each.title).join(' / ')
  screen.out(paint.dim(`      ${finding.duty}${source === '' ? '' : `  ${source}`}`))
}

function markOf(severity: Severity, screen: Screen): string {
  const {paint} = screen
  const word = screen.t(`severity.${severity}`)
  if (severity === 'error') return paint.red(`✖ ${word}`)
  return severity === 'warning' ? paint.yellow(`▲ ${word}`) : paint.blue(`● ${word}`)
}

/** Words of a finding in a language, without place or source. */
export function messageOf(finding: Finding, lang: Lang): string {
  return isMessageKey(finding.key) ? text(lang, finding.key, finding.values) : finding.key
}

export function fixOf(finding: Finding, lang: Lang): string {
  const key = `${finding.key}.fix`
  return isMessageKey(key) ? text(lang, key, finding.values) : ''
}

/** The --json form of a finding: stable English keys, with the words in the chosen language. */
export function findingAsJson(finding: Finding, lang: Lang) {
  return {...finding, message: messageOf(finding, lang), fix: fixOf(finding, lang)}
}

function placeWords(place: Place): string {
  if (place.kind === 'template') return `${place.line}:${place.column}`
  return place.kind === 'column' ? `[${place.column}]` : ''
}

function groupByPlace(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const of = finding.where.kind === 'template' ? finding.where.file : finding.where.of
    const group = groups.get(of)
    if (group) group.push(finding)
    else groups.set(of, [finding])
  }
  return groups
}
