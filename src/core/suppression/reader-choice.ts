/** What a reader asks for on the opt-out page or by one click, and what of it holds from then on. */
import {addMonths, dayNumber} from '../laws/calendar.ts'
import type {SuppressionEntry, SuppressionHit, SuppressionScope} from './entry.ts'
import {scopesOfTopics} from './topic-scope.ts'

/** topic: mails like this one. all: every mail. pause: no mail for three months. */
export const READER_CHOICES = ['topic', 'all', 'pause'] as const
export type ReaderChoice = (typeof READER_CHOICES)[number]

export const PAUSE_MONTHS = 3

/**
 * What the fields of a form say; null when they say neither. The one pair of RFC 8058 section 3.2 means mails like the one
 * it came with, as the button of a mail program promises; fields that nobody knows are passed over.
 */
export function readChoice(
  fields: ReadonlyMap<string, string>,
): {readonly choice: ReaderChoice; readonly isOneClick: boolean} | null {
  if (fields.get('List-Unsubscribe')?.trim() === 'One-Click') return {choice: 'topic', isOneClick: true}
  const choice = READER_CHOICES.find((each) => each === fields.get('choice'))
  return choice === undefined ? null : {choice, isOneClick: false}
}

/**
 * The opt-outs that a choice makes: of each topic of the mail where it names several. topic: of the mail, null where it has
 * none, and then mails like it are all mails.
 * source: how it came and by which send, e.g. `one-click:2026-11-news`. at: UTC milliseconds.
 */
export function entriesOf(
  choice: ReaderChoice,
  said: {
    readonly suppressKey: string
    readonly spelling?: string
    readonly topic: string | null
    readonly source: string
    readonly at: number
  },
): readonly SuppressionEntry[] {
  const {suppressKey, spelling, topic, source, at} = said
  const scopes: readonly SuppressionScope[] = choice === 'topic' && topic !== null ? scopesOfTopics(topic) : ['all']
  return scopes.map((scope) => ({
    ...{kind: 'address', subject: suppressKey, reason: 'optout', scope},
    ...(spelling !== undefined && {spelling}),
    ...{from: at, until: choice === 'pause' ? pauseEnd(at) : null, source, line: null},
  }))
}

const DAY_MS = 86_400_000

/** The same time of day, three months on. */
function pauseEnd(at: number): number {
  const day = dayNumber(at, 0)
  return at + (addMonths(day, PAUSE_MONTHS) - day) * DAY_MS
}

/** One thing that holds, in the words of the page. until: UTC milliseconds; null = for good. */
export interface Standing {
  /** Null = all mail. */
  readonly topic: string | null
  readonly until: number | null
}

/** What holds of all that is recorded of a person, the widest first; what a wider one says already is left out. */
export function standingOf(hits: readonly Pick<SuppressionHit, 'scope' | 'until'>[]): readonly Standing[] {
  const all = longest(hits.filter(({scope}) => scope === 'all').map(({until}) => until))
  if (all === null) return [{topic: null, until: null}]
  const topics = new Map<string, (number | null)[]>()
  for (const {scope, until} of hits)
    if (scope.startsWith('topic:')) {
      const topic = scope.slice('topic:'.length)
      topics.set(topic, [...(topics.get(topic) ?? []), until])
    }
  const standing: Standing[] = all === undefined ? [] : [{topic: null, until: all}]
  for (const [topic, ends] of topics) {
    const until = longest(ends)
    if (until === undefined || (all !== undefined && until !== null && until <= all)) continue
    standing.push({topic, until})
  }
  return standing
}

/** Null when one has no end; undefined when there is none. */
function longest(ends: readonly (number | null)[]): number | null | undefined {
  if (ends.length === 0) return undefined
  return ends.includes(null) ? null : Math.max(...(ends as readonly number[]))
}
