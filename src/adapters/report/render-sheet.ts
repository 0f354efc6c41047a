/** A sheet of facts as one page that can be read, printed and handed over; all words of others are escaped. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {Sheet, SheetEntry} from '../../core/reports/sheet.ts'
import type {Lang} from '../../i18n/text.ts'
import {page} from './page.ts'

const STYLES = `
.entry{padding:.75rem 0;border-top:1px solid var(--line)}
.entry:first-of-type{border-top:0;padding-top:0}
.entry h3{display:block;border:0;margin:0;padding:0;color:var(--text);font-size:1rem}
.entry h3 small{margin-left:.75rem}
.entry dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.125rem 1rem;margin-top:.375rem}
.entry dt{color:var(--soft);font-size:.875rem}
.entry dd{font-size:.9375rem;white-space:pre-wrap}
@media (max-width:38rem){.entry dl{grid-template-columns:1fr}.entry dd{margin-bottom:.375rem}}
@media print{.entry{break-inside:avoid}}
`

export function renderSheet({title, lead, sections}: Sheet, lang: Lang, footer: string): string {
  const body = markup`<header class="top"><h1>${title}</h1>${lead.map((words) => markup`<p class="lead">${words}</p>`)}</header>
${sections.map(
  (section) => markup`<section class="card"><h2>${section.title}</h2>
${section.entries.length === 0 ? markup`<p class="empty">${section.empty}</p>` : section.entries.map(entryOf)}</section>
`,
)}`
  return page(lang, title, body, footer, STYLES)
}

function entryOf({head, note, facts}: SheetEntry): Markup {
  const list =
    facts.length === 0
      ? null
      : markup`<dl>${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
  return markup`<div class="entry"><h3>${head}${note === '' ? null : markup`<small>${note}</small>`}</h3>${list}</div>
`
}
