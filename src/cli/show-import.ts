/** What an import understood and what it did, on the screen; the counts are shown as a sum that adds up. */
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import type {ImportResult} from '../flows/import-list.ts'
import type {ImportCounts} from '../flows/import-tally.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {ListFilePlan} from '../ports/list-files.ts'
import {bytes, clockTime, moment, number} from './numbers.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {showAddressFlags} from './show-address-flags.ts'
import {showBeginning, unsureMark} from './show-beginning.ts'
import {showFormat, showReadNotes} from './show-read-notes.ts'
import {showSamples} from './show-samples.ts'
import {cut, plain, table, wrap} from './table.ts'

const DELIMITER_NAMES: Readonly<Record<string, string>> = {',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe'}

/** On stderr, because it is about the work; the result follows on stdout. */
export function showListPlan(plan: ListFilePlan, screen: Screen): void {
  const {t, paintErr: paint} = screen
  const delimiter = DELIMITER_NAMES[plan.delimiter]
  const {inside, writtenAs} = plan.place
  const file = inside === null ? plan.file : `${plan.file} › ${plain(inside)}`
  screen.note(
    paint.bold(
      // The text of a sheet is our own writing: its encoding and delimiter are no news.
      t(writtenAs === null ? 'lists.understood' : 'lists.understood.sheet', {
        file,
        size: bytes(plan.sizeBytes, screen.lang),
        encoding: encodingName(plan),
        confidence: plan.confidence,
        delimiter: delimiter ? t(`lists.delimiter.${delimiter}` as 'lists.delimiter.comma') : plan.delimiter,
      }),
    ),
  )
  showFormat(plan.format, screen)
  showBeginning(plan, screen)
  const rows = plan.mapping.map((column) => [
    cut(plain(column.header), 28),
    column.fate === 'store'
      ? `${t(`lists.field.${column.field}`)}${unsureMark(plan, column.index, screen)}${groundOf(column, screen)}`
      : paint.yellow(
          t('lists.field-left-out', {
            category: isMessageKey(`category.${column.category}`)
              ? t(`category.${column.category}` as 'category.medical')
              : '',
          }),
        ),
  ])
  screen.note(table(rows))
}

/** Sensitive data that comes in because the user said so. */
function groundOf({kept, category}: ListFilePlan['mapping'][number], {t, paintErr: paint}: Screen): string {
  if (kept === undefined || category === null) return ''
  const words = {category: t(`category.${category}`), basis: t(`keep.${kept.basis}`)}
  return paint.yellow(`  ${t('lists.field-kept', words)}`)
}

export function encodingName({encoding, hasBom}: Pick<ListFilePlan, 'encoding' | 'hasBom'>): string {
  return `${ENCODING_LABELS[encoding]}${hasBom ? ' (BOM)' : ''}`
}

export function importProgress(progress: Progress, screen: Screen) {
  const began = performance.now()
  return ({bytesRead, sizeBytes, rows}: {bytesRead: number; sizeBytes: number; rows: number}) =>
    progress.show(() => {
      const spent = performance.now() - began
      const left = bytesRead > 0 ? (spent * (sizeBytes - bytesRead)) / bytesRead : 0
      return screen.t('lists.progress', {
        percent: Math.floor((100 * bytesRead) / Math.max(1, sizeBytes)),
        rows,
        rate: Math.round(rows / Math.max(0.001, spent / 1000)),
        left: clockTime(left),
      })
    })
}

export function showImport(result: ImportResult, list: string, screen: Screen): void {
  const {t, paint} = screen
  const {counts} = result
  if (result.sameAs !== null) {
    screen.out(wrap(t('lists.same', {at: moment(result.sameAs), list}), screen.width))
    showCounts(counts, t('lists.same.in'), screen)
    if (counts.rejected > 0) screen.out(paint.yellow(wrap(`▲ ${t('lists.same.rejected')}`, screen.width, 2)))
    return
  }
  screen.out(paint.bold(t(result.dryRun ? 'lists.dry.done' : 'lists.done', {list, time: clockTime(result.tookMs)})))
  showCounts(counts, t('lists.count.unchanged'), screen)
  showEvents(result, screen)
  if (counts.stopped > 0 && !result.dryRun)
    screen.out(paint.yellow(wrap(`▲ ${t('lists.stopped', {count: counts.stopped})}`, screen.width, 2)))
  showReadNotes(result.notes, screen)
  for (const [header, cells] of Object.entries(result.leftOut))
    screen.out(
      paint.yellow(
        wrap(
          `▲ ${t('lists.left-out', {column: plain(header), cells, law: lawOf(result, header, screen)})}`,
          screen.width,
          2,
        ),
      ),
    )
  showRejects(result, screen)
  showAddressFlags(result.flags, screen)
  if (result.dryRun) showSamples(result.samples, counts.stopped, screen)
  const arrow = `  ${paint.cyan('→')} `
  if (result.importId !== null) screen.out(`${arrow}${t('lists.id', {id: result.importId.slice(0, 8)})}`)
  screen.out(`${arrow}${result.dryRun ? t('lists.dry.next') : t('lists.next', {list})}`)
}

/** unchanged: what the unchanged rows are called. */
function showCounts(counts: ImportCounts, unchanged: string, screen: Screen): void {
  const {t, lang} = screen
  const kinds = ['added', 'updated', 'unchanged', 'duplicate', 'erased', 'rejected'] as const
  const told = kinds.filter((kind) => counts[kind] > 0)
  const rows = (told.length > 0 ? told : (['added'] as const)).map((kind, i) => [
    i === 0 ? '=' : '+',
    number(counts[kind], lang),
    kind === 'unchanged' ? unchanged : t(`lists.count.${kind}`),
  ])
  screen.out(table([['', number(counts.rows, lang), t('lists.count.rows')], ...rows], ['left', 'right', 'left']))
}

function showEvents({counts, dryRun}: ImportResult, screen: Screen): void {
  const {t, lang} = screen
  const {consents, refusals, optOuts} = counts
  const told = [
    ...(consents > refusals ? [t('lists.events.consents', {count: consents - refusals})] : []),
    ...(refusals > 0 ? [t('lists.events.refusals', {count: refusals})] : []),
    ...(optOuts > 0 ? [t('lists.events.opt-outs', {count: optOuts})] : []),
  ]
  if (told.length === 0) return
  const what = told.join(lang === 'ja' ? '、' : ', ')
  screen.out(wrap(t(dryRun ? 'lists.dry.events' : 'lists.events', {what}), screen.width, 2))
}

function showRejects({rejectsFile, rejectedBy, counts}: ImportResult, screen: Screen): void {
  const {t, paint, lang} = screen
  if (counts.rejected === 0) return
  const words = rejectsFile === null ? t('lists.dry.rejects') : t('lists.rejects', {file: rejectsFile})
  screen.out(paint.yellow(wrap(`▲ ${words}`, screen.width, 2)))
  const reasons = Object.entries(rejectedBy).sort((a, b) => b[1].count - a[1].count)
  screen.out(
    table(
      reasons.map(([why, {count, firstLine}]) => [
        number(count, lang),
        t('lists.first-line', {what: faultWords(why, screen), line: firstLine}),
      ]),
      ['right', 'left'],
      4,
    ),
  )
}

export function faultWords(why: string, screen: Screen): string {
  const key = `fault.${why}`
  return isMessageKey(key) ? screen.t(key) : why
}

function lawOf(result: ImportResult, header: string, screen: Screen): string {
  const column = result.plan.mapping.find((each) => each.header === header)
  return screen.t(
    column?.category === 'mynumber'
      ? 'lists.law.mynumber'
      : column?.fate === 'leave-out'
        ? 'lists.law.secret'
        : column?.fate === 'leave-out-without-ground'
          ? 'lists.law.identifier'
          : 'lists.law.special-care',
  )
}
