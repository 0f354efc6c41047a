/** Opt-outs of the audience on the page: how long each took to bind, by which deadline, worst first. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {SendReport} from '../../core/reports/send-report.ts'
import {text} from '../../i18n/text.ts'
import {section} from './parts.ts'
import type {Wording} from './words.ts'
import {optOutSummary, optOutWords} from './words.ts'

/** Null where nobody opted out since the plan. */
export function optOutsSection(report: SendReport, wording: Wording): Markup | null {
  const {lang} = wording
  const summary = optOutSummary(report, lang)
  if (summary === null) return null
  const items = report.optOuts.worst.map((optOut) => {
    const {took, what, law, faults} = optOutWords(optOut, wording)
    return markup`<li><span class="row-name">${what}</span><span class="row-count"><b>${took}</b></span><span class="row-note">${faults.map((fault) => markup`<span><b>${fault}</b></span>`)}<span>${law}</span></span></li>`
  })
  return section('opt-outs', text(lang, 'report.optOuts.title'), [
    markup`<p class="note">${summary}</p>`,
    markup`<ol class="rows">${items}</ol>`,
  ])
}
