/** What taking an import back did, on the screen. */
import type {UndoCounts} from '../ports/list-import.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'

export function showUndo(counts: UndoCounts, importId: string, screen: Screen): void {
  const {t, paint, lang} = screen
  screen.out(paint.bold(t('lists.undo.done', {id: importId})))
  const names = ['removed', 'kept', 'reverted', 'changedSince', 'memberships', 'consents'] as const
  const rows = names
    .filter((name) => counts[name] > 0 || name === 'removed')
    .map((name) => [number(counts[name], lang), t(`lists.undo.${name}`)])
  screen.out(table(rows, ['right', 'left'], 2))
  if (counts.optOutsKept > 0)
    screen.out(paint.yellow(wrap(`▲ ${t('lists.undo.opt-outs', {count: counts.optOutsKept})}`, screen.width, 2)))
}
