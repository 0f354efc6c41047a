/** What an export did, told on stderr, because standard output may be the list itself. */
import type {TextEncoding} from '../core/text-encodings.ts'
import {AppError} from '../errors.ts'
import type {ExportAsk, ExportResult} from '../flows/export-list.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** Whether the file begins with a byte order mark. Throws FLAG_INVALID for flags that do not go together. */
export function checkExportFlags(given: {
  readonly out: string | null
  readonly encoding: TextEncoding
  readonly bom: boolean
  readonly isJson: boolean
}): boolean {
  const refuse = (flag: string, said: string, expected: string) =>
    new AppError('FLAG_INVALID', {flag, given: said, expected, command: 'list export'})
  // Standard output holds either the list or one object about it.
  if (given.isJson && given.out === null) throw refuse('--json', 'stdout', '--out FILE')
  const isWide = given.encoding.startsWith('utf-16')
  if (given.bom && given.encoding !== 'utf-8' && !isWide)
    throw refuse('--bom', given.encoding, 'utf-8, utf-16le, utf-16be')
  return given.bom || isWide
}

/** Throws FLAG_INVALID when a column is named without a reason, or a reason without a column. */
export function sensitiveOf(columns: readonly string[], reason: string | undefined): ExportAsk['sensitive'] {
  const refuse = (flag: string, given: string, expected: string) =>
    new AppError('FLAG_INVALID', {flag, given, expected, command: 'list export'})
  const said = reason?.trim() ?? ''
  if (columns.length > 0 && said === '') throw refuse('--with-sensitive', columns.join(', '), '--reason TEXT')
  if (columns.length === 0 && said !== '') throw refuse('--reason', said.slice(0, 100), '--with-sensitive COLUMN')
  return columns.length === 0 ? null : {columns, reason: said}
}

export function showExport(result: ExportResult, screen: Screen): void {
  const {t, paintErr: paint} = screen
  const {list, rows, file, columns, leftOut, outside, sensitiveColumns, passedOn} = result
  const values = {list, rows, columns: columns.length}
  screen.note(paint.bold(file === null ? t('lists.export.done', values) : t('lists.export.written', {...values, file})))
  const note = (words: string) => screen.note(wrap(words, screen.width, 2))
  const warn = (words: string) => screen.note(paint.yellow(wrap(`▲ ${words}`, screen.width, 2)))
  if (outside > 0) note(t('lists.export.outside', {count: outside}))
  if (leftOut.optedOut > 0) warn(t('lists.export.opted-out', {count: leftOut.optedOut}))
  if (leftOut.refused > 0) warn(t('lists.export.refused', {count: leftOut.refused}))
  if (leftOut.saidNothing > 0) note(t('lists.export.said-nothing', {count: leftOut.saidNothing}))
  if (passedOn !== null)
    warn(
      t('lists.export.passed-on', {
        count: passedOn.columns.length,
        columns: plain(passedOn.columns.join(', ')),
        reason: plain(passedOn.reason),
      }),
    )
  if (sensitiveColumns.length > 0)
    warn(t('lists.export.sensitive', {count: sensitiveColumns.length, columns: plain(sensitiveColumns.join(', '))}))
}
