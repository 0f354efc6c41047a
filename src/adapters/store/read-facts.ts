/** Reads the consents of a stretch of contacts: four numbers an event, and what many events share only once. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SqliteDatabase} from './driver.ts'

/**
 * Of events read at once, and of one contact: addresses exist with more events than memory holds. One over its limit is
 * judged by its newest events, and by its newest noes whatever came after them.
 */
const MOST_EVENTS = 50_000
const MOST_OF_ONE = 10_000
const MOST_NOES = 100

/** Four numbers an event, in order of contact and id. */
const EVENTS = `select '[' || ifnull(group_concat(contact_id || ',' || details_id || ',' || ifnull(at, 'null') || ',' || recorded_at), '') || ']' as events
  from (select contact_id, details_id, at, recorded_at from consent_events where contact_id > ? and contact_id <= ?
    order by contact_id, id limit ?)`
const EVENTS_OF_ONE = `select '[' || group_concat(contact_id || ',' || details_id || ',' || ifnull(at, 'null') || ',' || recorded_at) || ']' as events
  from (select * from consent_events where id in (
      select id from (select id from consent_events where contact_id = ?1 order by ifnull(at, recorded_at) desc, id desc limit ?2)
      union select id from (select e.id from consent_events e join consent_details d on d.id = e.details_id
        where e.contact_id = ?1 and d.kind in ('refused', 'withdrawn') order by ifnull(e.at, e.recorded_at) desc, e.id desc limit ?3))
    order by id)`
/** stands: as in the view standing_consents, a no stays when the import that brought it is taken back. */
const DETAILS = `select d.id, d.kind, d.basis, d.method, d.source, d.wording, d.purpose, d.topic, d.evidence,
  d.kind in ('refused', 'withdrawn') or not exists (select 1 from import_undos u where u.import_id = d.import_id) as stands
  from consent_details d where d.id in (select value from json_each(?))`
const MOST_DETAILS = 50_000

type Details = Omit<ConsentFact, 'at'>
interface DetailsRow extends Omit<Details, 'evidence'> {
  readonly id: number
  readonly evidence: string
  readonly stands: number
}

/** Facts by contact, of contacts with an id after the first and up to the last asked for or, where it is less, `last`. */
export interface FactsRead {
  readonly facts: ReadonlyMap<number, readonly ConsentFact[]>
  readonly last: number
}

/** Oldest record first. limits: for tests. */
export function readFacts(
  db: SqliteDatabase,
  {most = MOST_EVENTS, mostOfOne = MOST_OF_ONE}: {readonly most?: number; readonly mostOfOne?: number} = {},
): (after: number, last: number) => FactsRead {
  const [select, selectOne, selectDetails] = [db.prepare(EVENTS), db.prepare(EVENTS_OF_ONE), db.prepare(DETAILS)]
  /** null = taken back. */
  const known = new Map<number, Details | null>()

  const learn = (numbers: readonly (number | null)[]) => {
    if (known.size > MOST_DETAILS) known.clear()
    const missing = new Set<number>()
    for (let i = 1; i < numbers.length; i += 4) if (!known.has(numbers[i]!)) missing.add(numbers[i]!)
    if (missing.size === 0) return
    for (const row of selectDetails.all(JSON.stringify([...missing])) as unknown as DetailsRow[]) {
      const {id, stands, evidence, ...shared} = row
      known.set(id, stands === 1 ? {...shared, evidence: evidence === '{}' ? NO_EVIDENCE : JSON.parse(evidence)} : null)
    }
  }

  /** Whole contacts only. */
  const bounded = (after: number, last: number) => {
    const numbers = numbersIn(select.get(after, last, most + 1))
    if (numbers.length <= most * 4) return {numbers, last}
    const [first, cut] = [numbers[0]!, numbers.at(-4)!]
    if (first === cut) return {numbers: numbersIn(selectOne.get(first, mostOfOne, MOST_NOES)), last: first}
    let end = numbers.length
    while (numbers[end - 4] === cut) end -= 4
    return {numbers: numbers.slice(0, end), last: cut - 1}
  }

  return (after, last) => {
    const read = bounded(after, last)
    const {numbers} = read
    learn(numbers)
    const facts = new Map<number, ConsentFact[]>()
    for (let i = 0; i < numbers.length; i += 4) {
      const details = known.get(numbers[i + 1]!) ?? null
      if (details === null) continue
      const fact = factAt(details, numbers[i + 2]!, numbers[i + 3]!)
      const own = facts.get(numbers[i]!)
      if (own === undefined) facts.set(numbers[i]!, [fact])
      else own.push(fact)
    }
    return {facts, last: read.last}
  }
}

/** In order of contact and id: contact, details, moment, when recorded. */
function numbersIn(row: unknown): (number | null)[] {
  return JSON.parse((row as {events: string}).events)
}

/** A no without a date counts from the moment it was known: no older yes of another file ends it. */
function factAt(
  {kind, basis, method, source, wording, purpose, topic, evidence}: Details,
  at: number | null,
  recordedAt: number,
): ConsentFact {
  const isNo = kind === 'refused' || kind === 'withdrawn'
  return {kind, basis, at: at ?? (isNo ? recordedAt : null), method, source, wording, purpose, topic, evidence}
}

const NO_EVIDENCE: Readonly<Record<string, string>> = Object.freeze({})
