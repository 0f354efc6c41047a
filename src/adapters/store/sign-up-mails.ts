/** The mails with confirmation links that wait in the store: marked before their dot, as every mail of ours is. */
import type {DueMail, MailOutcome, MailsWaiting, SignUpFacts, SignUpMails} from '../../ports/sign-up-desk.ts'
import type {Connection} from './connection.ts'
import {storeError} from './driver.ts'
import type {GroupWriter} from './group-writer.ts'
import {standingAgainst} from './new-consent.ts'
import {signUpSettler} from './settle-sign-up.ts'
import {suppressionLookup} from './suppression-lookup.ts'

type DueRow = Omit<DueMail, 'facts'> & {readonly facts: string}
type WaitingRow = Pick<DueRow, 'address' | 'facts' | 'askedAt'> & {readonly suppressKey: string}

export function signUpMails({db, file}: Connection, writer: GroupWriter): SignUpMails {
  const due = db.prepare(
    `select public_id as id, address, facts, asked_at as askedAt, expires_at as expiresAt, attempt + 1 as attempt
     from sign_ups where mail = 'queued' and state = 'open' and due_at <= ?1 and expires_at > ?1 order by due_at limit ?2`,
  )
  const waits = db.prepare(
    `select address, suppress_key as suppressKey, facts, asked_at as askedAt from sign_ups
     where public_id = ? and mail = 'queued' and state = 'open' and expires_at > ?`,
  )
  const mark = db.prepare(
    `update sign_ups set mail = 'attempting', attempt = attempt + 1, marked_at = ? where public_id = ?`,
  )
  const settleSignUp = signUpSettler(db)
  const settle = db.prepare(
    `update sign_ups set mail = ?2, due_at = ?3 where public_id = ?1 and mail in ('queued', 'attempting')`,
  )
  const later = db.prepare(
    `update sign_ups set mail = 'queued', due_at = ?2, marked_at = null,
     attempt = attempt + case when mail = 'queued' then 1 else 0 end
     where public_id = ?1 and mail in ('queued', 'attempting')`,
  )
  const waiting = db.prepare(
    `select count(*) as count, min(asked_at) as since from sign_ups where mail = 'queued' and state = 'open'`,
  )
  const unfinished = db.prepare(`update sign_ups set mail = 'in-doubt' where mail = 'attempting'`)
  const isUnfinished = db.prepare(`select 1 from sign_ups where mail = 'attempting' limit 1`)
  const forget = db.prepare('delete from sign_ups where expires_at < ?')
  const isOver = db.prepare('select 1 from sign_ups where expires_at < ? limit 1')
  const reading = async <T>(read: () => T): Promise<T> => {
    try {
      return read()
    } catch (error) {
      throw storeError(file, error)
    }
  }
  /** Whoever opted out or complained while the mail waited gets none. */
  const marked = (id: string, at: number): boolean => {
    const row = waits.get(id, at) as WaitingRow | undefined
    if (row === undefined) return false
    const facts = JSON.parse(row.facts) as SignUpFacts
    const against = standingAgainst(suppressionLookup(db).holding(row, at), facts.topic, row.askedAt)
    if (against.length === 0) return mark.run(at, id).changes === 1
    settleSignUp(id, facts, {state: 'overtaken', contactId: null})
    return false
  }
  return {
    due: (at, most) =>
      reading(() =>
        (due.all(at, most) as unknown as DueRow[]).map((row): DueMail => ({...row, facts: JSON.parse(row.facts)})),
      ),
    mark: (id, at) => writer.write(() => marked(id, at)),
    settle: (id, outcome: MailOutcome) =>
      writer.write(() => {
        if (outcome.kind === 'later') later.run(id, outcome.at)
        else settle.run(id, outcome.kind, null)
      }),
    waiting: () => reading(() => waiting.get() as unknown as MailsWaiting),
    // Looked at first: nobody waits for the store's lock where there is nothing to write.
    async closeUnfinished() {
      if ((await reading(() => isUnfinished.get())) === undefined) return 0
      return writer.write(() => Number(unfinished.run().changes))
    },
    async forget(at) {
      if ((await reading(() => isOver.get(at))) === undefined) return 0
      return writer.write(() => Number(forget.run(at).changes))
    },
  }
}
