/** What an import understood and what it did, on the screen; the counts are shown as a sum that adds up. */
import type {ImportResult} from '../flows/import-list.ts'
import {isMessageKey} from '../i18n/text.ts'
import type {ListFilePlan} from '../ports/list-files.ts'
import {bytes, clockTime, moment, number} from './numbers.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {cut, plain, table, wrap} from './table.ts'

const DELIMITER_NAMES: Readonly<Record<string, string>> = {',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe'}

/** On stderr, because it is about the work; the result follows on stdout. */
export function showListPlan(plan: ListFilePlan, screen: Screen): void {
  const {t, paintErr: paint} = screen
  const delimiter = DELIMITER_NAMES[plan.delimiter]
  screen.note(
    paint.bold(
      t('lists.understood', {
        file: plan.file,
        size: bytes(plan.sizeBytes, screen.lang),
        encoding: encodingName(plan),
        confidence: plan.confidence,
        delimiter: delimiter ? t(`lists.delimiter.${delimiter}` as 'lists.delimiter.comma') : plan.delimiter,
      }),
    ),
  )
  const rows = plan.mapping.map((column) => [
    cut(plain(column.header), 28),
    column.fate === 'store'
      ? t(`lists.field.${column.field}`)
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
  return encoding === 'cp932' ? 'CP932 (Shift_JIS)' : hasBom ? 'UTF-8 (BOM)' : 'UTF-8'
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
  screen.out(paint.bold(t('lists.done', {list, time: clockTime(result.tookMs)})))
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
  if (counts.folded > 0) screen.out(`  ${t('lists.folded', {count: counts.folded})}`)
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
  if (result.rejectsFile !== null) {
    screen.out(paint.yellow(wrap(`▲ ${t('lists.rejects', {file: result.rejectsFile})}`, screen.width, 2)))
    const reasons = Object.entries(result.rejectedBy).sort((a, b) => b[1] - a[1])
    screen.out(
      table(
        reasons.map(([why, count]) => [number(count, lang), faultWords(why, screen)]),
        ['right', 'left'],
        4,
      ),
    )
  }
  screen.out(`  ${paint.cyan('→')} ${t('lists.next', {list})}`)
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
