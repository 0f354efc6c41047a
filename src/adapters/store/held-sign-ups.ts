/** Sign-ups of one person that wait for their confirmation: shown on request, counted, and taken away with the person. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {HeldSignUp} from '../../ports/person-store.ts'
import type {SignUpFacts} from '../../ports/sign-up-desk.ts'
import type {Connection} from './connection.ts'
import {unansweredAsks} from './unanswered-asks.ts'

interface Row {
  readonly address: string
  readonly facts: string
  readonly askedAt: number
  readonly expiresAt: number
}

/** In the order in which they came. */
export function signUpsOf({db}: Connection, suppressKey: string): readonly HeldSignUp[] {
  const rows = db
    .prepare(
      `select address, facts, asked_at as askedAt, expires_at as expiresAt from sign_ups
       where person_hash = ? and suppress_key = ? order by asked_at, public_id`,
    )
    .all(addressHash(suppressKey), suppressKey) as unknown as Row[]
  return rows.map(({facts, ...row}) => {
    const {form, topic, wording, url, values, client} = JSON.parse(facts) as SignUpFacts
    return {...row, ...{form, topic, wording, url, values, ip: client.address, userAgent: client.userAgent}}
  })
}

/** In a transaction of its caller: also the marks of those that were confirmed, and that a mail once asked for consent. */
export function forgetSignUps({db}: Connection, suppressKey: string, contactIds: readonly number[]): void {
  db.prepare('delete from sign_ups where person_hash = ? and suppress_key = ?').run(
    addressHash(suppressKey),
    suppressKey,
  )
  db.prepare('delete from sign_ups where contact_id in (select value from json_each(?))').run(
    JSON.stringify(contactIds),
  )
  unansweredAsks(db).forget(suppressKey)
  db.prepare('delete from consent_requests where suppress_key = ?').run(suppressKey)
}
