/** Findings on the screen, the same for list columns, contacts and template lines: place, words, way out, source. */
import {countWords, findingAsJson, fixOf, labelWords, messageOf} from '../adapters/report/finding-words.ts'
import type {Finding, Place, Severity, Source} from '../core/lint/finding.ts'
import {heaviestFirst} from '../core/lint/finding.ts'
import type {Lang} from '../i18n/text.ts'
import {pointAt} from './point-at.ts'
import type {Screen} from './screen.ts'
import {showRecord} from './show-dkim.ts'
import {plain, wrap} from './table.ts'

export {findingAsJson, fixOf, messageOf}

/** markOf: a word behind a finding, e.g. that it is known; '' for none. */
export function showFindings(
  findings: readonly Finding[],
  screen: Screen,
  markOf: (finding: Finding) => string = () => '',
): void {
  const said = (finding: Finding) =>
    finding.waived === undefined ? markOf(finding) : screen.t('lint.waived', {reason: plain(finding.waived)})
  for (const [of, group] of groupByPlace(findings)) {
    screen.out()
    screen.out(screen.paint.underline(plain(of)))
    for (const same of saidAlike(group, said)) showFinding(same[0]!, same, screen, said(same[0]!))
  }
}

/** What several laws say of the same contacts in the same words is shown once, as the heaviest, with each duty and source. */
function saidAlike(
  findings: readonly Finding[],
  markOf: (finding: Finding) => string,
): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>()
  for (const [i, finding] of findings.entries()) {
    const {key, values, where, count, firmFrom} = finding
    const words =
      where.kind === 'template' ? `${i}` : JSON.stringify([key, values, where, count, firmFrom, markOf(finding)])
    const group = groups.get(words)
    if (group === undefined) groups.set(words, [finding])
    else group.push(finding)
  }
  return [...groups.values()].map((same) => same.sort(heaviestFirst))
}

/** same: findings that say what this one says, itself among them. */
function showFinding(finding: Finding, same: readonly Finding[], screen: Screen, known: string): void {
  const {paint, width} = screen
  const mark = `${MARKS[finding.severity]} ${screen.t(`severity.${finding.severity}`)}`
  const count = countWords(finding, screen.lang)
  // What is known is there to be seen, not to be read first.
  const tint = known === '' ? PAINTS[finding.severity] : (words: string) => paint.dim(words)
  const words = [
    mark,
    placeWords(finding.where),
    messageOf(finding, screen.lang),
    count,
    known === '' ? '' : `[${known}]`,
  ].filter((part) => part !== '')
  const lines = wrap(words.join(' '), width, 4).trimStart()
  const rest = lines.slice(mark.length)
  screen.out(`  ${tint(mark, paint)}${known === '' ? rest : paint.dim(rest)}`)
  if (finding.excerpt) showExcerpt(finding.excerpt, finding.where, screen)
  if (finding.samples && finding.samples.length > 0)
    screen.out(paint.dim(wrap(samplesOf(finding, screen.lang), width, 6)))
  const fix = fixOf(finding, screen.lang)
  const wrapped = (words: string) => wrap(words, width, 6).trimStart()
  if (fix !== '') screen.out(`    ${paint.cyan('→')} ${known === '' ? wrapped(fix) : paint.dim(wrapped(fix))}`)
  if (finding.publish !== undefined) showRecord(finding.publish, screen, 6)
  if (finding.firmFrom !== undefined)
    screen.out(paint.yellow(wrap(screen.t('finding.firm-from', {day: finding.firmFrom}), width, 6)))
  for (const {duty, sources} of same) {
    const source = sources.map((each) => sourceWords(each, screen)).join(' / ')
    screen.out(paint.dim(wrap([duty, source].filter((part) => part !== '').join('  '), width, 6)))
  }
}

function samplesOf({samples = []}: Finding, lang: Lang): string {
  return samples.map((label) => labelWords(label, lang)).join('  ')
}

function sourceWords({title, confidence}: Source, screen: Screen): string {
  return confidence === 'unverified' ? `${title} ${screen.t('finding.unverified')}` : title
}

/** The source line behind its number, with a mark under the spot; wide characters keep the mark in its place. */
function showExcerpt(
  {text: line, at}: NonNullable<Finding['excerpt']>,
  where: Place,
  {out, paint, width}: Screen,
): void {
  const number = where.kind === 'template' ? String(where.line) : ''
  const [shown, mark] = pointAt(line, at, width - 8 - number.length)
  out(paint.dim(`    ${number} │ ${shown}`))
  out(paint.dim(`    ${' '.repeat(number.length)} │ `) + paint.bold(mark))
}

const MARKS: Readonly<Record<Severity, string>> = {error: '✖', warning: '▲', info: '●'}
const PAINTS: Readonly<Record<Severity, (mark: string, paint: Screen['paint']) => string>> = {
  error: (mark, paint) => paint.red(mark),
  warning: (mark, paint) => paint.yellow(mark),
  info: (mark, paint) => paint.blue(mark),
}

function placeWords(place: Place): string {
  if (place.kind === 'template') return `${place.line}:${place.column}`
  return place.kind === 'column' ? `[${plain(place.column)}]` : ''
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
