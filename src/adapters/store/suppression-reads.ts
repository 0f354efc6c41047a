/** Opt-outs read out: all of them or what changed since a mark, and their figures. */
import type {SuppressionHit, SuppressionScope} from '../../core/suppression/entry.ts'
import {kindOfSubject} from '../../core/suppression/entry.ts'
import {hashAlgorithmOf} from '../../core/suppression/hash-forms.ts'
import {AppError} from '../../errors.ts'
import type {SuppressionFigures, SuppressionRecord} from '../../ports/suppression-store.ts'
import type {Connection} from './connection.ts'
import {EXCEPTIONS} from './suppression-exceptions.ts'
import type {Person, SuppressionRow} from './suppression-lookup.ts'
import {subjectsOf, suppressionLookup, toHit} from './suppression-lookup.ts'

const BATCH = 2000

/** Of this store alone: another one's events have other numbers. */
export function markOfStore({db, instanceId}: Connection, at: number): string {
  const {events, lifts} = db
    .prepare(
      `select coalesce((select max(id) from suppression_events), 0) as events,
       coalesce((select max(id) from suppression_lifts), 0) as lifts`,
    )
    .get() as {events: number; lifts: number}
  return `${events}.${lifts}.${at}.${instanceId.slice(0, 8)}`
}

function readMark(mark: string, {instanceId}: Connection): {events: number; lifts: number; at: number} {
  const found = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.([0-9a-f]{8})$/.exec(mark)
  if (found === null) throw new AppError('MARK_INVALID', {given: mark.slice(0, 60)})
  if (found[4] !== instanceId.slice(0, 8)) throw new AppError('MARK_FOREIGN', {given: mark})
  return {events: +found[1]!, lifts: +found[2]!, at: +found[3]!}
}

/** In order of recording. Since a mark: every event of each subject that has a new event or lift, or whose end came since. */
export async function* readSuppressions(
  connection: Connection,
  since: string | null,
  at: number,
): AsyncGenerator<readonly SuppressionRecord[]> {
  const {db} = connection
  const from = since === null ? null : readMark(since, connection)
  const changed =
    from === null
      ? ''
      : `and exists (select 1 from suppression_events n left join suppression_lifts m on m.event_id = n.id
         where n.subject_hash = s.subject_hash and n.subject = s.subject and (n.id > ${from.events} or m.id > ${from.lifts}
         or n.until_at > ${from.at} and n.until_at <= ${at}
         or exists (select 1 from suppression_exceptions x where x.event_id = n.id and x.recorded_at >= ${from.at})))`
  const page = db.prepare(
    `select s.*, ${EXCEPTIONS} as exceptions, l.id is null as stands from suppression_events s left join suppression_lifts l on l.event_id = s.id
     where s.id > ? ${changed} order by s.id limit ${BATCH}`,
  )
  for (let after = 0; ; ) {
    const rows = page.all(after) as unknown as (SuppressionRow & {stands: number})[]
    if (rows.length === 0) return
    yield rows.map((row) => ({...toHit(row), stands: row.stands === 1}))
    after = rows.at(-1)!.id
  }
}

/** Of exactly that subject, those that were not lifted. */
export function standingOf({db}: Connection, subject: string, hash: number): readonly SuppressionHit[] {
  const rows = db
    .prepare(
      `select s.*, ${EXCEPTIONS} as exceptions from suppression_events s where s.subject_hash = ? and s.subject = ?
       and not exists (select 1 from suppression_lifts l where l.event_id = s.id) order by s.id`,
    )
    .all(hash, subject) as unknown as SuppressionRow[]
  return rows.map(toHit)
}

/** By the place of the @ (first or later), or by the number of hex digits. */
const KINDS: Readonly<Record<number, string>> = {
  1: 'domain',
  2: 'address',
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
}

export function figuresOf({db}: Connection): SuppressionFigures {
  const rows = db
    .prepare(
      `select s.reason, s.scope, s.source, case when instr(s.subject, '@') > 0 then min(instr(s.subject, '@'), 2)
       else length(s.subject) end as kind, count(*) as n, max(s.recorded_at) as newest
       from suppression_events s where not exists (select 1 from suppression_lifts l where l.event_id = s.id)
       group by 1, 2, 3, 4`,
    )
    .all() as unknown as {reason: string; scope: string; source: string; kind: number; n: number; newest: number}[]
  const byKind: Record<string, number> = {}
  const byReason: Record<string, number> = {}
  const byScope = new Map<string, number>()
  const bySource = new Map<string, {count: number; newestAt: number}>()
  let standing = 0
  for (const {reason, scope, source, kind, n, newest} of rows) {
    standing += n
    const name = KINDS[kind] ?? 'address'
    byKind[name] = (byKind[name] ?? 0) + n
    byReason[reason] = (byReason[reason] ?? 0) + n
    byScope.set(scope, (byScope.get(scope) ?? 0) + n)
    const known = bySource.get(source) ?? {count: 0, newestAt: 0}
    bySource.set(source, {count: known.count + n, newestAt: Math.max(known.newestAt, newest)})
  }
  const {lifted} = db.prepare('select count(*) as lifted from suppression_lifts').get() as {lifted: number}
  return {
    ...{standing, lifted, byKind, byReason},
    byScope: Object.fromEntries(byScope),
    bySource: [...bySource]
      .map(([source, figures]) => ({source, ...figures}))
      .sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1)),
  }
}

/** By address key, which only differs from the subject where the column is filled. */
export function spellingsOf({db}: Connection, subjects: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = db
    .prepare(
      'select suppress_key as subject, address_key as address from contacts where suppress_key in (select value from json_each(?)) order by id',
    )
    .all(JSON.stringify(subjects)) as unknown as {subject: string; address: string}[]
  const found = new Map<string, string[]>()
  for (const {subject, address} of rows) {
    const own = found.get(subject)
    if (own === undefined) found.set(subject, [address])
    else own.push(address)
  }
  return found
}

interface Contact extends Person {
  readonly id: number
}

/** All but the erased, in batches. */
function* everyContact({db}: Connection): Generator<readonly Contact[]> {
  const page = db.prepare(
    `select id, coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as suppressKey
     from contacts where id > ? and address_key <> '' order by id limit ${BATCH}`,
  )
  for (let after = 0; ; ) {
    const people = page.all(after) as unknown as Contact[]
    if (people.length === 0) return
    yield people
    after = people.at(-1)!.id
  }
}

export async function* boundByOthers(
  connection: Connection,
  scope: SuppressionScope | null,
  at: number,
): AsyncGenerator<readonly SuppressionRecord[]> {
  const lookup = suppressionLookup(connection.db)
  for (const people of everyContact(connection)) {
    const hits = lookup.holdingFor(people, scope ?? 'all', at)
    const bound = people.flatMap(({id, address}) => {
      const hit = hits.get(id)
      const isOther = hit !== undefined && kindOfSubject(hit.subject) !== 'address'
      return isOther ? [{...hit, subject: address.toLowerCase(), stands: true}] : []
    })
    if (bound.length > 0) yield bound
  }
}

export async function* releasedWith(
  connection: Connection,
  entries: ReadonlyMap<string, SuppressionRecord>,
  scope: SuppressionScope | null,
  at: number,
): AsyncGenerator<readonly SuppressionRecord[]> {
  const lookup = suppressionLookup(connection.db)
  const algorithms = [...new Set([...entries.keys()].map(hashAlgorithmOf))].filter((each) => each !== null)
  for (const people of everyContact(connection)) {
    const released = people.flatMap((person) => {
      const subject = subjectsOf(person, algorithms).find((each) => entries.has(each))
      return subject === undefined ? [] : [{person, entry: entries.get(subject)!}]
    })
    if (released.length === 0) continue
    const hits = lookup.holdingFor(
      released.map(({person}) => person),
      scope ?? 'all',
      at,
    )
    const free = released.filter(({person}) => !hits.has(person.id))
    yield free.map(({person, entry}) => ({...entry, subject: person.address.toLowerCase(), stands: false}))
  }
}
