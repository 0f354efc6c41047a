/** Single opt-outs: written, and asked for by subject. Used by everything that records one beside its own work. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import {hashAlgorithmOf} from '../../core/suppression/hash-forms.ts'
import {sealOf} from '../system/seal-event.ts'
import {answeringConsents} from './answering-consents.ts'
import type {SqliteDatabase} from './driver.ts'
import {IS_WHOLE} from './suppression-exceptions.ts'

/** Later than any end. */
export const NO_END = Number.MAX_SAFE_INTEGER

/** Whether an event still counts; s: of suppression_events. */
export const STANDS = 'not exists (select 1 from suppression_lifts l where l.event_id = s.id)'

const ADD = `insert into suppression_events
  (subject_hash, subject, spelling, reason, scope, from_at, until_at, source, source_line, recorded_at, seal)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
/**
 * What makes an entry say nothing new beside others: whom, why and how far, while a known one ends no earlier and is
 * not older and has no exceptions. One that was lifted or has some still covers what is said of the very same moment.
 */
const COVERED = `select 1 from suppression_events s where s.subject_hash = ? and s.subject = ? and s.reason = ? and s.scope = ?
  and (s.until_at is null or s.until_at >= ?)
  and (s.from_at = ?6 or (?6 is null or coalesce(s.from_at, s.recorded_at) >= ?6) and ${STANDS} and ${IS_WHOLE}) limit 1`

/** Since when the newest one stands that says whom, why and how far, and ends no earlier. */
const STANDING = `select max(coalesce(s.from_at, s.recorded_at)) as since from suppression_events s
  where s.subject_hash = ? and s.subject = ? and s.reason = ? and s.scope = ? and (s.until_at is null or s.until_at >= ?) and ${STANDS} and ${IS_WHOLE}`

/** A no after it must not be passed over for an older one, which the confirmation would lift. */
const OPEN_SIGN_UP = `select max(asked_at) as at from sign_ups where person_hash = ? and suppress_key = ? and state = 'open'`

export interface SuppressionWriter {
  /** In a transaction of its caller. Returns the id of the event. */
  add(entry: Omit<SuppressionEntry, 'kind'>, at: number): number
  /** Whether what is recorded already says as much. */
  covers(entry: Pick<SuppressionEntry, 'subject' | 'reason' | 'scope' | 'from' | 'until'>): boolean
  /**
   * Whether what is asked for at this moment stands already, and nobody consented or asked to in between: a click that comes twice,
   * or a link that is opened a hundred times, is one opt-out.
   */
  repeats(entry: Pick<SuppressionEntry, 'subject' | 'reason' | 'scope' | 'until'>): boolean
}

export function suppressionWriter(db: SqliteDatabase): SuppressionWriter {
  const add = db.prepare(ADD)
  const covered = db.prepare(COVERED)
  const standing = db.prepare(STANDING)
  const consents = answeringConsents(db)
  const openSignUp = db.prepare(OPEN_SIGN_UP)
  const note = algorithmNoter(db)
  return {
    add(entry, at) {
      const {subject, spelling = null, reason, scope, from, until, source, line} = entry
      const seal = sealOf(sealedContent(entry))
      const {lastInsertRowid} = add.run(
        ...[addressHash(subject), subject, spelling, reason, scope],
        ...[from, until, source, line, at, seal],
      )
      note(subject)
      return Number(lastInsertRowid)
    },
    covers: ({subject, reason, scope, from, until}) =>
      covered.get(addressHash(subject), subject, reason, scope, until ?? NO_END, from) !== undefined,
    repeats({subject, reason, scope, until}) {
      const hash = addressHash(subject)
      const {since} = standing.get(hash, subject, reason, scope, until ?? NO_END) as {since: number | null}
      if (since === null) return false
      const asked = (openSignUp.get(hash, subject) as {at: number | null}).at ?? 0
      if (asked > since) return false
      return (consents.newest(consents.contactsOf(subject, hash), scope)?.at ?? 0) <= since
    },
  }
}

/** What is sealed of an entry. */
export function sealedContent(
  entry: Omit<SuppressionEntry, 'kind' | 'line' | 'spelling'> & {readonly spelling?: string | undefined},
): string {
  const {subject, spelling, reason, scope, from, until, source} = entry
  const spelled = spelling === undefined ? '' : ` ${spelling}`
  return `${subject}${spelled}\n${reason}\n${scope}\n${from ?? ''}\n${until ?? ''}\n${source}`
}

/** Remembers in the store which kinds of hashed entries it has. */
export function algorithmNoter(db: SqliteDatabase): (subject: string) => void {
  const note = db.prepare('insert into suppression_algorithms (algorithm) values (?) on conflict do nothing')
  return (subject) => {
    const algorithm = hashAlgorithmOf(subject)
    if (algorithm !== null) note.run(algorithm)
  }
}
