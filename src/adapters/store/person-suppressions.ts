/** The opt-outs of one address, whatever became of them: shown, counted and, when the person is erased, taken away. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import {SUPPRESSION_REASONS} from '../../core/suppression/entry.ts'
import type {HeldSuppression} from '../../ports/person-store.ts'
import {uuidOf} from '../system/seal-event.ts'
import type {Connection} from './connection.ts'
import type {Person} from './suppression-lookup.ts'
import {subjectsOf, suppressionLookup} from './suppression-lookup.ts'

type Row = Omit<HeldSuppression, 'uuid'> & {readonly seal: Uint8Array}

/**
 * In the order they were recorded, lifted ones too; hashed entries that are the person's as well, those of a domain not.
 * spellings: of the address, as they are held.
 */
export function everyOptOutOf(
  connection: Connection,
  suppressKey: string,
  spellings: readonly string[],
): readonly HeldSuppression[] {
  const subjects = ownSubjects(connection, suppressKey, spellings)
  const rows = connection.db
    .prepare(
      `select s.seal, subject, s.reason, scope, from_at as "from", until_at as "until", source, source_line as line,
       s.recorded_at as recordedAt, (select l.recorded_at from suppression_lifts l where l.event_id = s.id) as liftedAt
       from json_each(?) j cross join suppression_events s on s.subject_hash = j.value order by s.recorded_at, s.id`,
    )
    .all(JSON.stringify(subjects.map(addressHash))) as unknown as Row[]
  return rows.filter(({subject}) => subjects.includes(subject)).map(({seal, ...row}) => ({uuid: uuidOf(seal), ...row}))
}

/** Under what the person alone may stand among the opt-outs. */
function ownSubjects({db}: Connection, suppressKey: string, spellings: readonly string[]): readonly string[] {
  const algorithms = suppressionLookup(db).algorithms()
  const people: readonly Person[] = [suppressKey, ...spellings].map((address) => ({address, suppressKey}))
  const subjects = people.flatMap((person) => subjectsOf(person, algorithms))
  return [...new Set(subjects)].filter((subject) => !subject.startsWith('@'))
}

/**
 * In a transaction of its caller; takes away all that everyOptOutOf tells. Returns the reason that says most; an erasure
 * alone is a wish to get no mail.
 */
export function forgetOptOutsOf(
  connection: Connection,
  suppressKey: string,
  spellings: readonly string[],
): SuppressionReason {
  const {db} = connection
  const found = everyOptOutOf(connection, suppressKey, spellings).map(({reason}) => reason)
  const forgetLifts = db.prepare(
    `delete from suppression_lifts where event_id in
     (select id from suppression_events where subject_hash = ? and subject = ?)`,
  )
  const forgetExceptions = db.prepare(
    `delete from suppression_exceptions where event_id in
     (select id from suppression_events where subject_hash = ? and subject = ?)`,
  )
  const forget = db.prepare('delete from suppression_events where subject_hash = ? and subject = ?')
  for (const subject of ownSubjects(connection, suppressKey, spellings)) {
    forgetLifts.run(addressHash(subject), subject)
    forgetExceptions.run(addressHash(subject), subject)
    forget.run(addressHash(subject), subject)
  }
  const order: readonly SuppressionReason[] = ['complaint', 'legal', 'optout', ...SUPPRESSION_REASONS]
  return order.find((reason) => found.includes(reason)) ?? 'optout'
}
