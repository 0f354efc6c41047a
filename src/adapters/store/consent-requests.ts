/**
 * The mark that somebody was asked for consent by mail: made in the transaction that releases the mail, by person and for ever,
 * so that no later send, list or crash asks twice (特定電子メール法施行規則 2条1項2号).
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import {ASKED_BEFORE} from '../../core/sending/request-verdict.ts'
import type {SendContent} from '../../core/sending/send-content.ts'
import {readContent} from '../../core/sending/send-content.ts'
import type {SendRecord} from '../../ports/store.ts'
import {eventWriter} from './add-event.ts'
import type {Connection} from './connection.ts'
import type {SqliteDatabase} from './driver.ts'

/** How the consent record tells that a mail asked. */
const METHOD = 'consent request'

export interface RequestMarks {
  /** Why somebody may not be asked by this send; null = may. An attempt that was refused for now may be made again. */
  stopOf(suppressKey: string): string | null
  /** In the transaction that grants the dot. */
  mark(contactId: number, suppressKey: string, at: number): void
}

/** Null for sends that ask nobody. */
export function requestMarks(connection: Connection, send: SendRecord): RequestMarks | null {
  if (send.mailClass !== 'consent-request') return null
  const {db} = connection
  const link = (readContent(send.content) as SendContent).consent
  const asked = db.prepare('select send_id as sendId from consent_requests where suppress_key = ?')
  const signedUp = openSignUp(db)
  const add = db.prepare(
    'insert into consent_requests (suppress_key, contact_id, send_id, marked_at) values (?, ?, ?, ?) on conflict do nothing',
  )
  const again = db.prepare('update consent_requests set marked_at = ? where suppress_key = ? and send_id = ?')
  return {
    stopOf(suppressKey) {
      const row = asked.get(suppressKey) as {sendId: number} | undefined
      const isOther = row !== undefined && row.sendId !== send.id
      return isOther || signedUp(suppressKey) ? ASKED_BEFORE : null
    },
    mark(contactId, suppressKey, at) {
      if (add.run(suppressKey, contactId, send.id, at).changes === 0) {
        again.run(at, suppressKey, send.id)
        return
      }
      const evidence = {doi_sent_at: new Date(at).toISOString(), record_id: send.publicId}
      eventWriter(connection, at).add(
        contactId,
        {
          ...{kind: 'requested', basis: null, at, method: METHOD, source: send.name, wording: link?.wording ?? null},
          ...{purpose: send.purpose, topic: send.topic, evidence},
        },
        {consentImportId: null, declarationId: null},
      )
    },
  }
}

/** Of these people those who were asked before, by a send or by the mail that answers their own sign-up. */
export function askedBefore({db}: Connection, suppressKeys: readonly string[]): ReadonlySet<string> {
  const rows = db
    .prepare('select suppress_key as key from consent_requests where suppress_key in (select value from json_each(?))')
    .all(JSON.stringify(suppressKeys)) as {key: string}[]
  const signedUp = openSignUp(db)
  return new Set([...rows.map(({key}) => key), ...suppressKeys.filter(signedUp)])
}

/** Whether a sign-up of theirs waits for its confirmation: another mail would be a reminder. */
function openSignUp(db: SqliteDatabase): (suppressKey: string) => boolean {
  const find = db.prepare(
    `select 1 from sign_ups where person_hash = ? and suppress_key = ? and state = 'open' and mail <> 'none' limit 1`,
  )
  return (suppressKey) => find.get(addressHash(suppressKey), suppressKey) !== undefined
}
