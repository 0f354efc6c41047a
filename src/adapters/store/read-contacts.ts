/**
 * Reads a list's contacts in order of id with their consents. Each batch crosses from SQLite as a few JSON texts: a
 * value at a time takes five times as long.
 */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {StoredContact} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import type {LastMailed} from './last-mailed.ts'
import {lastMailedReader} from './last-mailed.ts'
import {readFacts} from './read-facts.ts'

const BATCH = 2000
/** Of attributes in one batch: cells may be long, and a batch must not be. */
const MOST_BYTES = 16 * 1024 * 1024

/** How many rows the next batch may have, and the id of its last. */
const SIZES = `select count(*) as n, max(id) as last, total(octet_length(attributes)) as bytes from (
  select c.id, c.attributes from list_members m join contacts c on c.id = m.contact_id
  where m.list_id = ? and m.contact_id > ? order by m.contact_id limit ?)`
/** Columns that are mostly empty come as null where nobody has them. */
const CONTACTS = `select json_group_array(id) as ids, json_group_array(address_key) as keys,
  json_group_array(added_at) as added, json_group_array(import_id) as imports,
  iif(count(address) = 0, null, json_group_array(address)) as addresses,
  iif(count(suppress_key) = 0, null, json_group_array(suppress_key)) as suppress_keys,
  iif(count(country) = 0, null, json_group_array(country)) as countries,
  iif(count(locale) = 0, null, json_group_array(locale)) as locales,
  iif(count(time_zone) = 0, null, json_group_array(time_zone)) as time_zones,
  '[' || group_concat(attributes) || ']' as attributes
  from (select c.id, c.address_key, c.address, c.suppress_key, c.country, c.locale, c.time_zone, c.attributes,
    m.added_at, m.import_id from list_members m join contacts c on c.id = m.contact_id
    where m.list_id = ? and m.contact_id > ? and m.contact_id <= ? order by m.contact_id)`

/** most: contacts in a batch. begin: only contacts with a later id. No text of a batch is longer than MOST_BYTES and a little, unless one contact alone is. */
export async function* readContacts(
  connection: Connection,
  listId: number,
  most = BATCH,
  begin = 0,
): AsyncGenerator<StoredContact[]> {
  const {db, publicIds} = connection
  const [sizes, contacts] = [db.prepare(SIZES), db.prepare(CONTACTS)]
  const lastMailed = lastMailedReader(connection)
  const factsBetween = readFacts(db)
  for (let after = begin, size = most; ; ) {
    const {n, last, bytes} = sizes.get(listId, after, size) as {n: number; last: number | null; bytes: number}
    if (last === null) return
    if (bytes > MOST_BYTES && n > 1) {
      size = Math.max(1, Math.floor((n * MOST_BYTES) / bytes / 2))
      continue
    }
    const read = factsBetween(after, last)
    const row = contacts.get(listId, after, read.last) as unknown as Packed
    // Many events may be of contacts that are not in the list.
    if (row.attributes !== null) yield unpack(row, {consents: read.facts, lastMailed, publicIds})
    after = read.last
    size = Math.min(most, size * 4)
  }
}

/** As ListStore.page. Events of people in between who are in other lists may leave batches short: it reads on. */
export async function pageOf(
  connection: Connection,
  listId: number,
  after: string | null,
  most: number,
): Promise<{readonly contacts: readonly StoredContact[]; readonly next: string | null} | null> {
  const begin = after === null ? 0 : connection.publicIds.contactId(after)
  if (begin === null) return null
  const contacts: StoredContact[] = []
  // One more than asked for tells whether there are more.
  for await (const batch of readContacts(connection, listId, most + 1, begin)) {
    contacts.push(...batch)
    if (contacts.length > most) break
  }
  const page = contacts.slice(0, most)
  return {contacts: page, next: contacts.length > most ? page.at(-1)!.publicId : null}
}

/** JSON arrays of one length; null = null for everyone. */
interface Packed {
  readonly ids: string
  readonly keys: string
  readonly added: string
  readonly imports: string
  readonly addresses: string | null
  readonly suppress_keys: string | null
  readonly countries: string | null
  readonly locales: string | null
  readonly time_zones: string | null
  /** Null where there is nobody. */
  readonly attributes: string | null
}

interface Beside {
  readonly consents: ReadonlyMap<number, readonly ConsentFact[]>
  readonly lastMailed: LastMailed
  readonly publicIds: Connection['publicIds']
}

const NO_CONSENTS: readonly ConsentFact[] = Object.freeze([])

function unpack(row: Packed, {consents, lastMailed, publicIds}: Beside): StoredContact[] {
  const ids: number[] = JSON.parse(row.ids)
  const keys: string[] = JSON.parse(row.keys)
  const added: number[] = JSON.parse(row.added)
  const imports: number[] = JSON.parse(row.imports)
  const attributes: Record<string, string>[] = JSON.parse(row.attributes!)
  const [addresses, suppressKeys] = [sparse(row.addresses), sparse(row.suppress_keys)]
  const [countries, locales, timeZones] = [sparse(row.countries), sparse(row.locales), sparse(row.time_zones)]
  const known = publicIds.many(ids)
  const mailed = lastMailed(ids)
  return ids.map((id, i) => ({
    id,
    publicId: known[i]!,
    address: addresses?.[i] ?? keys[i]!,
    suppressKey: suppressKeys?.[i] ?? keys[i]!,
    country: countries?.[i] ?? null,
    locale: locales?.[i] ?? null,
    timeZone: timeZones?.[i] ?? null,
    addedAt: added[i]!,
    importId: imports[i]!,
    attributes: attributes[i]!,
    consents: consents.get(id) ?? NO_CONSENTS,
    lastMailedAt: mailed.size === 0 ? null : (mailed.get(id) ?? null),
  }))
}

function sparse(packed: string | null): readonly (string | null)[] | null {
  return packed === null ? null : JSON.parse(packed)
}
