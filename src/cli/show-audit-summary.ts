/** One audited list or file on about one screen: coverage, verdicts by law, imports, and a line for each other part. */

import {share} from '../adapters/report/words.ts'
import {CONSENT_VERDICTS} from '../core/consent/verdict.ts'
import {WAYS} from '../core/consent/way-out.ts'
import {FLAG_KINDS} from '../core/contacts/address-flags.ts'
import {keyOfFact} from '../core/laws/declared-facts.ts'
import {COUNTRY_GROUNDS} from '../core/laws/place-contact.ts'
import type {AuditReport, AuditResult, BasisCounts, VerdictCounts} from '../core/reports/audit-report.ts'
import {kindsOf} from '../core/sensitive/column-judgement.ts'
import {verdictWords} from './audit-verdict-words.ts'
import {groundWords} from './kept-words.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {segmentLines} from './show-segment.ts'
import {bar} from './sparks.ts'
import {cut, plain, table, wrap} from './table.ts'

const LONGEST_BAR = 24
const MOST_LAWS = 6
const MOST_IMPORTS = 3
const MOST_COUNTRIES = 5
const NAME = 26

export function showAuditSummary(report: AuditReport, target: AuditResult, screen: Screen): void {
  const {of, contacts: count} = target
  const title = screen.t('audit.title', {of: plain(of), count, laws: report.laws.join(', '), day: report.day})
  screen.out(screen.paint.bold(wrap(title, screen.width)))
  screen.out(screen.paint.dim(wrap(judgedBy(report, screen), screen.width, 2)))
  for (const line of segmentLines(target, screen)) screen.out(line)
  showCoverage(target, screen)
  showVerdicts(target, screen)
  showImports(target, screen)
  const lines = [
    countryLine(target, screen),
    optOutLine(target, screen),
    flagLine(target, screen),
    columnLine(target, screen),
    wayOutLine(target, screen),
    ...notAssessedLines(target, screen),
    ...leftOutLines(target, screen),
  ].filter((line) => line !== '')
  if (lines.length > 0) screen.out()
  for (const line of lines) screen.out(`  ${wrap(line, screen.width - 2, 4).trimStart()}`)
}

/** By which edition of the rulebook, and by which country where the list says none. */
function judgedBy({rulebook, audience, onlySenderLaw}: AuditReport, {t}: Screen): string {
  const country = audience === null ? t('audit.audience.none') : t('audit.audience', {country: audience})
  return [t('audit.rulebook', {rulebook}), onlySenderLaw ? t('audit.only-sender') : country].join(' · ')
}

function showCoverage({bases, contacts, verdicts}: AuditResult, screen: Screen): void {
  if (contacts === 0) return
  const {paint, lang, t} = screen
  const rows = Object.entries(bases)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => Number(a === 'none') - Number(b === 'none') || n - m)
    .map(([basis, count]) => {
      const drawn = bar(count / contacts, LONGEST_BAR)
      const words = t(`basis.${basis as keyof BasisCounts}`)
      return [
        words,
        number(count, lang),
        share(count, contacts),
        basis === 'none' ? paint.red(drawn) : paint.green(drawn),
      ]
    })
  screen.out(`\n${paint.bold(t('audit.coverage'))}`)
  screen.out(table(rows, ['left', 'right', 'right', 'left']))
  screen.out(`  ${verdictWords(verdicts, screen)}`)
}

/** Verdicts that nobody has get no column. All together get a row where it says more than one law alone: our own standards weigh there too. */
function showVerdicts({byLaw, consents, contacts}: AuditResult, screen: Screen): void {
  const {t, paint, lang} = screen
  if (contacts === 0) return
  const shown = CONSENT_VERDICTS.filter(
    (verdict) =>
      verdict === 'valid' || [consents, ...byLaw.map((each) => each.consents)].some((each) => each[verdict] > 0),
  )
  const rowOf = (name: string, all: number, counts: VerdictCounts) => [
    name,
    number(all, lang),
    ...shown.map((verdict) => (counts[verdict] === 0 ? paint.dim('–') : number(counts[verdict], lang))),
  ]
  const isSame =
    byLaw.length === 1 &&
    byLaw[0]!.contacts === contacts &&
    shown.every((verdict) => byLaw[0]!.consents[verdict] === consents[verdict])
  const heads = [t('audit.col.law'), t('audit.col.contacts'), ...shown.map((verdict) => t(`verdict.${verdict}`))]
  const rows = [
    heads.map((head) => paint.dim(head)),
    ...byLaw.slice(0, MOST_LAWS).map((each) => rowOf(each.law, each.contacts, each.consents)),
    ...(isSame ? [] : [rowOf(t('audit.all-laws'), contacts, consents)]),
  ]
  screen.out(`\n${paint.bold(t('audit.verdicts'))}`)
  screen.out(table(rows, ['left', ...rows[0]!.slice(1).map(() => 'right' as const)]))
  if (byLaw.length > MOST_LAWS)
    screen.out(paint.dim(wrap(t('audit.more-laws', {count: byLaw.length - MOST_LAWS}), screen.width, 2)))
}

/** Only where there are several, the newest first. */
function showImports({imports}: AuditResult, screen: Screen): void {
  const {t, paint, lang} = screen
  const seen = imports.filter(({contacts}) => contacts > 0).reverse()
  if (seen.length < 2) return
  const rows = seen
    .slice(0, MOST_IMPORTS)
    .map(({name, at, contacts, bases, verdicts}) => [
      cut(plain(name), NAME),
      at === null ? '' : new Date(at).toISOString().slice(0, 10),
      number(contacts, lang),
      share(contacts - bases.none, contacts),
      share(verdicts.sendable, contacts),
    ])
  const heads = (['import', 'day', 'contacts', 'based', 'sendable'] as const).map((head) => t(`audit.col.${head}`))
  screen.out(`\n${paint.bold(t('audit.imports'))}`)
  screen.out(table([heads.map((head) => paint.dim(head)), ...rows], ['left', 'left', 'right', 'right', 'right']))
  const rest = seen.length - MOST_IMPORTS
  if (rest > 0) screen.out(paint.dim(`  ${t('audit.more-imports', {count: rest})}`))
}

/** A bold head and its parts: nothing where there are none. */
function line(head: string, parts: readonly string[], {paint}: Screen): string {
  return parts.length === 0 ? '' : `${paint.bold(head)}  ${parts.join(', ')}`
}

function countryLine({countries}: AuditResult, screen: Screen): string {
  const {t, lang} = screen
  const shown = countries.slice(0, MOST_COUNTRIES).map(({country, contacts, grounds}) => {
    const told = COUNTRY_GROUNDS.filter((ground) => grounds[ground] !== undefined)
    const words = told.map((ground) =>
      told.length === 1 ? t(`ground.${ground}`) : `${t(`ground.${ground}`)} ${number(grounds[ground]!, lang)}`,
    )
    return `${country ?? t('audit.country.unknown')} ${number(contacts, lang)} (${words.join(' · ')})`
  })
  const rest = countries.length - MOST_COUNTRIES
  return line(t('audit.countries'), rest > 0 ? [...shown, t('audit.more', {count: rest})] : shown, screen)
}

function optOutLine({suppressed, knowsOptOuts}: AuditResult, screen: Screen): string {
  const {t, lang} = screen
  const parts = suppressed.by.map(({reason, scope, count}) => {
    const how = scope === 'all' ? '' : ` (${scope === 'third-party' ? t('optout-scope.third-party') : plain(scope)})`
    return `${t(`optout-reason.${reason}`)}${how} ${number(count, lang)}`
  })
  return line(t('audit.opt-outs'), knowsOptOuts ? parts : [...parts, t('audit.no-store')], screen)
}

function flagLine({flags}: AuditResult, screen: Screen): string {
  const {t, lang} = screen
  const parts = FLAG_KINDS.flatMap((kind) => {
    const count = flags.filter((flag) => flag.kind === kind).reduce((sum, flag) => sum + flag.count, 0)
    return count === 0 ? [] : [`${t(`lists.flag.${kind}`)} ${number(count, lang)}`]
  })
  return line(t('audit.flags'), parts, screen)
}

function columnLine({columns}: AuditResult, screen: Screen): string {
  const {t} = screen
  const parts = columns.map((column) => {
    const kinds = kindsOf(column).map(({category, strength}) => {
      const sure = strength === 'weak' ? ` · ${t('audit.weak')}` : ''
      return `${t(`category.${category!}`)}${sure}`
    })
    const {kept} = column
    const ground = kept === undefined ? [] : [t('keep.mark', groundWords(kept, screen))]
    return `${cut(plain(column.name), NAME)} (${[...kinds, ...ground].join('; ')})`
  })
  return line(t('audit.columns'), parts, screen)
}

function wayOutLine({wayOut}: AuditResult, screen: Screen): string {
  const {t, lang} = screen
  const parts = WAYS.filter((way) => wayOut[way] > 0).map(
    (way) => `${t(`way-out.${way}`)} ${number(wayOut[way], lang)}`,
  )
  return line(t('audit.way-out'), parts, screen)
}

/** One line per fact that nobody declared. */
function notAssessedLines({notAssessed}: AuditResult, screen: Screen): readonly string[] {
  const byFact = new Map<string, string[]>()
  for (const {fact, duty} of notAssessed) byFact.set(fact, [...(byFact.get(fact) ?? []), duty])
  return [...byFact].map(([fact, duties]) =>
    line(
      screen.t('audit.not-assessed'),
      [screen.t('audit.not-assessed.fact', {fact: keyOfFact(fact), duties: duties.join(', ')})],
      screen,
    ),
  )
}

function leftOutLines({leftOut, kind}: AuditResult, screen: Screen): readonly string[] {
  const {t} = screen
  const columns = leftOut.columns.map(({name, category}) => `${cut(plain(name), 20)} (${t(`category.${category}`)})`)
  return [
    ...(columns.length > 0 ? [t('audit.left-out.columns', {columns: columns.join(', ')})] : []),
    // Of a file a finding says so, with the lines.
    ...(leftOut.rows > 0 && kind === 'list' ? [t('audit.left-out.rows', {count: leftOut.rows})] : []),
  ]
}
