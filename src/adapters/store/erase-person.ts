/**
 * Takes a person out of every table in one transaction. What old sends count stays as a row without a name, so that their
 * sums hold; a tombstone takes the place of the opt-outs. Killed in between, nothing has happened.
 */
import {randomBytes, randomUUID} from 'node:crypto'
import {starred} from '../../core/segments/fault.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {lockProof, tombstoneMaker} from '../../core/suppression/tombstone.ts'
import type {EraseOrder, ErasePreview} from '../../ports/person-store.ts'
import type {Connection} from './connection.ts'
import {keyRemover} from './find-contacts.ts'
import {spellingsOf} from './held-on-person.ts'
import {forgetSignUps, signUpsOf} from './held-sign-ups.ts'
import {everyOptOutOf, forgetOptOutsOf} from './person-suppressions.ts'
import {WIPE_FACT} from './wipe-file.ts'

/** Why nothing is sent where an attempt at a mail ends after its person was erased. */
export const ERASED = 'suppression:optout'

export function previewErasure(connection: Connection, suppressKey: string): ErasePreview {
  const {db} = connection
  const people = spellingsOf(connection, suppressKey)
  const ids = people.map(({id}) => id)
  const count = (sql: string) => {
    const select = db.prepare(`select count(*) as n from ${sql}`)
    return ids.reduce((sum, id) => sum + (select.get(id) as {n: number}).n, 0)
  }
  const ofSends = 'sends s cross join deliveries d on d.send_id = s.id and d.contact_id = ?'
  return {
    contacts: ids.length,
    lists: count('lists l cross join list_members m on m.list_id = l.id and m.contact_id = ?'),
    consents: count('consent_events where contact_id = ?'),
    suppressions: everyOptOutOf(
      connection,
      suppressKey,
      people.map(({address}) => address),
    ).length,
    signUps: signUpsOf(connection, suppressKey).length,
    deliveries: count(ofSends),
    open: count(`${ofSends} where d.state in ('planned', 'deferred')`),
  }
}

/** key: the newest of the workspace. The address stands in the order alone, and in nothing that this writes. */
export function erasePerson(connection: Connection, key: ErasureKey, {suppressKey, at, proof}: EraseOrder): void {
  const {db} = connection
  // Deleted rows are overwritten with zeros where they stood; what the log and free pages keep goes with wipe-file.ts.
  db.exec('pragma secure_delete = on')
  const mac = tombstoneMaker(key)(suppressKey)
  connection.transact(() => {
    const people = spellingsOf(connection, suppressKey)
    const reason = forgetOptOutsOf(
      connection,
      suppressKey,
      people.map(({address}) => address),
    )
    for (const {id, key: addressKey} of people) {
      forgetContact(connection, id, addressKey)
      nameless(connection, id, reason)
    }
    forgetSignUps(
      connection,
      suppressKey,
      people.map(({id}) => id),
    )
    forgetWords(connection, [suppressKey, ...people.flatMap(({key: addressKey, address}) => [addressKey, address])])
    db.prepare(
      'insert into erasures (mac, key_id, uuid, reason, erased_at) values (?, ?, ?, ?, ?) on conflict do nothing',
    ).run(...[mac, key.id, randomUUID(), reason, at])
    if (proof !== null)
      db.prepare(
        'insert into locked_proofs (uuid, mac, key_id, locked, laws, until_day, over_at, locked_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
      ).run(
        ...[randomUUID(), mac, key.id, lockProof(key, suppressKey, proof.text, randomBytes(12))],
        ...[JSON.stringify(proof.laws), proof.until, proof.overAt, at],
      )
    db.prepare(`insert into store_facts (name, value) values (?, '1') on conflict do nothing`).run(WIPE_FACT)
  })
}

function forgetContact(connection: Connection, id: number, addressKey: string): void {
  const {db} = connection
  keyRemover(connection)(id, addressKey)
  db.prepare('delete from list_members where contact_id = ?1 and list_id in (select id from lists)').run(id)
  db.prepare('delete from import_changes where contact_id = ?1 and import_id in (select id from imports)').run(id)
  db.prepare('delete from consent_events where contact_id = ?').run(id)
  db.prepare('delete from consent_purges where contact_id = ?').run(id)
}

/** What the relay said may name the address, and the hash of the mail could be worked out again: both go. */
function nameless({db}: Connection, id: number, reason: SuppressionReason): void {
  db.prepare(
    `update deliveries set state = 'suppressed', reason = ?, due_at = null
     where contact_id = ? and send_id in (select id from sends) and state in ('planned', 'deferred')`,
  ).run(`suppression:${reason}`, id)
  db.prepare(
    `update attempts set message_sha256 = '', reply = case when reply is null or outcome = 'in-doubt' then reply else '' end
     where contact_id = ? and send_id in (select id from sends)`,
  ).run(id)
  const isCounted =
    db
      .prepare('select 1 from sends s cross join deliveries d on d.send_id = s.id and d.contact_id = ? limit 1')
      .get(id) !== undefined
  if (isCounted)
    db.prepare(
      `update contacts set address_key = '', address = null, suppress_key = null, country = null, locale = null, time_zone = null,
       attributes = '{}', import_id = null where id = ?`,
    ).run(id)
  else db.prepare('delete from contacts where id = ?').run(id)
}

/**
 * Expressions that chose an audience may have named the person: addresses in them become stars. So may what a relay said of
 * somebody else's mail that it forwards.
 */
function forgetWords({db}: Connection, addresses: readonly string[]): void {
  const plans = db.prepare(`select id, facts from send_events where instr(lower(facts), lower(?)) > 0`)
  const statements = db.prepare(
    'select id, segment from consent_declarations where instr(lower(segment), lower(?)) > 0',
  )
  const setFacts = db.prepare('update send_events set facts = ? where id = ?')
  const setSegment = db.prepare('update consent_declarations set segment = ? where id = ?')
  const forgetReply = db.prepare(`update attempts set reply = '' where instr(lower(reply), lower(?)) > 0`)
  for (const address of new Set(addresses)) {
    forgetReply.run(address)
    for (const {id, facts} of plans.all(address) as {id: number; facts: string}[]) {
      const told = JSON.parse(facts) as {segment?: string}
      setFacts.run(JSON.stringify({...told, segment: starred(told.segment ?? '')}), id)
    }
    for (const {id, segment} of statements.all(address) as {id: number; segment: string}[])
      setSegment.run(starred(segment), id)
  }
}
