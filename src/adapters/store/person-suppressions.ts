/** The opt-outs of one address, whatever became of them: shown, counted and, when the person is erased, taken away. */
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import {SUPPRESSION_REASONS} from '../../core/suppression/entry.ts'
import type {HeldSuppression} from '../../ports/person-store.ts'
import type {Connection} from './connection.ts'

/** In the order they were recorded, lifted ones too. */
export function everyOptOutOf({db}: Connection, suppressKey: string): readonly HeldSuppression[] {
  return db
    .prepare(
      `select uuid, subject, reason, scope, from_at as "from", until_at as "until", source, source_line as line, recorded_at as recordedAt,
       (select min(l.recorded_at) from suppression_events l where l.lifts = s.uuid) as liftedAt
       from suppression_events s where s.subject = ? and s.kind = 'add' order by recorded_at, id`,
    )
    .all(suppressKey) as unknown as HeldSuppression[]
}

/** In a transaction of its caller. Returns the reason that says most; an erasure alone is a wish to get no mail. */
export function forgetOptOutsOf(connection: Connection, suppressKey: string): SuppressionReason {
  const {db} = connection
  const found = everyOptOutOf(connection, suppressKey).map(({reason}) => reason)
  db.prepare(
    'delete from suppression_events where lifts in (select uuid from suppression_events where subject = ?)',
  ).run(suppressKey)
  db.prepare('delete from suppression_events where subject = ?').run(suppressKey)
  const order: readonly SuppressionReason[] = ['complaint', 'legal', 'optout', ...SUPPRESSION_REASONS]
  return order.find((reason) => found.includes(reason)) ?? 'optout'
}
