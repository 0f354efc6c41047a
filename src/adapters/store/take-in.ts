/**
 * A person who signed up comes into the store: as a new contact or the one that has the address, on the list of the form, with
 * the consent and what it lifts. Who was erased and signs up anew is a new person; only what a complaint or a legal demand
 * forbade them stays. What a known contact is called changes only by the person's own confirmation: a stranger fills in empty
 * fields at most.
 */

import type {Address} from '../../core/contacts/address.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SignUpFacts} from '../../ports/sign-up-desk.ts'
import type {Connection} from './connection.ts'
import {contactFinder} from './find-contacts.ts'
import {countSignUp, formImport} from './form-imports.ts'
import type {ImportPlace} from './import-statements.ts'
import {prepareImport} from './import-statements.ts'
import type {KnownContact} from './merge-contact.ts'
import {mergeContact} from './merge-contact.ts'
import {addOwnConsent} from './new-consent.ts'
import {suppressionWriter} from './suppression-events.ts'
import type {Tombstones} from './tombstones.ts'

export interface Arrival {
  readonly address: Pick<Address, 'address' | 'key' | 'suppressKey'>
  readonly facts: SignUpFacts
  readonly fact: ConsentFact
  /** When the person asked, UTC milliseconds. */
  readonly askedAt: number
  /** By a link in a mail to them; else anybody may have typed the address. */
  readonly isConfirmed: boolean
}

/** In a transaction of its caller. Returns the contact's id. */
export function takeIn(connection: Connection, graves: Tombstones, arrival: Arrival, at: number): number {
  const {address, facts, fact, askedAt} = arrival
  openGrave(connection, graves, address.suppressKey, at)
  const fields = Object.keys(facts.values).map((name) => ({name}))
  const purpose = {name: facts.purpose, notice: facts.purposeNotice}
  const place = formImport(connection, {form: facts.form, list: facts.list, fields, purpose}, at)
  const id = contactOf(connection, place, arrival)
  addOwnConsent(connection, {id, person: address, fact, askedAt}, at)
  return id
}

function contactOf(connection: Connection, place: ImportPlace, {address, facts, isConfirmed}: Arrival): number {
  const {db} = connection
  const {key} = address
  const hash = addressHash(key)
  const finder = contactFinder(connection, null, 1)
  finder.begin()
  const attributes = JSON.stringify(facts.values)
  const known = finder.find(hash, key)
  const statements = prepareImport(db, place)
  const id = known ?? newContact(connection, place, {address, attributes, locale: facts.language})
  if (known === null) {
    finder.add(hash, id)
    finder.flush()
  } else {
    const before = finder.read(known)
    const given = isConfirmed ? attributes : emptyOf(before, facts.values)
    mergeContact(statements, place, before, {country: null, locale: null, time_zone: null, attributes: given})
  }
  // Also for who was on the list: what else brought them there may be taken back, their own wish stays.
  db.prepare(
    `insert into list_members (list_id, contact_id, import_id, added_at) values (?, ?, ?, ?)
     on conflict do update set import_id = excluded.import_id`,
  ).run(place.listId, id, place.importId, place.at)
  countSignUp(connection, place, known === null ? 'added' : 'updated')
  return id
}

/** Of the values those whose field says nothing yet. */
function emptyOf({attributes}: KnownContact, values: SignUpFacts['values']): string {
  const had = JSON.parse(attributes) as Record<string, string>
  const isEmpty = ([name]: [string, string]) => !Object.hasOwn(had, name) || had[name] === ''
  return JSON.stringify(Object.fromEntries(Object.entries(values).filter(isEmpty)))
}

function newContact(
  {db}: Connection,
  {importId, at}: ImportPlace,
  {address, attributes, locale}: {address: Arrival['address']; attributes: string; locale: string},
): number {
  const {address: written, key, suppressKey} = address
  const {lastInsertRowid} = db
    .prepare(
      `insert into contacts (address_key, address, suppress_key, locale, attributes, import_id, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      key,
      written === key ? null : written,
      suppressKey === key ? null : suppressKey,
      locale,
      attributes,
      importId,
      at,
    )
  return Number(lastInsertRowid)
}

/** The tombstone would keep the person out for ever, against their own new wish. */
function openGrave({db}: Connection, graves: Tombstones, suppressKey: string, at: number): void {
  const grave = graves.find(suppressKey)
  if (grave === null) return
  db.prepare('delete from erasures where mac = ?').run(grave.mac)
  if (grave.reason !== 'complaint' && grave.reason !== 'legal') return
  const {reason, erasedAt} = grave
  suppressionWriter(db).add(
    {subject: suppressKey, reason, scope: 'all', from: erasedAt, until: null, source: 'contact erase', line: null},
    at,
  )
}
