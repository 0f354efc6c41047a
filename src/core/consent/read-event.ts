/**
 * One line of a file of consent events becomes the events it tells, or a fault. A yes is never made up: what cannot be
 * read is rejected. A no is taken with whatever it says: a date nobody can read makes it hold from now on.
 */
import type {Basis, ConsentFact, ConsentKind} from '../contacts/consent.ts'
import {isYes} from '../contacts/consent.ts'
import {momentOfNo} from '../contacts/day-of-no.ts'
import {EVIDENCE_NAMES} from '../contacts/evidence-words.ts'
import {foldWord} from '../contacts/fold-word.ts'
import type {DateReading} from '../contacts/read-moment.ts'
import {makeMomentReader} from '../contacts/read-moment.ts'
import {proofReader} from '../contacts/read-proof.ts'
import {remember} from '../contacts/remember.ts'
import {saysNothing} from '../contacts/status-words.ts'
import {readAnswer, readBasis} from '../contacts/words.ts'
import {KIND_WORDS} from './event-words.ts'
import {purposesOf} from './purposes.ts'

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
  | 'purpose-unknown'
  | 'stop-word'

export interface EventSettings {
  /** Zone of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
  readonly dates: DateReading
  /** UTC milliseconds. */
  readonly now: number
  /** Whether lines say themselves what happened; one that does not is rejected, whatever else it says. */
  readonly tellsEvent: boolean
  /** What the user says of lines that do not; null = nothing: then only a named basis makes a line a yes. */
  readonly event: ConsentKind | null
  /** Names of the settings: a yes to anything else is one to nothing that is sent. */
  readonly purposes: readonly string[]
}

/** Older consents are mistakes of a spreadsheet: there was no list before (rulebook E.5). */
export const EARLIEST = Date.UTC(1995, 0, 1)
const DAY_MS = 86_400_000
/** Of a date nobody could read, kept with a no. */
const LONGEST_TEXT = 200

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

/**
 * Never throws. Evidence has its names in order, so that equal lines are equal events. saysStop: another column of the
 * line says no: then it is no yes.
 */
export function makeEventReader(settings: EventSettings): (cells: EventCells, saysStop?: boolean) => EventReading {
  const {tellsEvent, now, offsetMinutes} = settings
  const momentOf = makeMomentReader(offsetMinutes, settings.dates)
  const lastOf = (cell: string): number | null => {
    const at = momentOf(cell)
    return at === null ? null : momentOfNo(cell, at, offsetMinutes)
  }
  const kindOf = remember(readKind)
  const purposes = new Set(settings.purposes.map(foldWord))
  const isUnknownPurpose = remember((text) => [...purposesOf(text)].some((name) => !purposes.has(name)))
  return (cells, saysStop = false) => {
    const word = said(cells.event)
    const day = said(cells.event_at)
    const withdrawnAt = said(cells.withdrawn_at)
    const kind = word !== '' ? kindOf(word) : tellsEvent ? null : settings.event
    if (kind !== null && isNo(kind)) return {events: [noOf(kind, day || withdrawnAt, cells, lastOf)], fault: null}
    const no = withdrawnAt === '' ? null : noOf('withdrawn', withdrawnAt, cells, lastOf)
    if (word !== '' && kind === null) return {events: no === null ? [] : [no], fault: 'event-unknown'}
    // A day alone is no yes: unsubscribes have days too.
    if (kind === null && (tellsEvent || said(cells.basis) === ''))
      return {events: no === null ? [] : [no], fault: no === null ? 'event-missing' : null}
    const yes: ConsentFact[] = []
    const told = kind ?? 'given'
    const isHeld = saysStop && isYes({kind: told})
    const isStrange = isUnknownPurpose(said(cells.purpose))
    const fault = isHeld ? 'stop-word' : isStrange ? 'purpose-unknown' : addYes(yes, told, day, cells, momentOf, now)
    return {events: no === null ? yes : [...yes, notBefore(no, yes[0]?.at ?? null, withdrawnAt)], fault}
  }
}

/** Of one line the no is the last word: dated before its own yes it is known from now on. */
function notBefore(no: ConsentFact, yes: number | null, text: string): ConsentFact {
  if (no.at === null || yes === null || no.at >= yes) return no
  return {...no, at: null, evidence: sorted({...no.evidence, at_text: text.slice(0, LONGEST_TEXT)})}
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
  for (const [name, read] of PROOF) {
    const {value, isRead} = read(cells[name] ?? '')
    if (!isRead && isStrict) return null
    if (value !== '') evidence[name] = value
  }
  return evidence
}

const PROOF = [...EVIDENCE_NAMES].sort().map((name) => [name, proofReader(name)] as const)

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
