/** Where a list begins and what is not read above it, and the mark of a column whose meaning is a guess. */
import type {ListFilePlan} from '../ports/list-files.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

/** Nothing for a file that begins with its header. */
export function showBeginning({headerLine, skipLines, skippedAddresses}: ListFilePlan, screen: Screen): void {
  const {t, paintErr: paint} = screen
  const say = (text: string) => screen.note(wrap(text, screen.width, 2))
  const values = {line: skipLines + 1, skipped: skipLines}
  if (headerLine === null) say(t(skipLines > 0 ? 'lists.no-header-below' : 'lists.no-header', values))
  else if (skipLines > 0) say(t('lists.header-line', values))
  if (skippedAddresses.length > 0)
    say(paint.yellow(`▲ ${t('lists.skipped-addresses', {lines: skippedAddresses.slice(0, 10).join(', ')})}`))
}

export function unsureMark(plan: ListFilePlan, index: number, {t, paintErr}: Screen): string {
  const isUnsure = plan.doubts.some(({kind, columns}) => kind !== 'no-header' && columns.includes(index))
  return isUnsure ? paintErr.yellow(`  ${t('lists.unsure')}`) : ''
}
