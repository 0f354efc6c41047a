/** The contacts that an address names, in whatever spelling, and the newest consent of theirs that could end an opt-out. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SuppressionScope} from '../../core/suppression/entry.ts'
import {answersOptOut} from '../../core/suppression/removal.ts'
import {uuidOf} from '../system/seal-event.ts'
import type {SqliteDatabase} from './driver.ts'

const CONTACTS_BY_KEY = `select c.id from contact_keys k join contacts c on c.id = k.contact_id where k.address_hash = ?2
  and c.address_key = ?1 union select id from contacts where suppress_key = ?1`
/** Newest first. */
const CONSENTS = `select s.kind, s.basis, s.topic, s.at, e.seal from standing_consents s join consent_events e on e.id = s.id
  where s.contact_id = ? and s.basis = 'consent' and s.at is not null order by s.at desc`

type Consent = Pick<ConsentFact, 'kind' | 'basis' | 'topic'> & {readonly at: number; readonly seal: Uint8Array}

export function answeringConsents(db: SqliteDatabase) {
  const byKey = db.prepare(CONTACTS_BY_KEY)
  const consentsOf = db.prepare(CONSENTS)
  return {
    contactsOf: (subject: string, hash: number): readonly number[] =>
      (byKey.all(subject, hash) as {id: number}[]).map(({id}) => id),
    newest(
      contactIds: readonly number[],
      scope: SuppressionScope,
    ): {readonly at: number; readonly uuid: string} | null {
      let newest: {at: number; seal: Uint8Array} | null = null
      for (const id of contactIds) {
        const found = (consentsOf.all(id) as unknown as Consent[]).find((consent) => answersOptOut(consent, scope))
        if (found !== undefined && (newest === null || found.at > newest.at)) newest = found
      }
      return newest === null ? null : {at: newest.at, uuid: uuidOf(newest.seal)}
    },
  }
}
