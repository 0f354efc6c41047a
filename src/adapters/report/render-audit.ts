/** An audit as one HTML page that stands alone and that somebody who knows the law can read, print and file. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {AuditReport, AuditResult} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {countriesSection, coverageSection, importsSection, verdictsSection, wayOutSection} from './audit-charts.ts'
import {columnsSection, findingsSection, hygieneSection, notAssessedSection, plainTable} from './audit-findings.ts'
import {AUDIT_STYLES} from './audit-styles.ts'
import {page} from './page.ts'
import {joined, section} from './parts.ts'
import {swatch} from './svg.ts'
import type {Wording} from './words.ts'
import {clean, localZone, moment, number, share, zoneWords} from './words.ts'

/**
 * zone: IANA name of the zone in which moments are shown, this machine's where not said. The same report, language and
 * zone give the same bytes. Names and headers may hold anything; all are escaped. Never throws.
 */
export function renderAudit(report: AuditReport, lang: Lang, zone: string = localZone()): string {
  const wording = {lang, zone}
  const isOne = report.targets.length === 1
  const body = markup`${headline(report, wording)}
${isOne ? null : targetsSection(report, lang)}
${report.targets.map((target, index) => targetParts(target, report, isOne ? '' : `-${index + 1}`, lang))}
${nextSection(report, lang)}`
  const footer = text(lang, 'audit.page.footer', {
    version: clean(report.version),
    rulebook: report.rulebook,
    when: moment(report.madeAt, wording),
    zone: zoneWords(report.madeAt, wording),
  })
  return page(lang, text(lang, 'audit.page.title', {of: nameOf(report, lang)}), body, footer, AUDIT_STYLES)
}

function nameOf({targets}: AuditReport, lang: Lang): string {
  const [first] = targets
  return targets.length === 1 && first ? clean(first.of) : text(lang, 'audit.page.several', {count: targets.length})
}

function headline(report: AuditReport, wording: Wording): Markup {
  const {lang} = wording
  const {contacts, verdicts} = report.total
  const isClean = contacts > 0 && verdicts.sendable === contacts
  const lead = text(lang, isClean ? 'audit.page.lead.clean' : 'audit.page.lead', {
    contacts,
    day: unbroken(report.day),
    ...verdicts,
  })
  const when = text(lang, 'audit.page.when', {
    when: moment(report.madeAt, wording),
    zone: zoneWords(report.madeAt, wording),
  })
  return markup`<header class="top">
<p class="eyebrow">${text(lang, 'audit.page.eyebrow')}</p>
<div class="name"><h1>${nameOf(report, lang)}</h1></div>
<p class="lead">${lead}</p>
<p class="when">${when}</p>
${tiles(report, lang)}
${facts(report, lang)}
</header>`
}

/** A day that no line end tears apart. */
function unbroken(day: string): string {
  return day.replaceAll('-', '\u2011')
}

function tiles({total}: AuditReport, lang: Lang): Markup {
  const {contacts, verdicts, findings} = total
  const looks = {sendable: 'accepted', held: 'rejected', suppressed: 'suppressed'} as const
  const items = (['sendable', 'held', 'suppressed'] as const).map((fate) =>
    tile(
      swatch(looks[fate]),
      text(lang, `audit.page.tile.${fate}`),
      number(verdicts[fate], lang),
      share(verdicts[fate], contacts),
    ),
  )
  const weights = text(lang, 'audit.page.tile.others', {warnings: findings.warning, notes: findings.info})
  const errors = tile(null, text(lang, 'audit.page.tile.errors'), number(findings.error, lang), weights)
  return markup`<ul class="tiles">${items}${errors}</ul>`
}

function tile(look: Markup | null, name: string, count: string, below: string): Markup {
  return markup`<li><span class="tile-name">${look}${name}</span><span class="tile-count">${count}</span><span class="tile-share">${below}</span></li>`
}

function facts(report: AuditReport, lang: Lang): Markup {
  const names = new Map(report.targets.flatMap(({byLaw}) => byLaw.map(({law, name}) => [law, name[lang]])))
  const fact = (name: 'law' | 'day' | 'rulebook' | 'audience' | 'countries', value: string) =>
    markup`<div><dt>${text(lang, `audit.page.fact.${name}`)}</dt><dd>${value}</dd></div>`
  return markup`<dl class="facts">${[
    fact(
      'law',
      joined(
        report.laws.map((law) => names.get(law) ?? law),
        lang,
      ),
    ),
    fact('day', report.day),
    fact('rulebook', report.rulebook),
    fact('audience', report.audience ?? text(lang, 'audit.page.fact.audience.none')),
    fact('countries', text(lang, `audit.page.fact.countries.${report.onlySenderLaw ? 'no' : 'yes'}`)),
  ]}</dl>`
}

function targetsSection({targets}: AuditReport, lang: Lang): Markup {
  const title = text(lang, 'audit.page.targets')
  const heads = [
    text(lang, 'audit.page.col.target'),
    text(lang, 'audit.page.col.count'),
    ...(['sendable', 'held', 'suppressed', 'errors'] as const).map((name) => text(lang, `audit.page.tile.${name}`)),
  ]
  const rows = targets.map(({of, contacts, verdicts, findings}) => [
    clean(of),
    ...[contacts, verdicts.sendable, verdicts.held, verdicts.suppressed].map((count) => number(count, lang)),
    number(findings.filter(({severity}) => severity === 'error').length, lang),
  ])
  return section('targets', title, plainTable(title, heads, rows, [0]))
}

function targetParts(target: AuditResult, report: AuditReport, id: string, lang: Lang): Markup {
  const name = id === '' ? null : markup`<h2 class="target">${clean(target.of)}</h2>`
  return markup`${name}
${target.contacts === 0 ? null : [coverageSection(target, id, lang), verdictsSection(target, id, lang)]}
${findingsSection(target, report, id, lang)}
${columnsSection(target, id, lang)}
${importsSection(target, id, lang)}
${countriesSection(target, id, lang)}
${hygieneSection(target, id, lang)}
${wayOutSection(target, id, lang)}
${notAssessedSection(target, id, lang)}`
}

function nextSection({targets, total}: AuditReport, lang: Lang): Markup {
  const undeclared = new Set(targets.flatMap(({notAssessed}) => notAssessed.map(({fact}) => fact)))
  const facts = [...undeclared].filter((fact) => fact !== 'wirelessDomains')
  const steps = [
    text(lang, total.findings.error > 0 ? 'audit.next.errors' : 'audit.next.clean'),
    ...(total.verdicts.held > 0 ? [text(lang, 'audit.next.way-out'), text(lang, 'audit.next.rows')] : []),
    ...(facts.length > 0 ? [text(lang, 'audit.next.facts', {facts: facts.join(', ')})] : []),
    ...(undeclared.has('wirelessDomains') ? [text(lang, 'audit.next.wireless')] : []),
  ]
  const items = steps.map((step) => markup`<li>${step}</li>`)
  return section('next', text(lang, 'audit.page.next'), markup`<ol class="steps">${items}</ol>`)
}
