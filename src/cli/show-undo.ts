/** What taking an import back would do and did, on the screen. */
import type {UndoCounts, UndoPreview} from '../ports/list-import.ts'
import {moment, number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {plain, table, wrap} from './table.ts'

/** About the work, so on stderr: the result comes after the answer. */
export function showUndoPreview(preview: UndoPreview, screen: Screen): void {
  const {t, paintErr, lang, note, width} = screen
  const {fileName: file, list, at, optOuts} = preview
  note(
    paintErr.bold(
      wrap(t('lists.undo.would', {id: preview.uuid.slice(0, 8), file: plain(file), list, at: moment(at)}), width),
    ),
  )
  const names = ['memberships', 'added', 'changed', 'consents'] as const
  const rows = names
    .filter((name) => preview[name] > 0 || name === 'memberships')
    .map((name) => [number(preview[name], lang), t(`lists.undo.would.${name}`)])
  note(table(rows, ['right', 'left'], 2))
  if (optOuts > 0) note(paintErr.yellow(wrap(`▲ ${t('lists.undo.opt-outs', {count: optOuts})}`, width, 2)))
}

export function showUndo(counts: UndoCounts, importId: string, screen: Screen): void {
  const {t, paint, lang} = screen
  screen.out(paint.bold(t('lists.undo.done', {id: importId})))
  const names = ['removed', 'kept', 'reverted', 'changedSince', 'memberships', 'consents'] as const
  const rows = names
    .filter((name) => counts[name] > 0 || name === 'removed')
    .map((name) => [number(counts[name], lang), t(`lists.undo.${name}`)])
  screen.out(table(rows, ['right', 'left'], 2))
  const kept = counts.optOutsKept + counts.refusalsKept
  if (kept > 0) screen.out(paint.yellow(wrap(`▲ ${t('lists.undo.opt-outs', {count: kept})}`, screen.width, 2)))
}
