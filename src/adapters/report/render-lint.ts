/** A lint as one HTML page that stands alone: numbers, then every finding with its lines, the way out and the law behind it. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {LintFinding, LintReport} from '../../core/reports/lint-report.ts'
import {countsIn} from '../../core/reports/lint-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {plainTable} from './audit-findings.ts'
import {AUDIT_STYLES} from './audit-styles.ts'
import type {FindingLook} from './finding-item.ts'
import {findingItem} from './finding-item.ts'
import {LINT_STYLES} from './lint-styles.ts'
import {page} from './page.ts'
import {emptyNote, joined, section} from './parts.ts'
import type {Wording} from './words.ts'
import {clean, localZone, moment, number, zoneWords} from './words.ts'

/**
 * zone: IANA name of the zone in which moments are shown, this machine's where not said. The same report, language and
 * zone give the same bytes. Templates may hold anything; all of it is escaped. Never throws.
 */
export function renderLint(report: LintReport, lang: Lang, zone: string = localZone()): string {
  const wording = {lang, zone}
  const body = markup`${headline(report, wording)}
${report.templates.length > 1 ? templatesSection(report, lang) : null}
${report.templates.flatMap(({path, findings}, index) => findingsOf(path, findings, report, index + 1, lang))}`
  const footer = text(lang, 'audit.page.footer', {
    version: clean(report.version),
    rulebook: report.rulebook,
    when: moment(report.madeAt, wording),
    zone: zoneWords(report.madeAt, wording),
  })
  const title = text(lang, 'lint.page.title', {of: nameOf(report, lang)})
  return page(lang, title, body, footer, AUDIT_STYLES + LINT_STYLES)
}

function nameOf({templates}: LintReport, lang: Lang): string {
  const [first] = templates
  return templates.length === 1 && first
    ? clean(first.path)
    : text(lang, 'lint.page.several', {count: templates.length})
}

function headline(report: LintReport, wording: Wording): Markup {
  const {lang} = wording
  const {errors, warnings, templates, day} = report
  const lead = text(lang, errors + warnings === 0 ? 'lint.page.lead.clean' : 'lint.page.lead', {
    ...{errors, warnings, templates: templates.length},
    // No line end tears the day apart.
    day: day.replaceAll('-', '\u2011'),
  })
  const when = text(lang, 'audit.page.when', {
    when: moment(report.madeAt, wording),
    zone: zoneWords(report.madeAt, wording),
  })
  return markup`<header class="top">
<p class="eyebrow">${text(lang, 'lint.page.eyebrow')}</p>
<div class="name"><h1>${nameOf(report, lang)}</h1></div>
<p class="lead">${lead}</p>
<p class="when">${when}</p>
${tiles(report, lang)}
${facts(report, lang)}
</header>`
}

function tiles({templates, errors, warnings, notAssessed, known, waived}: LintReport, lang: Lang): Markup {
  const counted = templates.flatMap(({findings}) => findings).filter(countsIn)
  const notes = counted.filter(({severity}) => severity === 'info').length
  const tile = (name: 'errors' | 'warnings' | 'notes' | 'aside', count: number, values = {}) =>
    markup`<li><span class="tile-name">${text(lang, `lint.tile.${name}`)}</span><span class="tile-count">${number(count, lang)}</span><span class="tile-share">${text(lang, `lint.tile.${name}.below`, values)}</span></li>`
  return markup`<ul class="tiles">${[
    tile('errors', errors),
    tile('warnings', warnings),
    tile('notes', notes, {count: notAssessed}),
    tile('aside', known + waived, {known, waived}),
  ]}</ul>`
}

function facts({laws, day, rulebook}: LintReport, lang: Lang): Markup {
  const fact = (name: string, value: string) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return markup`<dl class="facts">${[
    fact(text(lang, 'lint.page.fact.laws'), joined(laws, lang)),
    fact(text(lang, 'lint.page.fact.day'), day),
    fact(text(lang, 'audit.page.fact.rulebook'), rulebook),
  ]}</dl>`
}

function templatesSection({templates}: LintReport, lang: Lang): Markup {
  const title = text(lang, 'lint.page.templates')
  const heads = [
    text(lang, 'lint.page.col.template'),
    ...(['errors', 'warnings', 'notes'] as const).map((name) => text(lang, `lint.tile.${name}`)),
  ]
  const rows = templates.map(({path, findings}) => {
    const counted = findings.filter(countsIn)
    const weighing = (wanted: string) => number(counted.filter(({severity}) => severity === wanted).length, lang)
    return [clean(path), weighing('error'), weighing('warning'), weighing('info')]
  })
  return section('templates', title, plainTable(title, heads, rows, [0]))
}

/** A template without findings has no section of its own where a table of all of them tells it. */
function findingsOf(
  path: string,
  findings: readonly LintFinding[],
  report: LintReport,
  index: number,
  lang: Lang,
): readonly Markup[] {
  const isOne = report.templates.length === 1
  if (findings.length === 0 && !isOne) return []
  const title = isOne ? text(lang, 'audit.page.findings') : clean(path)
  if (findings.length === 0)
    return [section(`findings-${index}`, title, emptyNote(text(lang, 'audit.page.findings.empty')))]
  const duties = new Map(report.duties.map((duty) => [duty.id, duty]))
  const files = [...new Set(findings.map(fileOf))]
  const lists = files.map((file) => {
    const own = findings.filter((finding) => fileOf(finding) === file)
    const items = own.map((each) => findingItem(each, duties.get(each.duty) ?? null, lookOf(each, lang), lang))
    const name = files.length === 1 && file === path ? null : markup`<p class="file">${clean(file)}</p>`
    return markup`${name}<ol class="findings">${items}</ol>`
  })
  return [section(`findings-${index}`, title, lists)]
}

function fileOf({where}: LintFinding): string {
  return where.kind === 'template' ? where.file : where.of
}

function lookOf(finding: LintFinding, lang: Lang): FindingLook {
  const {where, waived, isKnown} = finding
  const place =
    where.kind === 'template'
      ? markup`<span class="f-place">${text(lang, 'lint.page.place', {line: String(where.line), column: String(where.column)})}</span>`
      : null
  const note =
    waived === undefined
      ? isKnown
        ? text(lang, 'lint.known')
        : ''
      : text(lang, 'lint.waived', {reason: clean(waived)})
  return {place, note, frame: frameOf(finding)}
}

/** The line with the character in question marked; a letter and its accents are one. */
function frameOf({excerpt, where}: LintFinding): Markup | null {
  if (excerpt === undefined) return null
  const {text: line, at} = excerpt
  const [first = ''] = [...new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(line.slice(at))].map(
    ({segment}) => segment,
  )
  const number = where.kind === 'template' ? markup`<span class="line">${where.line}</span>` : null
  return markup`<pre class="frame">${number}<code>${clean(line.slice(0, at))}<mark>${clean(first) || ' '}</mark>${clean(line.slice(at + first.length))}</code></pre>`
}
