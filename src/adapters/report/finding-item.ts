/** One finding on a page, the same for audits and lints: weight and words, then the way out, the duty and its sources. */
import type {Finding, Source} from '../../core/lint/finding.ts'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {DutyNote} from '../../core/reports/audit-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {countWords, fixOf, messageOf} from './finding-words.ts'

const MARKS = {error: '✖', warning: '▲', info: '●'} as const

/** place: before the words. note: behind them, e.g. that it is known; '' for none. frame: the lines in question. */
export interface FindingLook {
  readonly place: Markup | null
  readonly note: string
  readonly frame?: Markup | null
}

export function findingItem(finding: Finding, duty: DutyNote | null, look: FindingLook, lang: Lang): Markup {
  const {severity, count, firmFrom, sources} = finding
  const amount = count === undefined ? null : markup` <span class="f-count">${countWords(finding, lang)}</span>`
  const note = look.note === '' ? null : markup`<span class="f-known">${look.note}</span>`
  const firm =
    firmFrom === undefined ? null : markup`<p class="f-firm">${text(lang, 'finding.firm-from', {day: firmFrom})}</p>`
  const fix = fixOf(finding, lang)
  const since = duty === null ? '' : ` · ${text(lang, 'audit.page.finding.since', {day: duty.since})}`
  const entries = [
    ...(fix === '' ? [] : [entry(text(lang, 'audit.page.finding.fix'), markup`${fix}`)]),
    entry(
      text(lang, 'audit.page.finding.duty'),
      markup`${duty === null ? null : markup`<b>${duty.title[lang]}</b><br>${duty.says[lang]}<br>`}<small>${finding.duty}${since}</small>`,
    ),
    entry(text(lang, 'audit.page.finding.source'), sourceList(sources, lang)),
  ]
  return markup`<li class="f-${severity}"><p class="f-head"><span class="f-weight"><span aria-hidden="true">${MARKS[severity]}</span> ${text(lang, `severity.${severity}`)}</span>${look.place}${messageOf(finding, lang)}${amount}${note}</p>${look.frame ?? null}${firm}<dl class="f-more">${entries}</dl></li>`
}

function entry(name: string, words: Markup): Markup {
  return markup`<dt>${name}</dt><dd>${words}</dd>`
}

function sourceList(sources: readonly Source[], lang: Lang): Markup {
  const items = sources.map(({title, url, confidence}, index) => {
    const mark = confidence === 'unverified' ? ` ${text(lang, 'finding.unverified')}` : ''
    const words = url === undefined ? markup`${title}` : markup`<a href="${url}" rel="noreferrer">${title}</a>`
    return markup`${index === 0 ? '' : ' / '}${words}${mark}`
  })
  return markup`${items}`
}
