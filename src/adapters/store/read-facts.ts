/** Reads the consents of a stretch of contacts: four numbers an event, and what many events share only once. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SqliteDatabase} from './driver.ts'

/** Four numbers an event, in order of contact and id. */
const EVENTS = `select '[' || ifnull(group_concat(contact_id || ',' || details_id || ',' || ifnull(at, 'null') || ',' || recorded_at), '') || ']' as events
  from (select contact_id, details_id, at, recorded_at from consent_events where contact_id > ? and contact_id <= ?
    order by contact_id, id)`
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

/** Facts by contact, of contacts with an id after the first and up to the last; oldest record first. */
export function readFacts(db: SqliteDatabase): (after: number, last: number) => ReadonlyMap<number, ConsentFact[]> {
  const [select, selectDetails] = [db.prepare(EVENTS), db.prepare(DETAILS)]
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

  return (after, last) => {
    const numbers: (number | null)[] = JSON.parse((select.get(after, last) as {events: string}).events)
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
    return facts
  }
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
