/** What reading rows could not take as it stood, counted by column and word, so that nothing is passed over in silence. */
import {MASK} from '../sensitive/mask.ts'

/**
 * unknown-word: a word of a state, answer or basis that nobody knows, read as no consent. unconfirmed: a word that says
 * nobody agreed yet. date-unread: a date kept as text. topic-stop: an opt-out of one topic, read as one of all mail.
 * stop-word: a word that says no in a column that is no state. no-answer: an empty cell where the column asks for a
 * yes. country-unread: a word that names no country. proof-unread: a word of a proof that nobody knows, kept as it is.
 */
export type NoteKind =
  | 'unknown-word'
  | 'unconfirmed'
  | 'date-unread'
  | 'topic-stop'
  | 'stop-word'
  | 'no-answer'
  | 'country-unread'
  | 'proof-unread'

export interface ReadNote {
  readonly what: NoteKind
  readonly column: string
  /** The word, or a date with its digits masked; '…' for what came after too many of them. */
  readonly sample: string
  readonly rows: number
}

export interface ReadNotes {
  add(what: NoteKind, column: string, cell: string): void
  /** What was noted since the last time. */
  take(): readonly ReadNote[]
}

/** Words of one kind and column that are told apart. */
const MOST_SAMPLES = 50
const LONGEST = 40

export function startReadNotes(): ReadNotes {
  let noted: ReadNote[] = []
  const index = new Map<string, number>()
  return {
    add(what, column, cell) {
      const key = `${what}\n${column}\n${cell.slice(0, 2 * LONGEST)}`
      const known = index.get(key)
      if (known !== undefined) {
        noted[known] = {...noted[known]!, rows: noted[known]!.rows + 1}
        return
      }
      index.set(key, noted.length)
      noted.push({what, column, sample: shown(what, cell), rows: 1})
    },
    take() {
      const taken = noted
      noted = []
      index.clear()
      return taken
    },
  }
}

/** Both lists of notes as one; of each kind and column the first words are kept apart, the rest are summed. */
export function mergeNotes(notes: readonly ReadNote[], more: readonly ReadNote[]): readonly ReadNote[] {
  if (more.length === 0) return notes
  const merged = new Map(notes.map((note) => [keyOf(note), note]))
  for (const note of more) {
    const {what, column} = note
    let key = keyOf(note)
    if (!merged.has(key) && countOf(merged, what, column) >= MOST_SAMPLES) key = keyOf({...note, sample: '…'})
    const known = merged.get(key)
    merged.set(
      key,
      known ? {...known, rows: known.rows + note.rows} : {...note, sample: key.slice(key.lastIndexOf('\n') + 1)},
    )
  }
  return [...merged.values()]
}

function keyOf({what, column, sample}: ReadNote): string {
  return `${what}\n${column}\n${sample}`
}

function countOf(notes: ReadonlyMap<string, ReadNote>, what: NoteKind, column: string): number {
  let count = 0
  for (const note of notes.values()) if (note.what === what && note.column === column) count += 1
  return count
}

/** A word as it may be shown: cells are foreign text, and an address may stand where it does not belong. */
function shown(what: NoteKind, cell: string): string {
  if (what === 'topic-stop' || what === 'no-answer') return ''
  if (/[@＠]/.test(cell)) return MASK
  const line = cell.replace(/\s+/g, ' ')
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  return what === 'date-unread' ? short.normalize('NFKC').replace(/\d/g, '9') : short
}
