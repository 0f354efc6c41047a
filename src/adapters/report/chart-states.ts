/** Who was mailed and who was not: one bar for the whole audience, the states below it in the same order. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import {GROUP_ORDER, groupTotal, STATE_GROUPS, STATE_ORDER, termsOfSum} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {emptyNote, figureTable, joined, legendEntry, partWords, section} from './parts.ts'
import {stackedBar} from './svg.ts'
import type {Wording} from './words.ts'
import {number, share, stateWord} from './words.ts'

export function statesSection(report: SendReport, {lang}: Wording): Markup {
  const title = text(lang, 'report.states.title')
  const rows = STATE_ORDER.map((state) => [
    stateWord(state, lang),
    number(report.totals[state], lang),
    share(report.totals[state], report.audience),
    text(lang, `state.${state}.means`),
  ])
  const heads = (['state', 'count', 'share', 'means'] as const).map((name) => text(lang, `report.col.${name}`))
  const picture = report.audience === 0 ? emptyNote(text(lang, 'report.states.empty')) : statesPicture(report, lang)
  return section('states', title, [picture, figureTable(lang, title, heads, rows, [0, 3])])
}

function statesPicture(report: SendReport, lang: Wording['lang']): Markup {
  const parts = termsOfSum(report).map(({state, count}) => ({
    state,
    count,
    words: `${partWords(state, count, lang)} (${share(count, report.audience)})`,
  }))
  const words = text(lang, 'report.states.desc', {
    count: report.audience,
    parts: joined(
      parts.map((part) => part.words),
      lang,
    ),
  })
  return markup`<figure>${stackedBar(parts, {height: 44, length: 1}, words)}<div class="groups">${groupsOf(report, lang)}</div><figcaption><p>${text(lang, 'report.states.note')}</p><p>${text(lang, 'report.bars.note')}</p></figcaption></figure>`
}

function groupsOf(report: SendReport, lang: Wording['lang']): readonly Markup[] {
  return GROUP_ORDER.filter((group) => groupTotal(report, group) > 0).map((group) => {
    const entries = STATE_GROUPS[group]
      .filter((state) => report.totals[state] > 0)
      .map((state) => legendEntry(state, report.totals[state], report.audience, lang))
    return markup`<div class="group"><h3>${text(lang, `report.group.${group}`)}<span>${number(groupTotal(report, group), lang)}</span></h3><ul class="legend">${entries}</ul></div>`
  })
}
