/** Which contacts the entries of a merge forbid, and the newest consent of those. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import {kindOfSubject} from '../../core/suppression/entry.ts'
import type {HashAlgorithm} from '../../core/suppression/hash-forms.ts'
import {hashAlgorithmOf, hashSubjects} from '../../core/suppression/hash-forms.ts'
import {answeringConsents} from './answering-consents.ts'
import type {Connection} from './connection.ts'
import {keyFilter} from './key-filter.ts'
import type {StoredEvent} from './suppression-beside.ts'

/** An opt-out of a hash that binds somebody in the store. */
export interface HashBinding {
  readonly event: StoredEvent
  readonly contactId: number
  /** False when the event was seen with another contact. */
  readonly isFirst: boolean
}

/** Above this many contacts for one entry, reading all their keys for the filter costs more than asking. */
const WORTH_READING = 4
const CONTACTS_AT_ONCE = 5000

/** entries: of the whole merge. */
export function bindingsOf({db}: Connection, entries: number) {
  const consents = answeringConsents(db)
  const {n: contacts} = db.prepare('select count(*) as n from contact_keys').get() as {n: number}
  const filter = contacts > 0 && contacts <= entries * WORTH_READING ? filterOfContacts(contacts) : null
  const hashes = {filter: null as ReturnType<typeof keyFilter> | null, algorithms: new Set<HashAlgorithm>()}

  function filterOfContacts(count: number) {
    const made = keyFilter(count)
    const keys = db.prepare('select address_hash as hash from contact_keys').iterate()
    for (const {hash} of keys as Iterable<unknown> as Iterable<{hash: number}>) made.add(hash)
    const broad = db.prepare('select suppress_key as key from contacts where suppress_key is not null').iterate()
    for (const {key} of broad as Iterable<unknown> as Iterable<{key: string}>) made.add(addressHash(key))
    return made
  }

  return {
    /** Contacts with that subject as their address; a hash is remembered for ofHashes, domains bind whoever comes. */
    contactsOf(subject: string, hash: number): readonly number[] {
      if (contacts === 0) return []
      const algorithm = hashAlgorithmOf(subject)
      if (algorithm !== null) {
        hashes.filter ??= keyFilter(entries)
        hashes.filter.add(hash)
        hashes.algorithms.add(algorithm)
        return []
      }
      if (kindOfSubject(subject) === 'domain' || filter?.mayHold(hash) === false) return []
      return consents.contactsOf(subject, hash)
    },
    /** That could end an opt-out of that scope. */
    newestConsent: consents.newest,
    /** Contacts that the hashed entries forbid which this merge has written: every contact is hashed once. */
    *ofHashes(firstId: number, lastId: number): Generator<HashBinding> {
      const {filter: wanted} = hashes
      if (wanted === null || lastId < firstId) return
      const algorithms = [...hashes.algorithms]
      const seen = new Uint8Array(Math.ceil((lastId - firstId + 1) / 8))
      const page = db.prepare(
        `select id, coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as suppressKey
         from contacts where id > ? and address_key <> '' order by id limit ${CONTACTS_AT_ONCE}`,
      )
      const find = db.prepare(
        `select id, subject, reason, scope, from_at as "from", until_at as until, source, recorded_at as recordedAt,
         null as liftedAt from suppression_events where subject_hash = ? and subject = ? and id >= ?`,
      )
      for (let after = 0; ; ) {
        const people = page.all(after) as unknown as {id: number; address: string; suppressKey: string}[]
        if (people.length === 0) return
        for (const {id: contactId, address, suppressKey} of people)
          for (const subject of hashSubjects(address, suppressKey, algorithms)) {
            const hash = addressHash(subject)
            if (!wanted.mayHold(hash)) continue
            for (const row of find.all(hash, subject, firstId) as unknown as StoredEvent[]) {
              const bit = row.id - firstId
              const isFirst = (seen[bit >> 3]! & (1 << (bit & 7))) === 0
              seen[bit >> 3]! |= 1 << (bit & 7)
              yield {event: {...row, stands: true}, contactId, isFirst}
            }
          }
        after = people.at(-1)!.id
      }
    },
  }
}
