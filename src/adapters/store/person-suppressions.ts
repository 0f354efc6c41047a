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

/** In the order they were recorded, lifted ones too. */
export function everyOptOutOf({db}: Connection, suppressKey: string): readonly HeldSuppression[] {
  const rows = db
    .prepare(
      `select s.seal, subject, s.reason, scope, from_at as "from", until_at as "until", source, source_line as line,
       s.recorded_at as recordedAt, (select l.recorded_at from suppression_lifts l where l.event_id = s.id) as liftedAt
       from suppression_events s where s.subject_hash = ? and s.subject = ? order by s.recorded_at, s.id`,
    )
    .all(addressHash(suppressKey), suppressKey) as unknown as Row[]
  return rows.map(({seal, ...row}) => ({uuid: uuidOf(seal), ...row}))
}

/**
 * In a transaction of its caller; hashed entries that are the person's go too, those of a domain stay. Returns the reason
 * that says most; an erasure alone is a wish to get no mail. spellings: of the address, as they are held.
 */
export function forgetOptOutsOf(
  connection: Connection,
  suppressKey: string,
  spellings: readonly string[],
): SuppressionReason {
  const {db} = connection
  const found = everyOptOutOf(connection, suppressKey).map(({reason}) => reason)
  const algorithms = suppressionLookup(db).algorithms()
  const people: readonly Person[] = [suppressKey, ...spellings].map((address) => ({address, suppressKey}))
  const subjects = new Set(people.flatMap((person) => subjectsOf(person, algorithms)))
  const forgetLifts = db.prepare(
    `delete from suppression_lifts where event_id in
     (select id from suppression_events where subject_hash = ? and subject = ?)`,
  )
  const forget = db.prepare('delete from suppression_events where subject_hash = ? and subject = ?')
  for (const subject of subjects) {
    if (subject.startsWith('@')) continue
    forgetLifts.run(addressHash(subject), subject)
    forget.run(addressHash(subject), subject)
  }
  const order: readonly SuppressionReason[] = ['complaint', 'legal', 'optout', ...SUPPRESSION_REASONS]
  return order.find((reason) => found.includes(reason)) ?? 'optout'
}
