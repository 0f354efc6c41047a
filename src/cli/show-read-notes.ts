/** What an import says of a file it knows and of words and dates it could not take as they stood. */
import type {ListFormat} from '../core/contacts/formats.ts'
import type {NoteKind, ReadNote} from '../core/contacts/read-notes.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

/** Samples of one kind and column that are shown. */
const SHOWN = 8

/** One line on stderr, e.g. "looks like a Mailchimp export: unsubscribed members; every row is taken as stopped". */
export function showFormat(format: ListFormat | null, screen: Screen): void {
  if (format === null) return
  const {t} = screen
  const name = format.name === '' ? t('lists.format.jp-service') : format.name
  const part = t(`lists.part.${format.part}`)
  const known = t(format.sure ? 'lists.format.sure' : 'lists.format.unsure', {name, part})
  screen.note(format.everyRow === null ? known : `${known} ${t(`lists.every-row.${format.everyRow}`)}`)
}

/** Columns in file order of their first note, most rows first in each. */
export function showReadNotes(notes: readonly ReadNote[], screen: Screen): void {
  const groups = new Map<string, ReadNote[]>()
  for (const note of notes) {
    const key = `${note.what}\n${note.column}`
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  for (const group of groups.values()) {
    const {what, column} = group[0]!
    const sorted = [...group].sort((a, b) => b.rows - a.rows)
    const rows = group.reduce((sum, note) => sum + note.rows, 0)
    const samples = samplesOf(what, sorted, screen.lang === 'ja' ? '「」' : '“”')
    const text = screen.t(`lists.note.${what}`, {column: plain(column), rows, samples})
    screen.out(screen.paint.yellow(wrap(`▲ ${text}`, screen.width, 2)))
  }
}

function samplesOf(what: NoteKind, notes: readonly ReadNote[], quotes: string): string {
  const shown = notes.slice(0, SHOWN).map((note) => {
    const sample = `${quotes[0]}${plain(note.sample)}${quotes[1]}`
    return what === 'date-unread' ? sample : `${sample} ${note.rows}`
  })
  return shown.join(', ') + (notes.length > SHOWN ? ', …' : '')
}
