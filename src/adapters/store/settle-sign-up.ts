/** A sign-up that is over: what it held of the person goes, what its link shows when it is followed again stays. */
import type {SignUpFacts} from '../../ports/sign-up-desk.ts'
import type {SqliteDatabase} from './driver.ts'

/** contactId: of whoever confirmed. In a transaction of its caller. */
export type SettleSignUp = (
  id: string,
  facts: SignUpFacts,
  outcome: {readonly state: 'confirmed' | 'overtaken'; readonly contactId: number | null},
) => void

export function signUpSettler(db: SqliteDatabase): SettleSignUp {
  const settle = db.prepare(
    `update sign_ups set state = ?, contact_id = ?, address = '', address_key = '', suppress_key = '', person_hash = 0,
     facts = ?, mail = case when mail = 'queued' then 'none' else mail end where public_id = ?`,
  )
  return (id, facts, {state, contactId}) => {
    const left = JSON.stringify({...facts, values: {}, client: {address: null, userAgent: null}})
    settle.run(state, contactId, left, id)
  }
}
