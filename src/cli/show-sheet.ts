/** A sheet of facts on the screen. */
import type {Sheet} from '../core/reports/sheet.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

export function showSheet({title, lead, sections}: Sheet, screen: Screen): void {
  const {paint, width} = screen
  screen.out(paint.bold(plain(title)))
  for (const words of lead) screen.out(wrap(plain(words), width, 2))
  for (const section of sections) {
    screen.out()
    screen.out(paint.bold(section.title))
    if (section.entries.length === 0) screen.out(wrap(section.empty, width, 2))
    for (const {head, note, facts} of section.entries) {
      screen.out(wrap(note === '' ? plain(head) : `${plain(head)}  ${plain(note)}`, width, 2))
      for (const [name, value] of facts) screen.out(paint.dim(wrap(`${plain(name)}: ${plain(value)}`, width, 6)))
    }
  }
}
