/** A warning that part of a list is missing, because an import of it was cut short; and the ways out. */
import type {UnfinishedImport} from '../flows/unfinished-imports.ts'
import type {Screen} from './screen.ts'
import {cut, plain, wrap} from './table.ts'

/** Of a file's name that is shown. */
const NAME = 40

/** Nothing when all imports of the list are whole. isPlanned: a plan was just made without the missing people. */
export function showUnfinished(
  list: string,
  unfinished: readonly UnfinishedImport[],
  screen: Screen,
  {isPlanned = false}: {readonly isPlanned?: boolean} = {},
): void {
  const {t, paint} = screen
  for (const {id, file, rowsRead} of unfinished) {
    const told = t(rowsRead === 0 ? 'lists.unfinished.no-row' : 'lists.unfinished', {
      ...{list, id, file: cut(plain(file), NAME), rows: rowsRead},
    })
    screen.out(paint.yellow(wrap(`▲ ${told}`, screen.width, 2)))
    const next = t(isPlanned ? 'lists.unfinished.next-planned' : 'lists.unfinished.next', {id})
    screen.out(`  ${paint.cyan('→')} ${wrap(next, screen.width, 4).trimStart()}`)
  }
}
