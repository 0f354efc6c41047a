/**
 * Whether a no of a person, or about one, was ever recorded, whatever became of it: they come back by their own confirmation
 * alone, since anybody can type an address into a form.
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import {answeringConsents} from './answering-consents.ts'
import type {Connection} from './connection.ts'
import type {Person} from './suppression-lookup.ts'
import {subjectsOf, suppressionLookup} from './suppression-lookup.ts'

/** Any opt-out, also one that was lifted or has run out; any consent event that is a no, under any spelling of the address. */
export function hasSaidNo({db}: Connection, person: Person): boolean {
  const subjects = subjectsOf(person, suppressionLookup(db).algorithms())
  const optOuts = db
    .prepare('select s.subject from json_each(?) j cross join suppression_events s on s.subject_hash = j.value')
    .all(JSON.stringify(subjects.map(addressHash))) as {subject: string}[]
  if (optOuts.some(({subject}) => subjects.includes(subject))) return true
  const refusal = db.prepare(
    `select 1 from standing_consents where contact_id = ? and kind in ('refused', 'withdrawn') limit 1`,
  )
  const {suppressKey} = person
  return answeringConsents(db)
    .contactsOf(suppressKey, addressHash(suppressKey))
    .some((id) => refusal.get(id) !== undefined)
}
