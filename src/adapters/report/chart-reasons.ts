/** Why people were not mailed: reasons in words, most first, with their id and the law behind them. */
import {max} from 'd3-array'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {badge, emptyNote, figureTable, partWords, section} from './parts.ts'
import {stackedBar} from './svg.ts'
import type {Wording} from './words.ts'
import {clean, number, reasonLaw, reasonWords, share, stateWord} from './words.ts'

export function reasonsSection(report: SendReport, {lang}: Wording): Markup {
  const title = text(lang, 'report.reasons.title')
  if (report.reasons.length === 0) return section('reasons', title, emptyNote(text(lang, 'report.reasons.empty')))
  const most = max(report.reasons, (each) => each.count) ?? 0
  const {duties} = report
  const items = report.reasons.map(({state, reason, count}) => {
    const words = reasonWords(reason, duties, lang)
    const part = {state, count, words: partWords(state, count, lang)}
    const bar = stackedBar(
      [part],
      {height: 16, length: most === 0 ? 0 : count / most},
      `${words}: ${number(count, lang)}`,
    )
    const source = [clean(reason), reasonLaw(reason, duties, lang)].filter((each) => each !== '' && each !== words)
    return markup`<li><span class="row-name">${words}</span><span class="row-count"><b>${number(count, lang)}</b><small>${share(count, report.audience)}</small></span><span class="row-bar">${bar}</span><span class="row-note">${badge(state, lang)}${source.map((each) => markup`<span>${each}</span>`)}</span></li>`
  })
  const rows = report.reasons.map(({state, reason, count}) => [
    reasonWords(reason, duties, lang),
    stateWord(state, lang),
    number(count, lang),
    share(count, report.audience),
    [clean(reason), reasonLaw(reason, duties, lang)].filter((each) => each !== '').join(' · '),
  ])
  const heads = (['reason', 'state', 'count', 'share', 'law'] as const).map((name) => text(lang, `report.col.${name}`))
  return section('reasons', title, [
    markup`<ol class="rows reasons">${items}</ol>`,
    figureTable(lang, title, heads, rows, [0, 1, 4]),
  ])
}
