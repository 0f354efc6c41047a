/** Answers to the one mail that asked for consent: whom its link was made for, and the consent that a confirmation gives. */
import {formConsent} from '../../core/consent/form-consent.ts'
import type {ConsentLink} from '../../core/sending/send-content.ts'
import {readContent} from '../../core/sending/send-content.ts'
import type {Confirmation, ConfirmOutcome, OpenRequest} from '../../ports/sign-up-desk.ts'
import type {Connection} from './connection.ts'
import {addOwnConsent, standingAgainst} from './new-consent.ts'
import {suppressionLookup} from './suppression-lookup.ts'

interface AskedRow {
  readonly id: number
  readonly address: string
  readonly suppressKey: string
  readonly markedAt: number
  readonly purpose: string
  readonly topic: string | null
  readonly content: string
  readonly isAnswered: number
  readonly isRefused: number
}

const DAY_MS = 86_400_000

/** A no among the consents counts as an opt-out does. */
const ASKED = `select c.id, coalesce(c.address, c.address_key) as address, coalesce(c.suppress_key, c.address_key) as suppressKey,
  r.marked_at as markedAt, s.purpose, s.topic, b.body as content,
  exists (select 1 from standing_consents e where e.contact_id = c.id and e.kind = 'given'
    and json_extract(e.evidence, '$.record_id') = s.public_id) as isAnswered,
  exists (select 1 from standing_consents e where e.contact_id = c.id and e.kind in ('refused', 'withdrawn')
    and coalesce(e.at, e.recorded_at) > r.marked_at) as isRefused
  from sends s join send_contents b on b.hash = s.content_hash
  join consent_requests r on r.send_id = s.id and r.contact_id = ?2
  join contacts c on c.id = r.contact_id
  where s.public_id = ?1 and s.mail_class = 'consent-request' and c.address_key <> ''`

export function askedConsents(connection: Connection) {
  const {db, publicIds} = connection
  const select = db.prepare(ASKED)
  const lookup = suppressionLookup(db)
  const read = (sendId: string, recipientId: string): (AskedRow & {readonly link: ConsentLink}) | null => {
    const id = publicIds.contactId(recipientId)
    const row = id === null ? undefined : (select.get(sendId, id) as AskedRow | undefined)
    const link = row === undefined ? undefined : readContent(row.content).consent
    return row === undefined || link === undefined ? null : {...row, link}
  }
  const stateOf = (row: AskedRow & {readonly link: ConsentLink}, at: number): OpenRequest['state'] => {
    if (row.isAnswered) return 'confirmed'
    if (at > row.markedAt + row.link.days * DAY_MS) return 'expired'
    const against = standingAgainst(lookup.holding(row, at), row.topic, row.markedAt)
    return row.isRefused || against.length > 0 ? 'overtaken' : 'open'
  }
  return {
    find(sendId: string, recipientId: string, at: number): OpenRequest | null {
      const row = read(sendId, recipientId)
      if (row === null) return null
      const {address, topic, link} = row
      const {wording, wordingSha256} = link
      return {...{address, topic, wording, wordingSha256, language: null, form: null}, state: stateOf(row, at)}
    },
    /** In a transaction of its caller. */
    confirm(sendId: string, recipientId: string, {at, url, client}: Confirmation): ConfirmOutcome {
      const row = read(sendId, recipientId)
      if (row === null) return 'gone'
      const state = stateOf(row, at)
      if (state !== 'open') return state === 'confirmed' ? 'known' : state
      const {id, purpose, topic, markedAt, link} = row
      const {wording, wordingSha256, controller} = link
      const asked = {url, wording, wordingSha256, purpose, topic, controller, recordId: sendId}
      const fact = formConsent(asked, {at, mailedAt: markedAt, confirmedAt: at}, {asking: client, confirming: client})
      addOwnConsent(connection, {id, person: row, fact, askedAt: markedAt}, at)
      return 'confirmed'
    },
  }
}
