/**
 * Opt-outs that are heard of only after their person has signed up anew: they are on record as they happened, and that yes, which
 * the person confirmed themself, lifts them as it would have lifted them in order.
 */
import {DOUBLE_OPT_IN} from '../../core/consent/form-consent.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import {answersOptOut} from '../../core/suppression/removal.ts'
import {uuidOf} from '../system/seal-event.ts'
import {answeringConsents} from './answering-consents.ts'
import type {SqliteDatabase} from './driver.ts'
import {lifter} from './suppression-lifts.ts'

/** Newest first. Those of files and declarations are left out: nobody confirmed them here. asked: what was said later is not lifted. */
const CONFIRMED = `select s.kind, s.basis, s.topic, s.at, e.seal,
  min(s.at, coalesce(unixepoch(json_extract(s.evidence, '$.doi_sent_at'), 'subsec') * 1000, s.at)) as asked
  from standing_consents s join consent_events e on e.id = s.id join consent_details d on d.id = e.details_id
  where s.contact_id = ? and s.kind = 'given' and s.method = '${DOUBLE_OPT_IN}' and s.at is not null
  and d.import_id is null and d.consent_import_id is null and d.declaration_id is null
  and json_extract(s.evidence, '$.doi_confirmed_at') is not null order by s.at desc`

type Confirmed = Pick<ConsentFact, 'kind' | 'basis' | 'topic'> & {
  readonly at: number
  readonly asked: number
  readonly seal: Uint8Array
}

/** In a transaction of its caller. id: of the event that was written for the entry. */
export function lateLifter(db: SqliteDatabase) {
  const consents = answeringConsents(db)
  const confirmed = db.prepare(CONFIRMED)
  return (id: number, {subject, scope, from}: SuppressionEntry, at: number): void => {
    const contacts = consents.contactsOf(subject, addressHash(subject))
    const own = contacts.flatMap((contact) => confirmed.all(contact) as unknown as Confirmed[])
    const newer = own.find((each) => from !== null && each.asked >= from && answersOptOut(each, scope))
    if (newer !== undefined) lifter(db, at)(id, 'signed up anew', {consent: uuidOf(newer.seal), at: newer.at})
  }
}
