/**
 * What can be taken of the files of a damaged journal: every record whose own seal holds, also behind one that is not as it was
 * written. So nothing that was acknowledged is lost but what nobody can read, and nothing is taken that has no seal of ours.
 */
import type {JournalSeals, SealedEntry} from './journal.ts'
import {readEntry, readHead, START} from './journal.ts'

/** A file of a journal, in the order of its records. */
export interface JournalText {
  readonly file: string
  readonly text: string
}

export interface BadLine {
  readonly file: string
  /** From 1. */
  readonly line: number
}

export interface Salvage {
  /** By journal, each in the order of its records. */
  readonly journals: ReadonlyMap<string, readonly SealedEntry[]>
  readonly bad: readonly BadLine[]
}

/** known: journals that were heard of, for files whose head cannot be read. */
export function salvageJournal(files: readonly JournalText[], seals: JournalSeals, known: readonly string[]): Salvage {
  const heads = files.map(({text}) => readHead(text.split('\n', 1)[0]!, seals))
  const ids = [...new Set([...heads.flatMap((head) => (head === null ? [] : [head.journal])), ...known])]
  const found = new Map<string, Map<number, SealedEntry>>()
  const bad: BadLine[] = []
  for (const [i, {file, text}] of files.entries()) {
    const head = heads[i] ?? null
    if (head === null) bad.push({file, line: 1})
    // What a record may be sealed over: the seal before it as it stands there, and as it would have to stand.
    let before = [head?.before ?? START]
    for (const [at, line] of text.split('\n').slice(1).entries()) {
      if (line === '') continue
      const entry = readEntry(line)
      const asked = head === null ? ids : [head.journal]
      const journal = asked.find((id) => before.some((seal) => entry?.seal === (entry && seals.entry(id, seal, entry))))
      if (entry === null || journal === undefined) bad.push({file, line: at + 2})
      else found.set(journal, (found.get(journal) ?? new Map()).set(entry.seq, entry))
      const stated = /[\w-]{43}$/.exec(line)?.[0]
      const worked = entry === null ? [] : asked.flatMap((id) => before.map((seal) => seals.entry(id, seal, entry)))
      before = [...new Set([...(stated === undefined ? [] : [stated]), ...worked])].slice(0, MOST_SEALS)
    }
  }
  return {journals: new Map([...found].map(([id, entries]) => [id, inOrder([...entries.values()])])), bad}
}

/** Of one place; more damage than that nobody reads anyway. */
const MOST_SEALS = 8

function inOrder(entries: readonly SealedEntry[]): readonly SealedEntry[] {
  return entries.toSorted((a, b) => a.seq - b.seq)
}
