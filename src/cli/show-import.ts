/** What an import understood and what it did, on the screen; the counts are shown as a sum that adds up. */
import {ENCODING_LABELS} from '../core/text-encodings.ts'
import type {ImportResult} from '../flows/import-list.ts'
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
      ? `${t(`lists.field.${column.field}`)}${unsureMark(plan, column.index, screen)}`
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
  const {t, paint, lang} = screen
  const {counts} = result
  if (result.sameAs !== null) {
    screen.out(wrap(t('lists.same', {at: moment(result.sameAs), list}), screen.width))
    return
  }
  const line = (key: 'added' | 'updated' | 'unchanged' | 'duplicate' | 'rejected', sign: string) =>
    counts[key] > 0 || key === 'added' ? [[sign, number(counts[key], lang), t(`lists.count.${key}`)]] : []
  screen.out(paint.bold(t(result.dryRun ? 'lists.dry.done' : 'lists.done', {list, time: clockTime(result.tookMs)})))
  screen.out(
    table(
      [
        ['', number(counts.rows, lang), t('lists.count.rows')],
        ...line('added', '='),
        ...line('updated', '+'),
        ...line('unchanged', '+'),
        ...line('duplicate', '+'),
        ...line('rejected', '+'),
      ],
      ['left', 'right', 'left'],
    ),
  )
  if (counts.consents > 0 || counts.optOuts > 0)
    screen.out(`  ${t('lists.events', {consents: counts.consents, optOuts: counts.optOuts})}`)
  if (counts.stopped > 0)
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
  if (result.dryRun) showSamples(result.samples, screen)
  const arrow = `  ${paint.cyan('→')} `
  if (result.importId !== null) screen.out(`${arrow}${t('lists.id', {id: result.importId.slice(0, 8)})}`)
  screen.out(`${arrow}${result.dryRun ? t('lists.dry.next') : t('lists.next', {list})}`)
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
        : 'lists.law.special-care',
  )
}
