/**
 * Which contact has an address: by the number of its key, in a table that is kept in the order of those numbers. An
 * import adds to it once per transaction, in that order, because one by one in no order costs more than all the rest.
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {BulkInsert} from './bulk-insert.ts'
import {bulkInsert, GROUP} from './bulk-insert.ts'
import type {Connection} from './connection.ts'
import {keyFilter} from './key-filter.ts'
import type {KnownContact} from './merge-contact.ts'
import type {NewKeys} from './new-keys.ts'
import {newKeys} from './new-keys.ts'

export interface ContactFinder {
  /** In a transaction that has just begun: another process may have added contacts since the last one. */
  begin(): void
  /** True when no contact has a key of that number; false when one may. */
  isNew(hash: number): boolean
  /** Id of the contact with that key, or null. Contacts added before must be written. */
  find(hash: number, key: string): number | null
  read(contactId: number): KnownContact
  /** For a key that isNew, or that find did not find: the contact is being added under that id. */
  add(hash: number, contactId: number): void
  /** Writes the keys that were added; in the same transaction as their contacts. */
  flush(): void
}

/** Above this many known contacts for one expected, reading them all for the filter costs more than asking. */
const WORTH_READING = 4

/** expected: rows to come; null when keys may appear that neither this nor another process adds: then each is asked for. most: contacts that one transaction adds. */
export function contactFinder({db}: Connection, expected: number | null, most: number): ContactFinder {
  const known = (db.prepare('select count(*) as n from contact_keys').get() as {n: number}).n
  const filter = expected !== null && known <= expected * WORTH_READING ? keyFilter(known + expected) : null
  const pending = newKeys(most)
  const find = db.prepare(
    'select c.id, c.address_key as key from contact_keys k join contacts c on c.id = k.contact_id where k.address_hash = ?',
  )
  const keyOf = db.prepare('select address_key as key from contacts where id = ?')
  const read = db.prepare('select id, import_id, country, locale, time_zone, attributes from contacts where id = ?')
  const version = db.prepare('pragma data_version')
  const insert = bulkInsert(db, {table: 'contact_keys', fixed: {address_twin: 0}, derived: {}, tail: ''})
  const addTwin = db.prepare(
    `insert into contact_keys (address_hash, address_twin, contact_id)
     select ?1, coalesce(max(address_twin) + 1, 0), ?2 from contact_keys where address_hash = ?1`,
  )
  let seen: unknown = null

  return {
    begin() {
      const {data_version: now} = version.get() as {data_version: number}
      if (now === seen || filter === null) return
      seen = now
      const rows = db.prepare('select address_hash as hash from contact_keys').iterate()
      for (const {hash} of rows as IterableIterator<{hash: number}>) filter.add(hash)
    },
    isNew: (hash) => filter !== null && !filter.mayHold(hash),
    find(hash, key) {
      const waiting = pending.contactOf(hash)
      if (waiting !== 0 && (keyOf.get(waiting) as {key: string}).key === key) return waiting
      const rows = find.all(hash) as unknown as {id: number; key: string}[]
      return rows.find((row) => row.key === key)?.id ?? null
    },
    read: (contactId) => read.get(contactId) as unknown as KnownContact,
    add(hash, contactId) {
      const isCertain = filter !== null && !filter.mayHold(hash)
      filter?.add(hash)
      if (isCertain) return pending.add(hash, contactId)
      // Two keys of one number: the later is a twin of the first, which must stand before it.
      if (pending.contactOf(hash) !== 0) writeKeys(insert, pending)
      if (filter === null || find.get(hash) !== undefined) addTwin.run(hash, contactId)
      else pending.add(hash, contactId)
    },
    flush: () => writeKeys(insert, pending),
  }
}

function writeKeys(insert: BulkInsert, pending: NewKeys): void {
  const {hashes, contacts} = pending.take()
  const columns = {address_hash: hashes, contact_id: contacts}
  for (let from = 0; from < hashes.length; from += GROUP)
    insert(null, columns, from, Math.min(from + GROUP, hashes.length))
}

/** Takes the key of a contact that is being removed out of the table. */
export function keyRemover({db}: Connection): (contactId: number, key: string) => void {
  const remove = db.prepare('delete from contact_keys where address_hash = ? and contact_id = ?')
  return (contactId, key) => remove.run(addressHash(key), contactId)
}
