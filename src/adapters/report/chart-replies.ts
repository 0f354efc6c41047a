/** What the relay replied: code, meaning, one example, how often. Reply texts are the relay's own and never trusted. */
import {max} from 'd3-array'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {badge, emptyNote, partWords, section} from './parts.ts'
import {stackedBar} from './svg.ts'
import type {Wording} from './words.ts'
import {clean, number, replyCode, replyMeaning} from './words.ts'

export function repliesSection(report: SendReport, {lang}: Wording): Markup {
  const title = text(lang, 'report.replies.title')
  if (report.replies.length === 0) return section('replies', title, emptyNote(text(lang, 'report.replies.empty')))
  // Beside the acceptances all others would be too short to compare, so only the others have bars.
  const most = max(report.replies, (each) => (each.state === 'accepted' ? 0 : each.count)) ?? 0
  const rows = report.replies.map((reply) => {
    const {state, count} = reply
    const code = replyCode(reply)
    const part = {state, count, words: partWords(state, count, lang)}
    const bar =
      state === 'accepted' || most === 0
        ? null
        : stackedBar([part], {height: 12, length: count / most}, `${code}: ${part.words}`)
    const meaning = replyMeaning(reply.code, reply.enhanced, lang)
    return markup`<tr role="row"><th scope="row" role="rowheader" class="code">${code}</th><td role="cell" class="said">${meaning === '' ? null : markup`<span class="meaning">${meaning}</span>`}<q>${clean(reply.sample)}</q>${badge(state, lang)}</td><td role="cell" class="amount"><b>${number(count, lang)}</b>${bar}</td></tr>`
  })
  const heads = (['code', 'sample', 'count'] as const).map(
    (name) => markup`<th scope="col" role="columnheader" class="head-${name}">${text(lang, `report.col.${name}`)}</th>`,
  )
  // The roles say again what the tags say, because the table loses them where phones show its rows as blocks.
  return section(
    'replies',
    title,
    markup`<table class="replies" role="table"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>${most === 0 ? null : markup`<p class="note">${text(lang, 'report.replies.note')}</p>`}`,
  )
}
