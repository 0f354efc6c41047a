/** What the store holds on one person beside the consent record: spellings, imports, every opt-out, every attempt at a mail. */
import type {Address} from '../../core/contacts/address.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {HeldAttempt, HeldData, HeldImport} from '../../ports/person-store.ts'
import type {Connection} from './connection.ts'
import {everyOptOutOf} from './person-suppressions.ts'

interface Spelling {
  readonly id: number
  readonly key: string
  readonly address: string
}

/** Contacts that opt-outs of a suppress key bind, in the order they came. */
export function spellingsOf({db}: Connection, suppressKey: string): readonly Spelling[] {
  return db
    .prepare(
      `select id, address_key as key, coalesce(address, address_key) as address from contacts
       where id in (select contact_id from contact_keys where address_hash = ?2 union select id from contacts where suppress_key = ?1)
       and coalesce(suppress_key, address_key) = ?1 order by id`,
    )
    .all(suppressKey, addressHash(suppressKey)) as unknown as Spelling[]
}

/** The contact with that very address, else the first with another spelling: the one that a consent record is shown of. */
export function heldOn(connection: Connection, address: Address): HeldData | null {
  const spellings = spellingsOf(connection, address.suppressKey)
  const contact = spellings.find(({key}) => key === address.key) ?? spellings[0]
  if (contact === undefined) return null
  return {
    otherSpellings: spellings.filter(({id}) => id !== contact.id).map((each) => each.address),
    imports: importsOf(connection, contact.id),
    suppressions: everyOptOutOf(
      connection,
      address.suppressKey,
      spellings.map((each) => each.address),
    ),
    attempts: attemptsOf(connection, contact.id),
  }
}

function importsOf({db}: Connection, contactId: number): readonly HeldImport[] {
  const rows = db
    .prepare(
      // Keys of memberships and changes begin with list and import: each is asked for.
      `select i.uuid, i.file_name as file, l.name as list, i.recorded_at as at,
       exists (select 1 from import_undos u where u.import_id = i.id) as isUndone,
       i.id = (select import_id from contacts where id = ?1) as madeContact, c.changes,
       exists (select 1 from list_members m where m.list_id = i.list_id and m.contact_id = ?1 and m.import_id = i.id) as isMember,
       exists (select 1 from consent_events e join consent_details d on d.id = e.details_id
         where e.contact_id = ?1 and d.import_id = i.id) as hasConsent
       from imports i join lists l on l.id = i.list_id
       left join import_changes c on c.import_id = i.id and c.contact_id = ?1 order by i.recorded_at, i.id`,
    )
    .all(contactId) as unknown as (Omit<HeldImport, 'changes' | 'isUndone' | 'madeContact'> & {
    changes: string | null
    isUndone: number
    madeContact: number | null
    isMember: number
    hasConsent: number
  })[]
  return rows
    .filter(({madeContact, changes, isMember, hasConsent}) => madeContact || changes !== null || isMember || hasConsent)
    .map(({uuid, file, list, at, isUndone, madeContact, changes}) => ({
      ...{uuid, file, list, at, isUndone: isUndone === 1, madeContact: madeContact === 1},
      changes: changes === null ? [] : JSON.parse(changes),
    }))
}

function attemptsOf({db}: Connection, contactId: number): readonly HeldAttempt[] {
  return db
    .prepare(
      `select s.name as send, a.attempt, a.marked_at as markedAt, a.outcome, a.code, a.enhanced, a.reply, a.finished_at as finishedAt
       from sends s cross join attempts a on a.send_id = s.id and a.contact_id = ? order by a.marked_at, a.attempt`,
    )
    .all(contactId) as unknown as HeldAttempt[]
}
