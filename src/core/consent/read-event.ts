/**
 * One line of a file of consent events becomes the events it tells, or a fault. A yes is never made up: what cannot be
 * read is rejected. A no is taken with whatever it says: a date nobody can read makes it hold from now on.
 */
import type {Basis, ConsentFact, ConsentKind} from '../contacts/consent.ts'
import {foldWord} from '../contacts/fold-word.ts'
import type {DateReading} from '../contacts/read-moment.ts'
import {makeMomentReader} from '../contacts/read-moment.ts'
import {remember} from '../contacts/remember.ts'
import {saysNothing} from '../contacts/status-words.ts'
import {readAnswer, readBasis, readYesNo} from '../contacts/words.ts'
import type {EvidenceName} from './event-words.ts'
import {EVIDENCE, KIND_WORDS} from './event-words.ts'

/** One line by field; what is empty is not there. */
export type EventCells = Readonly<Record<string, string>>

export type EventFault =
  | 'event-missing'
  | 'event-unknown'
  | 'basis-unknown'
  | 'date-unread'
  | 'date-future'
  | 'date-too-old'
  | 'evidence-unread'

export interface EventSettings {
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  readonly dates: DateReading
  /** UTC milliseconds. */
  readonly now: number
  /** Whether the file has a column, or the line a key, for what happened; where it has none, a line is a yes. */
  readonly tellsEvent: boolean
}

/** Older consents are mistakes of a spreadsheet: there was no list before (rulebook E.5). */
export const EARLIEST = Date.UTC(1995, 0, 1)
const DAY_MS = 86_400_000
/** Of a date nobody could read, kept with a no. */
const LONGEST_TEXT = 200
/** Of one value: a form's text is a wording, not evidence. */
const LONGEST_VALUE = 2000

const KINDS: ReadonlyMap<string, ConsentKind> = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) =>
    words.split('|').map((word): [string, ConsentKind] => [foldWord(word), kind as ConsentKind]),
  ),
)

/** fault: the line must be mended; what it says against mail is among the events all the same. */
export interface EventReading {
  /** In the order they happened. */
  readonly events: readonly ConsentFact[]
  readonly fault: EventFault | null
}

/** Never throws. Evidence has its names in order, so that equal lines are equal events. */
export function makeEventReader(settings: EventSettings): (cells: EventCells) => EventReading {
  const {tellsEvent, now} = settings
  const momentOf = makeMomentReader(settings.offsetMinutes, settings.dates)
  const kindOf = remember(readKind)
  return (cells) => {
    const word = said(cells.event)
    const day = said(cells.event_at)
    const withdrawnAt = said(cells.withdrawn_at)
    const kind = word === '' ? null : kindOf(word)
    const events: ConsentFact[] = []
    if (kind !== null && isNo(kind)) return {events: [noOf(kind, day || withdrawnAt, cells, momentOf)], fault: null}
    const no = withdrawnAt === '' ? null : noOf('withdrawn', withdrawnAt, cells, momentOf)
    const isSilent = word === '' && (tellsEvent || (day === '' && said(cells.basis) === ''))
    const fault =
      word !== '' && kind === null
        ? 'event-unknown'
        : isSilent
          ? no === null
            ? 'event-missing'
            : null
          : addYes(events, kind ?? 'given', day, cells, momentOf, now)
    if (no !== null) events.push(no)
    return {events, fault}
  }
}

function addYes(
  events: ConsentFact[],
  kind: ConsentKind,
  day: string,
  cells: EventCells,
  momentOf: (cell: string) => number | null,
  now: number,
): EventFault | null {
  const at = day === '' ? null : momentOf(day)
  if (day !== '' && at === null) return 'date-unread'
  if (at !== null && at > now + DAY_MS) return 'date-future'
  if (at !== null && at < EARLIEST) return 'date-too-old'
  const basis = basisOf(kind, said(cells.basis))
  if (basis === 'unknown') return 'basis-unknown'
  const evidence = readEvidence(cells, true)
  if (evidence === null) return 'evidence-unread'
  events.push({kind, basis, at, ...sharedOf(cells), topic: said(cells.topic) || null, evidence})
  return null
}

/** A no of a day that cannot be is known from now on: an older yes must not outlive it. */
function noOf(
  kind: ConsentKind,
  day: string,
  cells: EventCells,
  momentOf: (cell: string) => number | null,
): ConsentFact {
  const at = day === '' ? null : momentOf(day)
  const holds = at !== null && at >= EARLIEST
  const evidence = readEvidence(cells, false)!
  return {
    kind,
    basis: null,
    at: holds ? at : null,
    ...sharedOf(cells),
    topic: said(cells.topic) || topicOf(said(cells.withdrawn_scope)),
    evidence: day === '' || holds ? evidence : sorted({...evidence, at_text: day.slice(0, LONGEST_TEXT)}),
  }
}

function sharedOf(cells: EventCells) {
  return {
    method: said(cells.method) || null,
    source: said(cells.source) || null,
    wording: said(cells.wording) || null,
    purpose: said(cells.purpose) || null,
  }
}

/** A yes to a question is a consent; other bases must be named. */
function basisOf(kind: ConsentKind, word: string): Basis | null | 'unknown' {
  if (word !== '') return readBasis(word) ?? 'unknown'
  return kind === 'requested' || kind === 'expired' ? null : 'consent'
}

function readKind(word: string): ConsentKind | null {
  const known = KINDS.get(foldWord(word))
  if (known !== undefined) return known
  const answer = readAnswer(word)
  if (answer === 'yes') return 'given'
  return answer === 'no' ? 'withdrawn' : null
}

/** Null when a value that must be one of a few words is none of them, and that matters. */
function readEvidence(cells: EventCells, isStrict: boolean): Readonly<Record<string, string>> | null {
  const evidence: Record<string, string> = {}
  for (const name of NAMES) {
    // A box that nobody ticked beforehand is told by "none", which elsewhere says nothing.
    const given = name === 'checkbox_default' ? (cells[name] ?? '').trim() : said(cells[name])
    if (given === '') continue
    const value = VALUE_OF[EVIDENCE[name]](given) ?? (isStrict ? null : given)
    if (value === null) return null
    evidence[name] = value.slice(0, LONGEST_VALUE)
  }
  return evidence
}

const NAMES = (Object.keys(EVIDENCE) as EvidenceName[]).sort()

const VALUE_OF: Readonly<Record<(typeof EVIDENCE)[EvidenceName], (given: string) => string | null>> = {
  text: (given) => given,
  // As given: whoever judges it reads it, and what is unreadable is no proof.
  moment: (given) => given,
  'yes-no': (given) => wordOf(readYesNo(given), 'yes', 'no'),
  checkbox: (given) => (/^(none|なし|無し?)$/i.test(given) ? 'none' : wordOf(readYesNo(given), 'on', 'off')),
  subscriber: (given) =>
    /^(person|individual|個人)$/i.test(given)
      ? 'person'
      : /^(organi[sz]ation|company|corporate|法人|団体|企業)$/i.test(given)
        ? 'organisation'
        : null,
}

function wordOf(answer: boolean | null, yes: string, no: string): string | null {
  return answer === null ? null : answer ? yes : no
}

function topicOf(scope: string): string | null {
  return scope === '' || /^(all|すべて|全て|全部)$/i.test(scope) ? null : scope.replace(/^topic:/, '')
}

function sorted(evidence: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function said(cell: string | undefined): string {
  return cell === undefined || cell === '' || saysNothing(cell) ? '' : cell.trim()
}

export function isNo(kind: ConsentKind): boolean {
  return kind === 'refused' || kind === 'withdrawn'
}
