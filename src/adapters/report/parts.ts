/** The pieces of the page that several sections share: a section, a foldable table of figures, a legend entry. */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {swatch} from './svg.ts'
import {number, share, stateWord} from './words.ts'

/** id: a word of our own, for the heading that names the section. */
export function section(id: string, title: string, body: Markup | readonly Markup[]): Markup {
  return markup`<section class="card" aria-labelledby="h-${id}"><h2 id="h-${id}">${title}</h2>${body}</section>`
}

export function emptyNote(words: string): Markup {
  return markup`<p class="empty">${words}</p>`
}

/** The figures behind a picture, folded away. The first cell of a row heads it; words: columns that hold words. */
export function figureTable(
  lang: Lang,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[] = [0],
): Markup {
  const kind = (column: number) => (words.includes(column) ? 'words' : 'figure')
  const head = heads.map((each, column) => markup`<th scope="col" class="${kind(column)}">${each}</th>`)
  const body = rows.map((cells) => {
    const [first = '', ...rest] = cells
    const others = rest.map((cell, index) => markup`<td class="${kind(index + 1)}">${cell}</td>`)
    return markup`<tr><th scope="row" class="${kind(0)}">${first}</th>${others}</tr>`
  })
  return markup`<details><summary>${text(lang, 'report.figures')}</summary><div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`
}

export function legendEntry(state: DeliveryState, count: number, total: number, lang: Lang): Markup {
  return markup`<li>${swatch(state)}<span class="legend-name">${stateWord(state, lang)}</span><span class="legend-count">${number(count, lang)}</span><span class="legend-share">${share(count, total)}</span></li>`
}

/** A state as a small label: its look and its word. */
export function badge(state: DeliveryState, lang: Lang): Markup {
  return markup`<span class="badge">${swatch(state)}${stateWord(state, lang)}</span>`
}

/** “17,200 accepted”, “受理 17,200”. */
export function partWords(state: DeliveryState, count: number, lang: Lang): string {
  return text(lang, 'report.part', {count: number(count, lang), state: stateWord(state, lang)})
}

/** Words of several parts in one line, as a language joins them. */
export function joined(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === 'ja' ? '、' : ', ')
}
