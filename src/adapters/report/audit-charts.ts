/** Pictures of an audit: bases, verdicts by law, imports, countries and the way out as bars with their figures. */
import {max} from 'd3-array'
import type {ConsentVerdict} from '../../core/consent/verdict.ts'
import {CONSENT_VERDICTS} from '../../core/consent/verdict.ts'
import {WAYS} from '../../core/consent/way-out.ts'
import {COUNTRY_GROUNDS} from '../../core/laws/place-contact.ts'
import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {AuditResult, BasisCounts, LawVerdicts, MailCounts} from '../../core/reports/audit-report.ts'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {figureTable, joined, section} from './parts.ts'
import type {BarPart} from './svg.ts'
import {stackedBar, swatch} from './svg.ts'
import {clean, number, share} from './words.ts'

/** The looks of the page's textures (svg.ts) that stand for verdicts and for what becomes of contacts. */
const LOOKS: Readonly<Record<ConsentVerdict | keyof MailCounts, DeliveryState>> = {
  valid: 'accepted',
  weak: 'deferred',
  expired: 'in-doubt',
  missing: 'rejected',
  withdrawn: 'suppressed',
  sendable: 'accepted',
  held: 'rejected',
  suppressed: 'suppressed',
}
const FATES = ['sendable', 'held', 'suppressed'] as const
const MOST_ROWS = 20

interface Row {
  readonly name: string
  readonly count: number
  readonly parts: readonly BarPart[]
  readonly note: string
  /** Beside the count: its share of all contacts, or of what is valid. */
  readonly side: string
}

/** id: of the target, so that several may stand on one page. */
export function coverageSection(target: AuditResult, id: string, lang: Lang): Markup {
  const {bases, contacts} = target
  const rows = Object.entries(bases)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => Number(a === 'none') - Number(b === 'none') || n - m)
    .map(([basis, count]): Row => {
      const name = text(lang, `basis.${basis as keyof BasisCounts}`)
      const state = basis === 'none' ? LOOKS.missing : LOOKS.valid
      return {name, count, parts: [part(state, count, name, lang)], note: '', side: share(count, contacts)}
    })
  const fates = FATES.map((fate) =>
    part(LOOKS[fate], target.verdicts[fate], text(lang, `audit.page.tile.${fate}`), lang),
  )
  const heads = (['basis', 'count', 'share'] as const).map((head) => text(lang, `audit.page.col.${head}`))
  const title = text(lang, 'audit.page.coverage')
  return section(`coverage${id}`, title, [
    bars(rows, lang),
    markup`<p class="note">${text(lang, 'audit.page.coverage.note')}</p>`,
    markup`<h3 class="subtitle">${text(lang, 'audit.page.fates')}</h3>`,
    legend(fates),
    stackedBar(
      fates,
      {height: 22, length: 1},
      joined(
        fates.map(({words}) => words),
        lang,
      ),
    ),
    figureTable(
      lang,
      title,
      heads,
      rows.map(({name, count}) => [name, number(count, lang), share(count, contacts)]),
    ),
  ])
}

export function verdictsSection({byLaw, consents, contacts}: AuditResult, id: string, lang: Lang): Markup {
  const all = {law: '', name: {ja: text(lang, 'audit.all-laws'), en: text(lang, 'audit.all-laws')}, contacts, consents}
  const shown = CONSENT_VERDICTS.filter((verdict) =>
    [consents, ...byLaw.map((each) => each.consents)].some((each) => each[verdict] > 0),
  )
  const partsOf = (each: LawVerdicts) =>
    shown.map((verdict) => part(LOOKS[verdict], each.consents[verdict], text(lang, `verdict.${verdict}`), lang))
  const rows = [...byLaw, all].map((each): Row => {
    const side = `${share(each.consents.valid, each.contacts)} ${text(lang, 'verdict.valid')}`
    return {name: each.name[lang], count: each.contacts, parts: partsOf(each), note: '', side}
  })
  const title = text(lang, 'audit.page.verdicts')
  const heads = [
    text(lang, 'audit.col.law'),
    text(lang, 'audit.col.contacts'),
    ...CONSENT_VERDICTS.map((verdict) => text(lang, `verdict.${verdict}`)),
  ]
  const figures = [...byLaw, all].map((each) => [
    each.name[lang],
    number(each.contacts, lang),
    ...CONSENT_VERDICTS.map((verdict) => number(each.consents[verdict], lang)),
  ])
  return section(`verdicts${id}`, title, [
    legend(partsOf(all)),
    bars(rows, lang),
    markup`<p class="note">${text(lang, 'audit.page.verdicts.note')}</p>`,
    figureTable(lang, title, heads, figures),
  ])
}

/** Null where there is only one. */
export function importsSection({imports}: AuditResult, id: string, lang: Lang): Markup | null {
  const seen = imports.filter((each) => each.contacts > 0).reverse()
  if (seen.length < 2) return null
  const rows = seen.slice(0, MOST_ROWS).map((each): Row => {
    const parts = FATES.map((fate) =>
      part(LOOKS[fate], each.verdicts[fate], text(lang, `audit.page.tile.${fate}`), lang),
    )
    const side = `${share(each.verdicts.sendable, each.contacts)} ${text(lang, 'audit.page.tile.sendable')}`
    return {name: clean(each.name), count: each.contacts, parts, note: dayOf(each.at), side}
  })
  const title = text(lang, 'audit.page.imports')
  const heads = (['import', 'day', 'contacts', 'based', 'sendable'] as const).map((head) =>
    text(lang, `audit.col.${head}`),
  )
  const figures = seen.map((each) => [
    clean(each.name),
    dayOf(each.at),
    number(each.contacts, lang),
    share(each.contacts - each.bases.none, each.contacts),
    share(each.verdicts.sendable, each.contacts),
  ])
  return section(`imports${id}`, title, [bars(rows, lang), figureTable(lang, title, heads, figures, [0, 1])])
}

export function countriesSection({countries, contacts}: AuditResult, id: string, lang: Lang): Markup | null {
  if (countries.length === 0) return null
  const rows = countries.slice(0, MOST_ROWS).map(({country, contacts: count, grounds}): Row => {
    const told = COUNTRY_GROUNDS.filter((ground) => grounds[ground] !== undefined)
    const note = told.map((ground) => `${text(lang, `ground.${ground}`)} ${number(grounds[ground]!, lang)}`)
    const name = country ?? text(lang, 'audit.country.unknown')
    return {
      name,
      count,
      parts: [part(LOOKS.valid, count, name, lang)],
      note: joined(note, lang),
      side: share(count, contacts),
    }
  })
  const title = text(lang, 'audit.page.countries')
  const heads = (['country', 'count', 'grounds'] as const).map((head) => text(lang, `audit.page.col.${head}`))
  const figures = rows.map(({name, count, note}) => [name, number(count, lang), note])
  return section(`countries${id}`, title, [bars(rows, lang), figureTable(lang, title, heads, figures, [0, 2])])
}

export function wayOutSection({wayOut}: AuditResult, id: string, lang: Lang): Markup | null {
  const rows = WAYS.filter((way) => wayOut[way] > 0).map((way): Row => {
    const name = text(lang, `way-out.${way}`)
    const state = way === 'leave' ? LOOKS.suppressed : way === 'unknown' ? LOOKS.missing : LOOKS.weak
    return {name, count: wayOut[way], parts: [part(state, wayOut[way], name, lang)], note: '', side: ''}
  })
  const total = rows.reduce((sum, {count}) => sum + count, 0)
  return total === 0 ? null : section(`way-out${id}`, text(lang, 'audit.page.way-out'), bars(rows, lang))
}

function part(state: DeliveryState, count: number, name: string, lang: Lang): BarPart & {readonly name: string} {
  return {state, count, words: `${name} ${number(count, lang)}`, name}
}

/** A bar each, as long as its number of contacts against the longest. */
function bars(rows: readonly Row[], lang: Lang): Markup {
  const most = max(rows, ({count}) => count) ?? 0
  const items = rows.map(({name, count, parts, note, side}) => {
    const told = joined(
      parts.filter((each) => each.count > 0).map(({words}) => words),
      lang,
    )
    const bar = stackedBar(parts, {height: 16, length: most === 0 ? 0 : count / most}, `${name}: ${told}`)
    const notes = note === '' ? null : markup`<span class="row-note">${note}</span>`
    return markup`<li><span class="row-name">${name}</span><span class="row-count"><b>${number(count, lang)}</b> <small>${side}</small></span><span class="row-bar">${bar}</span>${notes}</li>`
  })
  return markup`<ol class="rows amounts">${items}</ol>`
}

/** Also of parts that nobody is in: a bar beside it may have them. */
function legend(parts: readonly (BarPart & {readonly name: string})[]): Markup {
  return markup`<ul class="keys">${parts.map(({state, name}) => markup`<li>${swatch(state)}<span>${name}</span></li>`)}</ul>`
}

function dayOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(0, 10)
}
