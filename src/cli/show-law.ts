/** A law on a page: its facts, its duties by what they are about, what will change, and the numbered sources. */
import type {DutyAt} from '../core/laws/duty-at.ts'
import type {LawPage} from '../flows/show-laws.ts'
import {isMessageKey} from '../i18n/text.ts'
import {showDutyHead} from './duty-head.ts'
import {deadlineWords, monthsWords, needWords, valueWords, weightMark, whereWords} from './law-words.ts'
import type {Screen} from './screen.ts'
import {showAnnounced} from './show-laws.ts'
import type {SourceList} from './source-list.ts'
import {startSources} from './source-list.ts'
import {wrap} from './table.ts'
import {textWidth} from './text-width.ts'

/** isFull: with what each duty demands, in the words of the rulebook. */
export function showLaw(page: LawPage, isFull: boolean, screen: Screen): void {
  const {t, paint, lang, width} = screen
  const sources = startSources()
  screen.out(paint.bold(wrap(`${page.id}  ${page.name[lang]}`, width)))
  screen.out(wrap(t('laws.title', {rulebook: page.rulebook, day: page.day}), width))
  if (page.countries.length > 1)
    screen.out(wrap(t('laws.show.countries', {countries: page.countries.join(' ')}), width, 2).trimStart())
  if (page.alongside.length > 0) screen.out(t('laws.show.alongside', {laws: page.alongside.join(t('laws.list'))}))
  if (page.isBySettings) screen.out(`${paint.green('✔')} ${t('laws.show.by-settings')}`)
  screen.out()
  if (page.factsFrom !== null)
    screen.out(paint.yellow(wrap(`▲ ${t('laws.show.not-yet', {day: page.day, from: page.factsFrom})}`, width, 2)))
  showFacts(page, sources, screen)
  showAnnounced(page.announced, screen)
  const marks = (['error', 'warning', 'info'] as const).map(
    (each) => `${weightMark(each, screen)} ${t(`severity.${each}`)}`,
  )
  if (page.areas.length > 0) screen.out(`\n${marks.join('  ')}`)
  for (const {area, duties} of page.areas) {
    screen.out(`\n${paint.bold(t(`laws.area-count.${area}`, {count: duties.length}))}`)
    for (const duty of duties) showDuty(duty, isFull, sources, screen)
  }
  if (page.ended > 0) screen.out(paint.dim(wrap(t('laws.show.ended', {count: page.ended}), width, 2)))
  if (page.later > 0) screen.out(paint.dim(wrap(t('laws.show.later', {count: page.later}), width, 2)))
  sources.show(screen)
  const duty = page.areas[0]?.duties[0]?.id
  if (duty !== undefined) screen.out(`\n${paint.cyan('→')} ${wrap(t('laws.show.next', {duty}), width, 2).trimStart()}`)
}

function showFacts(page: LawPage, sources: SourceList, screen: Screen): void {
  const rows = factsOf(page, sources, screen).filter(([, lines]) => lines.length > 0)
  const room = Math.max(...rows.map(([label]) => textWidth(label))) + 2
  for (const [label, lines] of rows)
    for (const [i, line] of lines.entries()) {
      const shown = i === 0 ? label : ''
      const pad = ' '.repeat(room - textWidth(shown))
      screen.out(`  ${screen.paint.cyan(shown)}${pad}${wrap(line, screen.width, room + 2).trimStart()}`)
    }
}

function factsOf(
  page: LawPage,
  sources: SourceList,
  screen: Screen,
): readonly (readonly [string, readonly string[]])[] {
  const {t, lang} = screen
  const {facts} = page
  const own = [
    [t('laws.show.bases'), basesOf(page, screen)],
    [t('laws.show.expiry'), expiriesOf(page, screen)],
  ] as const
  if (facts === null) return own
  const noteOr = (lines: readonly string[], otherwise: string) => (lines.length === 0 ? [otherwise] : lines)
  const ofWhat = (of: string | null) => {
    const key = `laws.of.${of}`
    return of === null ? '' : `${isMessageKey(key) ? t(key) : of}: `
  }
  return [
    [t('laws.show.model'), [t(`laws.model.${facts.model}`)]],
    [t('laws.show.consent'), [facts.consent[lang]]],
    ...own,
    [
      t('laws.show.opt-out'),
      noteOr(
        facts.optOut.map(
          (each) => `${ofWhat(each.of)}${deadlineWords(each.deadline, screen)} ${sources.refer(each.sources)}`,
        ),
        t('laws.no-number'),
      ),
    ],
    [
      t('laws.show.link'),
      noteOr(
        facts.optOut.flatMap(({of, linkDays}) =>
          linkDays === null ? [] : [`${ofWhat(of)}${t('laws.show.link.days', {days: linkDays})}`],
        ),
        t('laws.no-number'),
      ),
    ],
    [t('laws.show.retention'), noteOr(retentionOf(page, sources, screen), t('laws.show.no-number'))],
    [
      t('laws.show.labels'),
      noteOr(
        facts.labels.map((each) => `"${each.text}"  ${each.where[lang]} ${sources.refer(each.sources)}`),
        t('laws.show.none'),
      ),
    ],
    [t('laws.show.quiet'), [facts.quietHours?.[lang] ?? t('laws.show.quiet.none')]],
    [t('laws.show.penalties'), noteOr(penaltyLines(facts.penalties, page.day, sources, screen), t('laws.show.none'))],
  ]
}

function basesOf({bases, facts}: LawPage, screen: Screen): readonly string[] {
  const {t} = screen
  if (bases.length === 0) return facts === null ? [] : [t('laws.show.bases.none')]
  return bases.map((each) => {
    const except = each.exceptSubscribers.map((who) => t(`laws.except.${who}` as 'laws.except.organisation'))
    return withCase(valueWords('bases', each.bases, screen), [...except, whereWords(each.needs, screen)], screen)
  })
}

function expiriesOf({expiries}: LawPage, screen: Screen): readonly string[] {
  const {t} = screen
  return expiries.map(({rule, basis, months, from, severity, needs}) => {
    const key =
      rule === 'reconfirm-age' && basis === null
        ? (`laws.expiry.${rule}.any` as const)
        : (`laws.expiry.${rule}` as const)
    const words = t(key, {
      basis: valueWords('basis', basis ?? '', screen),
      period: monthsWords(months, screen),
      from: valueWords('from', from[0] ?? 'at', screen),
    })
    const weight = severity === 'error' ? '' : t('laws.only-weight', {weight: t(`severity.${severity}`)})
    return withCase(words, [weight, whereWords(needs, screen)], screen)
  })
}

/** What holds in some cases only, in brackets behind it. */
function withCase(words: string, cases: readonly string[], {t}: Screen): string {
  const said = cases.filter((each) => each !== '')
  return said.length === 0 ? words : t('laws.case', {words, cases: said.join(t('laws.list'))})
}

function retentionOf({facts, day}: LawPage, sources: SourceList, {t, lang}: Screen): readonly string[] {
  return (facts?.retention ?? []).map((each) => {
    const says = each.bound === 'at-most' ? t('laws.show.retention.at-most', {says: each.says[lang]}) : each.says[lang]
    const from = each.since > day ? `${t('laws.from', {day: each.since})}: ` : ''
    return `${from}${says} ${sources.refer(each.sources)}`
  })
}

/** One line a penalty; the day where it cannot be imposed yet. */
export function penaltyLines(
  penalties: NonNullable<LawPage['facts']>['penalties'],
  day: string,
  sources: SourceList,
  {t, lang}: Screen,
): readonly string[] {
  return penalties.map(({conduct, amount, since, sources: from}) => {
    const begins = since === undefined || since <= day ? '' : `${t('laws.from', {day: since})}: `
    return `${begins}${conduct[lang]}: ${amount[lang]} ${sources.refer(from)}`
  })
}

function showDuty(duty: DutyAt, isFull: boolean, sources: SourceList, screen: Screen): void {
  const {paint, width, lang} = screen
  showDutyHead(duty, [sources.refer(duty.sources)], screen)
  if (isFull) screen.out(wrap(duty.says[lang], width, 4))
  const need = needWords(duty, screen)
  if (need !== '') screen.out(paint.yellow(wrap(need, width, 4)))
}
