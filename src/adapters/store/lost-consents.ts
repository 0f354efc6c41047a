/**
 * What a plan was made on may be gone: imports can be taken back between plan and mark. Whoever was planned on a
 * consent that went with one, or is no longer on the list, gets no mail.
 */
import {consentAt, isYes} from '../../core/contacts/consent.ts'
import type {SendRecord} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import type {ConsentRow} from './lists.ts'
import {factOf} from './lists.ts'

export interface LostConsents {
  /** False when no import was taken back since the plan: then nobody need be asked. Costs one small look-up. */
  isPossible(): boolean
  /** Null when the plan's verdict on the contact still has what it stood on. */
  reasonOf(contactId: number, at: number): 'consent:undone' | 'import:undone' | null
}

export function lostConsents({db}: Connection, send: Pick<SendRecord, 'listId' | 'plannedAt' | 'topic'>): LostConsents {
  const undone = db.prepare('select 1 from import_undos where began_at >= ? limit 1')
  const member = db.prepare('select 1 from list_members where list_id = ? and contact_id = ?')
  const consents = db.prepare(
    `select e.contact_id, kind, basis, e.at, method, source, wording, purpose, topic, evidence, e.recorded_at,
     exists (select 1 from standing_consents s where s.contact_id = e.contact_id and s.id = e.id) as stands
     from consent_events e join consent_details d on d.id = e.details_id left join import_undos u on u.import_id = d.import_id
     where e.contact_id = ?1 and (u.began_at is null or u.began_at >= ?2 or d.kind in ('refused', 'withdrawn')) order by e.id`,
  )
  return {
    isPossible: () => undone.get(send.plannedAt) !== undefined,
    reasonOf(contactId, at) {
      if (member.get(send.listId, contactId) === undefined) return 'import:undone'
      const rows = consents.all(contactId, send.plannedAt) as unknown as (ConsentRow & {stands: number})[]
      const facts = rows.map(({stands, ...row}) => ({fact: factOf(row), stands: stands === 1}))
      const all = facts.map(({fact}) => fact)
      const before = consentAt(all, at, send.topic)
      if (before === null || !isYes(before)) return null
      const standing = facts.filter(({stands}) => stands).map(({fact}) => fact)
      if (standing.includes(before)) return null
      const now = consentAt(standing, at, send.topic)
      const isAlike =
        now !== null && (['kind', 'basis', 'purpose', 'topic'] as const).every((name) => now[name] === before[name])
      return isAlike ? null : 'consent:undone'
    },
  }
}
