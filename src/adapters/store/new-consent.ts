/**
 * What a consent that a person gave themself does in the store: the event is written, and what the person had said before is
 * lifted as far as the consent goes; an opt-out of all mail stands, without the topics that were taken anew. Complaints, legal demands, entries by hand and whole domains stay (rulebook E.7).
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {SuppressionHit} from '../../core/suppression/entry.ts'
import {kindOfSubject} from '../../core/suppression/entry.ts'
import {answersOptOut} from '../../core/suppression/removal.ts'
import {uuidOf} from '../system/seal-event.ts'
import {eventWriter} from './add-event.ts'
import type {Connection} from './connection.ts'
import {exceptionWriter} from './suppression-exceptions.ts'
import {lifter} from './suppression-lifts.ts'
import type {Person} from './suppression-lookup.ts'
import {suppressionLookup} from './suppression-lookup.ts'

/** Since when an opt-out holds. */
function since({from, recordedAt}: SuppressionHit): number {
  return from ?? recordedAt
}

/** A person's own no of before the request goes, and a bounce, since whoever follows the link has got the mail. */
function isLiftable(hit: SuppressionHit, askedAt: number): boolean {
  if (kindOfSubject(hit.subject) === 'domain') return false
  return hit.reason === 'bounce' || (hit.reason === 'optout' && since(hit) <= askedAt)
}

/** Whether an opt-out is about what a consent to that topic (null: all mail) would allow. */
function isAbout({scope}: SuppressionHit, topic: string | null): boolean {
  if (scope === 'third-party') return false
  return scope === 'all' || answersOptOut({kind: 'given', basis: 'consent', topic}, scope)
}

/** Those that a consent asked for at that moment does not lift: it is no use, or came too late. */
export function standingAgainst(
  hits: readonly SuppressionHit[],
  topic: string | null,
  askedAt: number,
): readonly SuppressionHit[] {
  return hits.filter((hit) => isAbout(hit, topic) && !isLiftable(hit, askedAt))
}

/**
 * In a transaction of its caller. askedAt: what was said after it is not lifted. Returns how many gave way.
 */
export function addOwnConsent(
  connection: Connection,
  {id, person, fact, askedAt}: {id: number; person: Person; fact: ConsentFact; askedAt: number},
  at: number,
): number {
  const {db} = connection
  const events = eventWriter(connection, at)
  const origins = {consentImportId: null, declarationId: null}
  const lookup = suppressionLookup(db)
  const hits = lookup.holding(person, at).filter((hit) => isLiftable(hit, askedAt))
  const answered = hits.filter(({scope}) => scope === 'all' || answersOptOut(fact, scope))
  events.add(id, fact, origins)
  if (answered.length === 0) return 0
  const {seal} = db
    .prepare('select seal from consent_events where contact_id = ? order by id desc limit 1')
    .get(id) as {
    seal: Uint8Array
  }
  const find = db.prepare(
    'select id from suppression_events where subject_hash = ? and subject = ? and substr(seal, 1, 16) = ?',
  )
  const lift = lifter(db, at)
  const except = exceptionWriter(db, at)
  const evidence = {consent: uuidOf(seal), at: fact.at!}
  for (const {uuid, subject, scope, reason} of answered) {
    const row = find.get(addressHash(subject), subject, Buffer.from(uuid.replaceAll('-', ''), 'hex')) as {id: number}
    // Who left everything and takes one topic anew has still left the rest. A bounce is no wish: the mail has arrived.
    const leavesRest = reason === 'optout' && scope === 'all' && !answersOptOut(fact, scope)
    if (leavesRest) except(row.id, fact.topic!, evidence)
    else lift(row.id, 'signed up anew', evidence)
  }
  return answered.length
}
