/** Lists on the screen: all of them as a table, or one in numbers, part by part; nothing wider than the screen. */
import {share} from '../adapters/report/words.ts'
import type {WordCounts} from '../core/reports/count-words.ts'
import type {TextEncoding} from '../core/text-encodings.ts'
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import type {ListLine, ListPicture, ShownImport} from '../flows/show-list.ts'
import type {MessageKey} from '../i18n/text.ts'
import {keptWords} from './kept-words.ts'
import {moment, number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {showUnfinished} from './show-unfinished.ts'
import {bar} from './sparks.ts'
import type {Align} from './table.ts'
import {cut, plain, table, wrap} from './table.ts'
import {textWidth} from './text-width.ts'

const BAR = 24
const NAME = 32
const COUNTED = ['rows', 'added', 'updated', 'rejected'] as const
/** Indent, short id and day with their gaps, and the gap behind the file. */
const ID_AND_DAY = 2 + 10 + 12 + 2
const MOST_MONTHS = 12
const MOST_IMPORTS = 10

export function showListLines(lists: readonly ListLine[], screen: Screen): void {
  const {t, paint, lang} = screen
  if (lists.length === 0) {
    screen.out(t('lists.show.none'))
    screen.out(`${paint.cyan('→')} ${t('lists.show.none.next')}`)
    return
  }
  const heads = (['list', 'contacts', 'last', 'file'] as const).map((head) => paint.dim(t(`lists.show.col.${head}`)))
  const rows = lists.map(({name, contacts, lastImport}) => [
    paint.bold(cut(plain(name), NAME)),
    number(contacts, lang),
    lastImport === null ? '' : dayOf(lastImport.at),
    lastImport === null ? '' : cut(plain(lastImport.file), Math.max(12, screen.width - NAME - 28)),
  ])
  screen.out(table([heads, ...rows], ['left', 'right', 'left', 'left']))
  for (const {name, unfinished} of lists) showUnfinished(plain(name), unfinished, screen)
}

export function showListPicture(list: ListPicture, screen: Screen): void {
  const {t, paint} = screen
  screen.out(paint.bold(t('lists.show.title', {list: list.name, count: list.members})))
  showUnfinished(list.name, list.unfinished, screen)
  if (list.members > 0) {
    showStanding(list, screen)
    showConsent(list, screen)
    showGrowth(list, screen)
    showWords('domains', list.domains, list.members, screen)
    showColumns(list, screen)
  }
  showImports(list.imports, screen)
}

function showPart(
  key: MessageKey,
  rows: readonly (readonly string[])[],
  align: readonly Align[],
  screen: Screen,
): void {
  if (rows.length === 0) return
  screen.out(`\n${screen.paint.bold(wrap(screen.t(key), screen.width))}`)
  screen.out(table(rows, align))
}

/** Words, count, share and a bar. */
function measured(words: string, count: number, total: number, colour: (bar: string) => string, screen: Screen) {
  return [words, number(count, screen.lang), share(count, total), colour(bar(count / Math.max(1, total), BAR))]
}

const MEASURED = ['left', 'right', 'right', 'left'] as const

function showStanding({standing, members, partlyOptedOut}: ListPicture, screen: Screen): void {
  const {t, paint} = screen
  const line = (name: keyof typeof standing, colour: (bar: string) => string) =>
    measured(t(`lists.show.standing.${name}`), standing[name], members, colour, screen)
  const rows = [
    line('mailable', paint.green),
    line('suppressed', paint.red),
    line('refused', paint.red),
    line('withoutConsent', paint.yellow),
  ]
  showPart('lists.show.standing', rows, MEASURED, screen)
  if (partlyOptedOut > 0) screen.out(wrap(t('lists.show.partly', {count: partlyOptedOut}), screen.width, 2))
}

function showConsent({consent, members}: ListPicture, screen: Screen): void {
  const {t, paint} = screen
  const line = (name: 'holds' | 'refused' | 'none', colour: (bar: string) => string) =>
    measured(t(`lists.show.consent.${name}`), consent[name], members, colour, screen)
  const rows = [line('holds', paint.green), line('refused', paint.red), line('none', paint.yellow)]
  showPart('lists.show.consent', rows, MEASURED, screen)
  if (consent.holds === 0) return
  const bases = Object.entries(consent.bases)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([basis, count]) => {
      const words = basis === 'unknown' ? t('lists.show.basis-unknown') : t(`basis.${basis}` as 'basis.consent')
      return measured(words, count, consent.holds, paint.green, screen)
    })
  showPart('lists.show.bases', bases, MEASURED, screen)
  if (consent.undated > 0)
    screen.out(paint.yellow(wrap(`▲ ${t('lists.show.undated', {count: consent.undated})}`, screen.width, 2)))
  showWords('sources', consent.sources, consent.holds, screen, consent.withoutSource)
}

/** Months before the last ones together. */
function showGrowth({growth}: ListPicture, screen: Screen): void {
  const early = growth.slice(0, -MOST_MONTHS)
  const months = growth.slice(-MOST_MONTHS).map(({month, added}) => ({words: month, added}))
  const before = early.reduce((sum, {added}) => sum + added, 0)
  const shown = before === 0 ? months : [{words: screen.t('lists.show.before'), added: before}, ...months]
  const most = Math.max(...shown.map(({added}) => added))
  const rows = shown.map(({words, added}) => [
    words,
    number(added, screen.lang),
    screen.paint.cyan(bar(added / most, BAR)),
  ])
  showPart('lists.show.growth', rows, ['left', 'right', 'left'], screen)
}

/** unsaid: how many have no word at all. */
function showWords(
  part: 'domains' | 'sources',
  {top, rest}: WordCounts,
  total: number,
  screen: Screen,
  unsaid = 0,
): void {
  const {t, paint} = screen
  const rows = top.map(({word, count}) => measured(cut(plain(word), NAME), count, total, paint.cyan, screen))
  const others = t(rest.hasMore ? 'lists.show.more-than' : 'lists.show.others', {count: rest.words})
  if (rest.count > 0) rows.push(measured(others, rest.count, total, paint.dim, screen))
  if (unsaid > 0) rows.push(measured(t('lists.show.no-source'), unsaid, total, paint.dim, screen))
  showPart(`lists.show.${part}`, rows, MEASURED, screen)
}

function showColumns({columns, members}: ListPicture, screen: Screen): void {
  const rows = columns.map(({header, filled}) =>
    measured(cut(plain(header), NAME), filled, members, screen.paint.cyan, screen),
  )
  showPart('lists.show.columns', rows, MEASURED, screen)
  for (const {header, kept} of columns)
    for (const ground of kept) screen.out(screen.paint.yellow(wrap(keptWords(header, ground, screen), screen.width, 2)))
}

function showImports(imports: readonly ShownImport[], screen: Screen): void {
  const {t, paint, lang} = screen
  const shown = imports.slice(0, MOST_IMPORTS)
  if (shown.length === 0) return
  const heads = COUNTED.map((name) => t(`lists.show.col.${name}`))
  const figures = shown.map(({state, counts}) =>
    state === 'done'
      ? COUNTED.map((name) => number(counts?.[name] ?? 0, lang))
      : [t(`lists.show.${state}`), '', '', ''],
  )
  const widths = heads.map((head, i) =>
    Math.max(...[head, ...figures.map((row) => row[i]!)].map((cell) => textWidth(cell))),
  )
  const left = screen.width - ID_AND_DAY - widths.reduce((sum, width) => sum + width + 2, 0)
  const rows = shown.map(({id, at, file, state}, i) => [
    id,
    dayOf(at),
    cut(plain(file), Math.max(8, left)),
    ...(state === 'done' ? figures[i]! : figures[i]!.map((cell) => paint.yellow(cell))),
  ])
  const headRow = [...(['id', 'last', 'file'] as const).map((head) => t(`lists.show.col.${head}`)), ...heads]
  showPart(
    'lists.show.imports',
    [headRow.map((head) => paint.dim(head)), ...rows],
    ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
    screen,
  )
  const older = imports.length - shown.length
  if (older > 0) screen.out(`  ${paint.dim(t('lists.show.older', {count: older}))}`)
  const encodings = [...new Set(shown.map(({encoding}) => ENCODING_LABELS[encoding as TextEncoding] ?? encoding))]
  screen.out(`  ${paint.dim(t('lists.show.encodings', {names: encodings.join(', ')}))}`)
}

function dayOf(at: number): string {
  return moment(at).slice(0, 'YYYY-MM-DD'.length)
}
