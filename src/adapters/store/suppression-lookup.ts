/**
 * Whether somebody may be mailed as far as opt-outs go: by the broad form of the address, by its domain, and, where the
 * store has hashed entries, by what the address would be there. Plan, mark and import all ask here.
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {AskedScope} from '../../core/suppression/asked-scope.ts'
import type {SuppressionHit, SuppressionScope} from '../../core/suppression/entry.ts'
import {domainSubject} from '../../core/suppression/entry.ts'
import type {HashAlgorithm} from '../../core/suppression/hash-forms.ts'
import {hashSubjects} from '../../core/suppression/hash-forms.ts'
import {scopesOfMail} from '../../core/suppression/topic-scope.ts'
import {uuidOf} from '../system/seal-event.ts'
import type {SqliteDatabase} from './driver.ts'
import {STANDS} from './suppression-events.ts'
import {EXCEPTIONS, exceptedOf, IS_EXCEPTED} from './suppression-exceptions.ts'

export interface Person {
  readonly address: string
  readonly suppressKey: string
}

const LASTS = `(s.until_at is null or s.until_at > ?) and ${STANDS}`
/** The condition under which an event forbids some mail at a moment, which may be long past; `?` twice the moment. */
const HOLDS_SOMEWHERE = `(s.from_at is null or s.from_at <= ?) and ${LASTS}`
/**
 * The same for a mail that is about to go out; `?` as holdsFor gives them. From when an opt-out says
 * it holds makes no difference: it binds from when it is recorded, also whoever asks by a clock that was read before.
 */
const HOLDS = `${LASTS} and (s.scope = 'all' and not ${IS_EXCEPTED} or instr(?, char(10) || s.scope || char(10)) > 0
  or ? = 'any-topic' and s.scope like 'topic:%')`

/** The moment, what is excepted, scopesOfMail, what was asked for. */
function holdsFor(scope: AskedScope, at: number): readonly (string | number)[] {
  return [at, ...exceptedOf(scope), scopesOfMail(scope), scope]
}

/** Strongest first. */
const REASONS = ['complaint', 'legal', 'optout', 'manual', 'bounce'] as const
const WEAKNESS = `s.scope <> 'all', case s.reason ${REASONS.map((reason, i) => `when '${reason}' then ${i}`).join(' ')} end`

export interface SuppressionLookup {
  /** Kinds of hashed entries there are; nearly always none. To be asked once for a group of people. */
  algorithms(): readonly HashAlgorithm[]
  /** Why a person may get no mail of that scope; null = may. */
  reasonFor(person: Person, scope: AskedScope, at: number, algorithms: readonly HashAlgorithm[]): string | null
  /** Every event that forbids the person some mail, oldest first. */
  holding(person: Person, at: number): readonly SuppressionHit[]
  /** For many people at once, by id. */
  holdingFor(
    people: readonly (Person & {readonly id: number})[],
    scope: AskedScope,
    at: number,
  ): Map<number, SuppressionHit>
  strongestFor(people: readonly (Person & {readonly id: number})[], at: number): Map<number, SuppressionHit>
}

export function suppressionLookup(db: SqliteDatabase): SuppressionLookup {
  const used = db.prepare('select algorithm from suppression_algorithms order by algorithm')
  const algorithms = () => (used.all() as unknown as {algorithm: HashAlgorithm}[]).map(({algorithm}) => algorithm)
  const ofTwo = db.prepare(
    `select s.reason from suppression_events s where s.subject_hash in (?, ?) and s.subject in (?, ?) and ${HOLDS} limit 1`,
  )
  const among = (condition: string) =>
    `select s.*, ${EXCEPTIONS} as exceptions from json_each(?) j cross join suppression_events s on s.subject_hash = j.value where ${condition}`
  const holding = db.prepare(among(`${HOLDS_SOMEWHERE} order by s.id`))
  const holdingScope = db.prepare(among(`${HOLDS} order by s.id`))
  const strongest = db.prepare(among(`${HOLDS_SOMEWHERE} order by ${WEAKNESS}, s.id`))
  const numbers = (subjects: Iterable<string>) => JSON.stringify(Array.from(subjects, addressHash))

  /** The first event of each subject, for each person the one that is chosen among theirs. */
  const hitsOf = (
    people: readonly (Person & {readonly id: number})[],
    read: (numbers: string) => unknown[],
    choose: (hits: readonly SuppressionHit[]) => SuppressionHit,
  ): Map<number, SuppressionHit> => {
    const kinds = algorithms()
    const subjects = new Set<string>()
    const ofPerson = people.map((person) => subjectsOf(person, kinds))
    for (const each of ofPerson) for (const subject of each) subjects.add(subject)
    const rows = read(numbers(subjects)) as SuppressionRow[]
    const first = new Map<string, SuppressionHit>()
    for (const row of rows) if (subjects.has(row.subject) && !first.has(row.subject)) first.set(row.subject, toHit(row))
    const found = new Map<number, SuppressionHit>()
    if (first.size === 0) return found
    for (const [i, {id}] of people.entries()) {
      const hits = ofPerson[i]!.flatMap((subject) => first.get(subject) ?? [])
      if (hits.length > 0) found.set(id, choose(hits))
    }
    return found
  }

  return {
    algorithms,
    reasonFor(person, scope, at, kinds) {
      const {suppressKey} = person
      const domain = domainSubject(suppressKey)
      const row =
        ofTwo.get(addressHash(suppressKey), addressHash(domain), suppressKey, domain, ...holdsFor(scope, at)) ??
        hashedHit(kinds.length === 0 ? [] : hashSubjects(person.address, suppressKey, kinds), scope, at)
      return (row as {reason: string} | undefined)?.reason ?? null
    },
    holding(person, at) {
      const subjects = subjectsOf(person, algorithms())
      const rows = holding.all(numbers(subjects), at, at) as unknown as SuppressionRow[]
      return rows.filter(({subject}) => subjects.includes(subject)).map(toHit)
    },
    holdingFor: (people, scope, at) =>
      hitsOf(
        people,
        (json) => holdingScope.all(json, ...holdsFor(scope, at)),
        ([first]) => first!,
      ),
    strongestFor: (people, at) => hitsOf(people, (json) => strongest.all(json, at, at), strongestOf),
  }

  function hashedHit(subjects: readonly string[], scope: AskedScope, at: number) {
    if (subjects.length === 0) return undefined
    const rows = holdingScope.all(numbers(subjects), ...holdsFor(scope, at)) as unknown as SuppressionRow[]
    return rows.find(({subject}) => subjects.includes(subject))
  }
}

/** Under what somebody may stand among the opt-outs; their own address first. */
export function subjectsOf({address, suppressKey}: Person, algorithms: readonly HashAlgorithm[]): readonly string[] {
  const plain = [suppressKey, domainSubject(suppressKey)]
  return algorithms.length === 0 ? plain : [...plain, ...hashSubjects(address, suppressKey, algorithms)]
}

/** The person's own before one of the domain that says the same. */
function strongestOf(hits: readonly SuppressionHit[]): SuppressionHit {
  const weakness = ({scope, reason}: SuppressionHit) => (scope === 'all' ? 0 : 10) + REASONS.indexOf(reason)
  return hits.reduce((best, hit) => (weakness(hit) < weakness(best) ? hit : best))
}

export interface SuppressionRow {
  readonly id: number
  readonly subject: string
  readonly spelling: string | null
  readonly reason: SuppressionHit['reason']
  readonly scope: SuppressionScope
  readonly from_at: number | null
  readonly until_at: number | null
  readonly source: string
  readonly source_line: number | null
  readonly recorded_at: number
  readonly exceptions: string | null
  readonly seal: Uint8Array
}

export function toHit(row: SuppressionRow): SuppressionHit {
  const {spelling, exceptions} = row
  const hit = bareHit(row)
  if (spelling === null && exceptions === null) return hit
  return {
    ...hit,
    ...(spelling !== null && {spelling}),
    ...(exceptions !== null && {except: exceptions.split('\n') as SuppressionScope[]}),
  }
}

function bareHit(row: SuppressionRow): SuppressionHit {
  return {
    uuid: uuidOf(row.seal),
    subject: row.subject,
    reason: row.reason,
    scope: row.scope,
    from: row.from_at,
    until: row.until_at,
    source: row.source,
    line: row.source_line,
    recordedAt: row.recorded_at,
  }
}
