/**
 * Sign-ups in the store, over a connection of the server's own: each is durable before it is answered, and becomes a contact
 * only once its person has confirmed it (reliability.md B5).
 */
import {formConsent} from '../../core/consent/form-consent.ts'
import {wordingHistory} from '../../core/consent/wording-history.ts'
import type {Wording} from '../../core/consent/wordings.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import type {
  Confirmation,
  ConfirmOutcome,
  OpenRequest,
  SignUpDesk,
  SignUpFacts,
  SignUpMails,
  SignUpOrder,
  SignUpOutcome,
} from '../../ports/sign-up-desk.ts'
import {askedConsents} from './asked-consents.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {storeError} from './driver.ts'
import type {GroupWriter} from './group-writer.ts'
import {groupWriter} from './group-writer.ts'
import {standingAgainst} from './new-consent.ts'
import {hasSaidNo} from './said-no.ts'
import {signUpSettler} from './settle-sign-up.ts'
import {signUpMails} from './sign-up-mails.ts'
import {suppressionLookup} from './suppression-lookup.ts'
import {takeIn} from './take-in.ts'
import type {Tombstones} from './tombstones.ts'
import {tombstones} from './tombstones.ts'

export type ClosableSignUps = SignUpDesk & {
  readonly mails: SignUpMails
  close(): Promise<void>
}

/** Those of the workspace as they are now: somebody may be erased for the first time while the server runs. */
export type ErasureKeys = () => Promise<readonly ErasureKey[]>

/** file: of the store. Throws STORE_* errors. */
export async function openSignUpDesk(file: string, erasureKeys: ErasureKeys): Promise<ClosableSignUps> {
  return signUpDesk(await connect(file), erasureKeys)
}

/** connection: for this desk alone. */
export function signUpDesk(connection: Connection, erasureKeys: ErasureKeys): ClosableSignUps {
  const {db, file} = connection
  // Whoever does not confirm is to be gone: deleted rows are overwritten where they stood.
  db.exec('pragma secure_delete = on')
  const gravesNow = async () => tombstones(connection, await erasureKeys())
  const writer: GroupWriter = groupWriter(connection)
  const reading = async <T>(read: () => T): Promise<T> => {
    try {
      return read()
    } catch (error) {
      throw storeError(file, error)
    }
  }
  const asked = askedConsents(connection)
  return {
    wordings: (name) => reading(() => versionsOf(connection, name)),
    wordingText: (name, sha256) =>
      reading(() => versionsOf(connection, name).find((version) => version.sha256 === sha256) ?? null),
    async ask(order) {
      const graves = await gravesNow()
      return writer.write(() => ask(connection, graves, order))
    },
    find: (id, at) => reading(() => find(connection, id, at)),
    async confirm(id, confirmation) {
      const graves = await gravesNow()
      return writer.write(() => confirm(connection, graves, id, confirmation))
    },
    findAsked: (sendId, recipientId, at) => reading(() => asked.find(sendId, recipientId, at)),
    confirmAsked: (sendId, recipientId, confirmation) =>
      writer.write(() => asked.confirm(sendId, recipientId, confirmation)),
    mails: signUpMails(connection, writer),
    async close() {
      await writer.idle()
      await connection.close()
    },
  }
}

function versionsOf({db}: Connection, name: string): readonly Wording[] {
  const rows = db
    .prepare(
      `select name, sha256, text, language, from_at as "from", until_at as "until" from wordings where name = ? order by id`,
    )
    .all(name) as unknown as Wording[]
  return wordingHistory(rows)
}

interface SignUpRow {
  readonly address: string
  readonly address_key: string
  readonly suppress_key: string
  readonly facts: string
  readonly asked_at: number
  readonly expires_at: number
  readonly state: 'open' | 'confirmed' | 'overtaken'
  readonly contact_id: number | null
  readonly marked_at: number | null
}

/** In a transaction of its caller. */
function ask(connection: Connection, graves: Tombstones, order: SignUpOrder): SignUpOutcome {
  const {db} = connection
  const {address, facts, at, expiresAt, quietMs} = order
  const {suppressKey} = address
  const person = {address: address.address, suppressKey}
  const hits = suppressionLookup(db).holding(person, at)
  const grave = graves.find(suppressKey)
  const isBarred = standingAgainst(hits, facts.topic, at).length > 0
  if (isBarred || grave?.reason === 'complaint' || grave?.reason === 'legal') return 'barred'
  if (!facts.isDouble && grave === null && !hasSaidNo(connection, person)) {
    const moments = {at, mailedAt: null, confirmedAt: null}
    const fact = formConsent({...facts, recordId: order.id}, moments, {asking: facts.client, confirming: null})
    takeIn(connection, graves, {address, facts, fact, askedAt: at, isConfirmed: false}, at)
    return 'taken'
  }
  const lately = db
    .prepare('select 1 from sign_ups where person_hash = ? and suppress_key = ? and asked_at > ? limit 1')
    .get(addressHash(suppressKey), suppressKey, at - quietMs)
  if (lately !== undefined) return 'quiet'
  db.prepare(
    `insert into sign_ups (public_id, person_hash, suppress_key, address_key, address, facts, asked_at, expires_at, state, mail, attempt, due_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'open', 'queued', 0, ?)`,
  ).run(
    ...[order.id, addressHash(suppressKey), suppressKey, address.key, address.address],
    ...[JSON.stringify(facts), at, expiresAt, at],
  )
  return 'queued'
}

function read({db}: Connection, id: string): SignUpRow | null {
  return (db.prepare('select * from sign_ups where public_id = ?').get(id) as SignUpRow | undefined) ?? null
}

function find(connection: Connection, id: string, at: number): OpenRequest | null {
  const row = read(connection, id)
  if (row === null) return null
  const {topic, wording, wordingSha256, language, form} = JSON.parse(row.facts) as SignUpFacts
  return {
    ...{address: addressOf(connection, row), topic, wording, wordingSha256, language, form},
    state: row.state === 'open' && at > row.expires_at ? 'expired' : row.state,
  }
}

/** Of a sign-up that was confirmed the contact alone is left. */
function addressOf({db}: Connection, {address, contact_id: id}: SignUpRow): string {
  if (address !== '') return address
  const row = db.prepare('select coalesce(address, address_key) as address from contacts where id = ?').get(id) as
    | {address: string}
    | undefined
  return row?.address ?? ''
}

/** In a transaction of its caller. */
function confirm(connection: Connection, graves: Tombstones, id: string, {at, client}: Confirmation): ConfirmOutcome {
  const {db} = connection
  const row = read(connection, id)
  if (row === null) return 'gone'
  if (row.state !== 'open') return row.state === 'confirmed' ? 'known' : 'overtaken'
  if (at > row.expires_at) return 'expired'
  const facts = JSON.parse(row.facts) as SignUpFacts
  const address = {address: row.address, key: row.address_key, suppressKey: row.suppress_key}
  const hits = suppressionLookup(db).holding(address, at)
  const settle = signUpSettler(db)
  if (standingAgainst(hits, facts.topic, row.asked_at).length > 0) {
    settle(id, facts, {state: 'overtaken', contactId: null})
    return 'overtaken'
  }
  const moments = {at: row.asked_at, mailedAt: row.marked_at, confirmedAt: at}
  const fact = formConsent({...facts, recordId: id}, moments, {asking: facts.client, confirming: client})
  const contactId = takeIn(connection, graves, {address, facts, fact, askedAt: row.asked_at, isConfirmed: true}, at)
  settle(id, facts, {state: 'confirmed', contactId})
  return 'confirmed'
}
