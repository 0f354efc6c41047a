/** The written part of an audit page: findings with their sources, columns, addresses, and what nobody could judge. */
import {FLAG_KINDS} from '../../core/contacts/address-flags.ts'
import {keyOfFact} from '../../core/laws/declared-facts.ts'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {AuditFinding, AuditReport, AuditResult} from '../../core/reports/audit-report.ts'
import {starred} from '../../core/segments/fault.ts'
import {kindsOf} from '../../core/sensitive/column-judgement.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {FindingLook} from './finding-item.ts'
import {findingItem} from './finding-item.ts'
import {emptyNote, section} from './parts.ts'
import {clean, number} from './words.ts'

export function findingsSection({findings}: AuditResult, {duties}: AuditReport, id: string, lang: Lang): Markup {
  const title = text(lang, 'audit.page.findings')
  if (findings.length === 0) return section(`findings${id}`, title, emptyNote(text(lang, 'audit.page.findings.empty')))
  const byId = new Map(duties.map((duty) => [duty.id, duty]))
  const items = findings.map((finding) =>
    findingItem(finding, byId.get(finding.duty) ?? null, lookOf(finding, lang), lang),
  )
  return section(`findings${id}`, title, markup`<ol class="findings">${items}</ol>`)
}

function lookOf({where, isKnown}: AuditFinding, lang: Lang): FindingLook {
  const place = where.kind === 'column' ? markup`<span class="f-column">[${clean(where.column)}]</span> ` : null
  return {place, note: isKnown ? text(lang, 'audit.known-mark') : ''}
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
