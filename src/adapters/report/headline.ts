/** The top of the page: who sent what to how many and when, the sum of promise 2, and what to do about those in doubt. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import {groupTotal, termsOfSum} from '../../core/reports/report-figures.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {section} from './parts.ts'
import {swatch} from './svg.ts'
import type {Wording} from './words.ts'
import {clean, doubtWords, leadWords, moment, number, share, stateWord, sumWords, whenWords} from './words.ts'

export function headline(report: SendReport, wording: Wording): Markup {
  const {lang} = wording
  const {send} = report
  return markup`<header class="top">
<p class="eyebrow">${text(lang, 'report.eyebrow')}</p>
<div class="name"><h1>${clean(send.name)}</h1><span class="run run-${send.state}">${text(lang, `send-state.${send.state}`)}</span></div>
<p class="lead">${leadWords(report, lang)}</p>
<p class="when">${whenWords(report, wording)}</p>
${tiles(report, wording)}
${facts(report, wording)}
</header>`
}

function tiles(report: SendReport, {lang}: Wording): Markup {
  const {totals, audience} = report
  const entries: [string, number, Markup | null][] = [
    [stateWord('accepted', lang), totals.accepted, swatch('accepted')],
    [stateWord('rejected', lang), totals.rejected, swatch('rejected')],
    [stateWord('deferred', lang), totals.deferred, swatch('deferred')],
    [text(lang, 'report.notMailed'), groupTotal(report, 'notMailed'), swatch('suppressed')],
  ]
  const items = entries.map(
    ([name, count, look]) =>
      markup`<li><span class="tile-name">${look}${name}</span><span class="tile-count">${number(count, lang)}</span><span class="tile-share">${share(count, audience)}</span></li>`,
  )
  return markup`<ul class="tiles">${items}</ul>`
}

function facts(report: SendReport, wording: Wording): Markup {
  const {lang} = wording
  const {send} = report
  const none = text(lang, 'report.fact.none')
  const entries: [string, string][] = [
    [text(lang, 'report.fact.list'), send.list],
    ...(send.segment === null ? [] : [[text(lang, 'report.fact.segment'), send.segment] satisfies [string, string]]),
    [text(lang, 'report.fact.template'), send.template],
    [text(lang, 'report.fact.purpose'), send.purpose],
    [text(lang, 'report.fact.laws'), send.laws.join(', ')],
    [text(lang, 'report.fact.planned'), moment(send.plannedAt, wording)],
  ]
  const items = entries.map(
    ([name, value]) => markup`<div><dt>${name}</dt><dd>${value === '' ? none : clean(value)}</dd></div>`,
  )
  return markup`<dl class="facts">${items}</dl>`
}

/** The sum as an equation, with a mark that says whether it holds, in words and not by colour alone. */
export function sumSection(report: SendReport, {lang}: Wording): Markup {
  const terms = termsOfSum(report).map(
    (term, index) =>
      markup`<li><span class="sign">${index === 0 ? (report.sumHolds ? '=' : '≠') : '+'}</span> <b>${number(term.count, lang)}</b> <span class="term">${swatch(term.state)}${stateWord(term.state, lang)}</span></li> `,
  )
  const mark = report.sumHolds
    ? markup`<p class="verdict holds"><span class="mark" aria-hidden="true">✓</span>${sumWords(report, lang)}</p>`
    : markup`<p class="verdict off" role="alert"><span class="mark" aria-hidden="true">✕</span>${sumWords(report, lang)}</p>`
  return section(
    'sum',
    text(lang, report.sumHolds ? 'report.sum.title' : 'report.sum.titleOff'),
    markup`<ul class="equation"><li class="whole"><b>${number(report.audience, lang)}</b> <span class="term">${text(lang, 'report.sum.audience')}</span></li> ${terms}</ul>${mark}`,
  )
}

export function doubtSection(report: SendReport, {lang}: Wording): Markup | null {
  const doubt = doubtWords(report, lang)
  if (doubt === null) return null
  // The command may break between its words on a phone, but not inside one.
  const words = doubt.command.split(' ').map((word) => markup`<span class="word">${word}</span> `)
  return markup`<section class="card doubt" aria-labelledby="h-doubt"><h2 id="h-doubt">${swatch('in-doubt')}${doubt.title}</h2><p>${doubt.words}</p><pre><code>${words}</code></pre></section>`
}
