/**
 * What a detached server answers to a pull, and the proof that it is whole: every record from the last one taken, in order,
 * sealed, up to the end that the server vouches for in answer to this very question.
 */
import {timingSafeEqual} from 'node:crypto'
import type {AnswerFacts, JournalSeals, SealedEntry} from './journal.ts'
import {readEntry} from './journal.ts'

/** The JSON of an answer. */
export interface JournalAnswer extends Omit<AnswerFacts, 'nonce' | 'end'> {
  /** Records as they stand in the journal. */
  readonly lines: readonly string[]
  readonly proof: string
}

/** Where the asker stands. */
export interface PullPlace {
  readonly nonce: string
  readonly after: number
  /** Of the journal that was read so far; null = of any. */
  readonly journal: string | null
  /** Seal of the record `after` as it was taken; null = not known. */
  readonly before: string | null
  /** Where the records before the first one that is there were deleted, it is begun with that one. */
  readonly beginsAnywhere?: boolean
}

/**
 * form: no answer of a detached server. proof: not made by one that has our key, or not for this question. journal: another
 * journal than before. rewound: it ends before what was taken already. gap: records between are gone. record: one is not as it
 * was written.
 */
export type AnswerFault = 'form' | 'proof' | 'journal' | 'rewound' | 'gap' | 'record'

export interface PulledPage {
  readonly journal: string
  /** The first record that is still there; beyond the next one of the asker it comes without records. */
  readonly begins: number
  /** Seal of the record `after`. */
  readonly before: string
  readonly last: number
  readonly keys: readonly string[]
  readonly entries: readonly SealedEntry[]
  /** Seal of the last record that is known now. */
  readonly end: string
}

/** body: of any content. Never throws. */
export function readAnswer(body: string, place: PullPlace, seals: JournalSeals): PulledPage | AnswerFault {
  const answer = parse(body)
  if (answer === null || answer.after !== place.after) return 'form'
  const {journal, before, begins, last, lines} = answer
  const entries = lines.map(readEntry)
  const end = entries.at(-1)?.seal ?? before
  const proof = seals.answer({...answer, nonce: place.nonce, end})
  if (!isSame(answer.proof, proof)) return 'proof'
  if (place.journal !== null && journal !== place.journal) return 'journal'
  if (last < place.after) return 'rewound'
  if (begins > place.after + 1)
    return place.beginsAnywhere === true ? {journal, begins, before, last, keys: answer.keys, entries: [], end} : 'gap'
  if (place.before !== null && before !== place.before) return 'record'
  const taken = follow(entries, answer, seals)
  return typeof taken === 'string' ? taken : {journal, begins, before, last, keys: answer.keys, entries: taken, end}
}

/** Whether each record is the next, and sealed over the one before. */
function follow(
  entries: readonly (SealedEntry | null)[],
  {journal, after, before, last}: JournalAnswer,
  seals: JournalSeals,
): readonly SealedEntry[] | 'gap' | 'record' {
  let seal = before
  let seq = after
  const whole: SealedEntry[] = []
  for (const entry of entries) {
    if (entry === null) return 'record'
    if (entry.seq !== seq + 1) return 'gap'
    if (!isSame(entry.seal, seals.entry(journal, seal, entry))) return 'record'
    seal = entry.seal
    seq = entry.seq
    whole.push(entry)
  }
  // An answer without records says that there are no more.
  if (seq > last || (whole.length === 0 && seq < last)) return 'gap'
  return whole
}

function parse(body: string): JournalAnswer | null {
  let read: Partial<Record<keyof JournalAnswer, unknown>>
  try {
    read = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  const {journal, after, before, begins, last, keys, lines, proof} = read
  const isNumber = [after, begins, last].every((each) => Number.isSafeInteger(each) && (each as number) >= 0)
  const isWord = [journal, before, proof].every((each) => typeof each === 'string' && /^[\w-]{1,64}$/.test(each))
  const isList = [keys, lines].every((each) => Array.isArray(each) && each.every((one) => typeof one === 'string'))
  return isNumber && isWord && isList ? (read as JournalAnswer) : null
}

function isSame(given: string, own: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(own)]
  return a.length === b.length && timingSafeEqual(a, b)
}
