/**
 * How often an address was asked to confirm without an answer: somebody who types another person's address over and over
 * must not fill their mailbox. Outlives the sign-ups themselves, by numbers without addresses.
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SqliteDatabase} from './driver.ts'

const DAY_MS = 86_400_000
export const ASKS_KEPT_MS = 30 * DAY_MS
const MOST_UNANSWERED = 3

/** Each in a transaction of its caller. */
export function unansweredAsks(db: SqliteDatabase) {
  const count = db.prepare('select count(*) as n from sign_up_asks where person_hash = ? and asked_at > ?')
  const add = db.prepare('insert into sign_up_asks (person_hash, asked_at) values (?, ?)')
  const forget = db.prepare('delete from sign_up_asks where person_hash = ?')
  return {
    areTooMany: (suppressKey: string, at: number): boolean =>
      (count.get(addressHash(suppressKey), at - ASKS_KEPT_MS) as {n: number}).n >= MOST_UNANSWERED,
    add(suppressKey: string, at: number): void {
      add.run(addressHash(suppressKey), at)
    },
    /** The person has answered, or is erased. */
    forget(suppressKey: string): void {
      forget.run(addressHash(suppressKey))
    },
  }
}
