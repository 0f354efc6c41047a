/** The written part of an audit page: findings with their sources, columns, addresses, and what nobody could judge. */
import {FLAG_KINDS} from '../../core/contacts/address-flags.ts'
import {keyOfFact} from '../../core/laws/declared-facts.ts'
import type {Source} from '../../core/lint/finding.ts'
import type {AuditFinding, AuditReport, AuditResult, DutyNote} from '../../core/reports/audit-report.ts'
import {starred} from '../../core/segments/fault.ts'
import {kindsOf} from '../../core/sensitive/column-judgement.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {countWords, fixOf, messageOf} from './finding-words.ts'
import type {Markup} from './markup.ts'
import {markup} from './markup.ts'
import {emptyNote, section} from './parts.ts'
import {clean, number} from './words.ts'

const MARKS = {error: '✖', warning: '▲', info: '●'} as const

export function findingsSection({findings}: AuditResult, {duties}: AuditReport, id: string, lang: Lang): Markup {
  const title = text(lang, 'audit.page.findings')
  if (findings.length === 0) return section(`findings${id}`, title, emptyNote(text(lang, 'audit.page.findings.empty')))
  const byId = new Map(duties.map((duty) => [duty.id, duty]))
  const items = findings.map((finding) => findingItem(finding, byId.get(finding.duty) ?? null, lang))
  return section(`findings${id}`, title, markup`<ol class="findings">${items}</ol>`)
}

function findingItem(finding: AuditFinding, duty: DutyNote | null, lang: Lang): Markup {
  const {severity, where, count, isKnown, firmFrom, sources} = finding
  const column = where.kind === 'column' ? markup`<span class="f-column">[${clean(where.column)}]</span> ` : null
  const amount = count === undefined ? null : markup` <span class="f-count">${countWords(finding, lang)}</span>`
  const known = isKnown ? markup`<span class="f-known">${text(lang, 'audit.known-mark')}</span>` : null
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
  return markup`<li class="f-${severity}"><p class="f-head"><span class="f-weight"><span aria-hidden="true">${MARKS[severity]}</span> ${text(lang, `severity.${severity}`)}</span>${column}${messageOf(finding, lang)}${amount}${known}</p>${firm}<dl class="f-more">${entries}</dl></li>`
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

export function columnsSection({columns}: AuditResult, id: string, lang: Lang): Markup {
  const title = text(lang, 'audit.page.columns')
  if (columns.length === 0) return section(`columns${id}`, title, emptyNote(text(lang, 'audit.page.columns.empty')))
  const heads = (['column', 'category', 'strength', 'filled'] as const).map((head) =>
    text(lang, `audit.page.col.${head}`),
  )
  const rows = columns.flatMap(kindsOf).map(({name, category, strength, filled, kept}) => [
    clean(name),
    [
      ...(category === null ? [] : [text(lang, `category.${category}`)]),
      ...(kept === undefined
        ? []
        : [
            text(lang, 'keep.mark', {
              basis: text(lang, `keep.${kept.basis}`),
              evidence: clean(starred(kept.evidence)),
            }),
          ]),
    ].join('; '),
    strength === null ? '' : text(lang, `audit.${strength}`),
    number(filled, lang),
  ])
  return section(`columns${id}`, title, plainTable(title, heads, rows))
}

export function hygieneSection({flags, leftOut, suppressed}: AuditResult, id: string, lang: Lang): Markup {
  const title = text(lang, 'audit.page.hygiene')
  const rows = FLAG_KINDS.flatMap((kind) => {
    const count = flags.filter((flag) => flag.kind === kind).reduce((sum, flag) => sum + flag.count, 0)
    return count === 0 ? [] : [[text(lang, `lists.flag.${kind}`), number(count, lang)]]
  })
  const optOuts = suppressed.by.map(({reason, scope, count}) => {
    const how = scope === 'all' || scope === 'third-party' ? text(lang, `optout-scope.${scope}`) : clean(scope)
    return [`${text(lang, `optout-reason.${reason}`)} (${how})`, number(count, lang)]
  })
  const left = [
    ...leftOut.columns.map(({name, category}) => `${clean(name)} (${text(lang, `category.${category}`)})`),
    ...(leftOut.rows > 0 ? [text(lang, 'audit.left-out.rows', {count: leftOut.rows})] : []),
  ]
  const heads = (['what', 'count'] as const).map((head) => text(lang, `audit.page.col.${head}`))
  return section(`hygiene${id}`, title, [
    rows.length === 0 ? emptyNote(text(lang, 'audit.page.hygiene.empty')) : plainTable(title, heads, rows),
    ...(optOuts.length === 0
      ? []
      : [
          markup`<h3 class="subtitle">${text(lang, 'audit.page.optouts')}</h3>`,
          plainTable(text(lang, 'audit.page.optouts'), heads, optOuts),
        ]),
    ...(left.length === 0
      ? []
      : [
          markup`<h3 class="subtitle">${text(lang, 'audit.page.left-out')}</h3><ul>${left.map((each) => markup`<li>${each}</li>`)}</ul>`,
        ]),
  ])
}

export function notAssessedSection({notAssessed}: AuditResult, id: string, lang: Lang): Markup | null {
  if (notAssessed.length === 0) return null
  const title = text(lang, 'audit.page.not-assessed')
  const heads = (['fact', 'duty', 'what'] as const).map((head) => text(lang, `audit.page.col.${head}`))
  const rows = notAssessed.map(({fact, duty, says}) => [keyOfFact(fact), duty, says[lang]])
  return section(`not-assessed${id}`, title, [
    markup`<p>${text(lang, 'audit.page.not-assessed.note')}</p>`,
    plainTable(title, heads, rows, [0, 1, 2]),
  ])
}

/** words: columns that hold words; the others are figures. */
export function plainTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[] = heads.map((_, i) => i).slice(0, -1),
): Markup {
  const kind = (column: number) => (words.includes(column) ? 'words' : 'figure')
  const head = heads.map((each, column) => markup`<th scope="col" class="${kind(column)}">${each}</th>`)
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell, index) => markup`<td class="${kind(index + 1)}">${cell}</td>`)
    return markup`<tr><th scope="row" class="${kind(0)}">${first}</th>${cells}</tr>`
  })
  return markup`<div class="scroll plain" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}
