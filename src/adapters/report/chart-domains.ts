/** Receiving domains: a bar each, as long as its number of contacts, divided by outcome. */
import {max} from 'd3-array'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import {OUTCOME_STATES, OUTCOMES, outcomesOf} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {emptyNote, figureTable, joined, partWords, section} from './parts.ts'
import {stackedBar, swatch} from './svg.ts'
import type {Wording} from './words.ts'
import {domainWords, number, share, stateWord} from './words.ts'

type DomainRow = SendReport['domains'][number]

/** The look in which contacts that were not mailed are drawn, whatever the reason. */
const NOT_MAILED_LOOK: DeliveryState = 'suppressed'

export function domainsSection(report: SendReport, {lang}: Wording): Markup {
  const title = text(lang, 'report.domains.title')
  if (report.domains.length === 0) return section('domains', title, emptyNote(text(lang, 'report.domains.empty')))
  const most = max(report.domains, contactsOf) ?? 0
  const heads = [
    text(lang, 'report.col.domain'),
    text(lang, 'report.col.total'),
    ...OUTCOMES.map((outcome) => stateWord(OUTCOME_STATES[outcome], lang)),
    text(lang, 'report.notMailed'),
  ]
  const rows = report.domains.map((row) => [
    domainWords(row.domain, lang),
    ...[contactsOf(row), ...OUTCOMES.map((outcome) => row[outcome]), row.notMailed].map((each) => number(each, lang)),
  ])
  return section('domains', title, [
    legend(report.domains, lang),
    markup`<ol class="rows domains">${report.domains.map((row) => domainItem(row, most, lang))}</ol>`,
    markup`<p class="note">${text(lang, 'report.bars.note')}</p>`,
    figureTable(lang, title, heads, rows),
  ])
}

function domainItem(row: DomainRow, most: number, lang: Lang): Markup {
  const total = contactsOf(row)
  const name = domainWords(row.domain, lang)
  const parts = [
    ...OUTCOMES.map((outcome) => {
      const state = OUTCOME_STATES[outcome]
      return {state, count: row[outcome], words: partWords(state, row[outcome], lang)}
    }),
    {
      state: NOT_MAILED_LOOK,
      count: row.notMailed,
      words: text(lang, 'report.part', {count: row.notMailed, state: text(lang, 'report.notMailed')}),
    },
  ]
  const words = parts.filter((part) => part.count > 0).map((part) => part.words)
  const title = text(lang, 'report.bar.desc', {name, parts: joined(words, lang)})
  const bar = stackedBar(parts, {height: 16, length: most === 0 ? 0 : total / most}, title)
  const accepted = text(lang, 'report.domains.accepted', {share: share(row.accepted, total)})
  return markup`<li><span class="row-name">${breakable(name)}</span><span class="row-count"><b>${number(total, lang)}</b><small>${accepted}</small></span><span class="row-bar">${bar}</span></li>`
}

/** Long names may break after a dot. */
function breakable(name: string): readonly Markup[] {
  return name.split(/(?<=\.)/).map((label) => markup`${label}<wbr>`)
}

function legend(rows: readonly DomainRow[], lang: Lang): Markup {
  const outcomes = OUTCOMES.filter((outcome) => rows.some((row) => row[outcome] > 0))
  const entries = outcomes.map(
    (outcome) =>
      markup`<li>${swatch(OUTCOME_STATES[outcome])}<span>${stateWord(OUTCOME_STATES[outcome], lang)}</span></li>`,
  )
  if (rows.some((row) => row.notMailed > 0))
    entries.push(markup`<li>${swatch(NOT_MAILED_LOOK)}<span>${text(lang, 'report.notMailed')}</span></li>`)
  return markup`<ul class="keys">${entries}</ul>`
}

function contactsOf(row: DomainRow): number {
  return outcomesOf(row) + row.notMailed
}
