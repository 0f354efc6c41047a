/** The tables as Kysely sees them (design.md section 5). Moments are UTC milliseconds, JSON is text. */
import type {Generated} from 'kysely'
import type {ErasureTables} from './erasure-tables.ts'
import type {HookProofTable} from './hook-proof-table.ts'
import type {JournalTables} from './journal-tables.ts'
import type {NetworkTable} from './network-table.ts'
import type {SignUpTables} from './sign-up-tables.ts'
import type {ExceptionTable} from './suppression-exceptions.ts'

export interface Tables
  extends ErasureTables,
    ExceptionTable,
    HookProofTable,
    JournalTables,
    NetworkTable,
    SignUpTables {
  store_facts: {name: string; value: string}
  lists: {id: Generated<number>; name: string; recorded_at: number}
  purposes: {id: Generated<number>; uuid: string; name: string; notice: string; recorded_at: number}
  imports: ImportsTable
  import_results: {import_id: number; counts: string; finished_at: number}
  import_progress: {import_id: number; rows_read: number; counts: string}
  import_changes: {import_id: number; contact_id: number; changes: string}
  import_undos: {import_id: number; began_at: number; finished_at: number | null}
  contacts: ContactsTable
  contact_keys: {address_hash: number; address_twin: number; contact_id: number}
  list_members: {list_id: number; contact_id: number; import_id: number; added_at: number}
  consent_details: ConsentDetailsTable
  consent_events: ConsentEventsTable
  /** Consent events with their details, without those of imports that were undone. */
  standing_consents: Omit<ConsentDetailsTable, 'id' | 'consent_import_id' | 'declaration_id'> & {
    id: number
    contact_id: number
    at: number | null
    recorded_at: number
  }
  wordings: WordingsTable
  consent_imports: ConsentImportsTable
  consent_import_results: {consent_import_id: number; counts: string; finished_at: number}
  consent_declarations: ConsentDeclarationsTable
  consent_declaration_results: {declaration_id: number; counts: string; finished_at: number}
  consent_purges: ConsentPurgesTable
  suppression_events: SuppressionEventsTable
  /** An opt-out that no longer holds, and on what evidence; its event stays. */
  suppression_lifts: {
    id: Generated<number>
    event_id: number
    reason: string
    evidence: string
    recorded_at: number
    seal: Uint8Array
  }
  /** Which kinds of hashed entries there are, so that nobody is hashed for kinds that there are not. */
  suppression_algorithms: {algorithm: string}
  /** Files that went in whole, and what the store held then: the same file again has nothing to add. */
  suppression_files: {sha256: string; reading: string; entries: number; lifts_seen: number; consents_seen: number}
  sends: SendsTable
  send_contents: {hash: string; body: string}
  send_events: {id: Generated<number>; uuid: string; send_id: number; kind: string; facts: string; recorded_at: number}
  deliveries: {send_id: number; contact_id: number; state: string; reason: string | null; due_at: number | null}
  attempts: AttemptsTable
  settlements: {
    id: Generated<number>
    uuid: string
    send_id: number
    contact_id: number
    attempt: number
    assumed: string
    recorded_at: number
  }
}

interface ImportsTable {
  id: Generated<number>
  uuid: string
  list_id: number
  file_name: string
  file_sha256: string
  size_bytes: number
  encoding: string
  delimiter: string
  mapping: string
  purpose: string | null
  basis: string | null
  recorded_at: number
}

interface ContactsTable {
  id: number
  address_key: string
  /** Null where it equals address_key, which it nearly always does. */
  address: string | null
  /** Null where it equals address_key, which it nearly always does. */
  suppress_key: string | null
  country: string | null
  locale: string | null
  time_zone: string | null
  attributes: string
  /** The import that made the contact. */
  import_id: number | null
  recorded_at: number
}

interface ConsentDetailsTable {
  id: Generated<number>
  /** Of a list. */
  import_id: number | null
  consent_import_id: number | null
  declaration_id: number | null
  kind: string
  basis: string | null
  method: string | null
  source: string | null
  wording: string | null
  purpose: string | null
  topic: string | null
  evidence: string
}

interface ConsentEventsTable {
  id: Generated<number>
  contact_id: number
  details_id: number
  at: number | null
  recorded_at: number
  /** UUID (16 bytes), salt (16), SHA-256 (32): seal-event.ts. */
  seal: Uint8Array
}

interface WordingsTable {
  id: Generated<number>
  uuid: string
  name: string
  sha256: string
  text: string
  language: string | null
  from_at: number
  until_at: number | null
  recorded_at: number
}

interface ConsentImportsTable {
  id: Generated<number>
  uuid: string
  file_name: string
  file_sha256: string
  size_bytes: number
  columns: string
  recorded_at: number
}

interface ConsentDeclarationsTable {
  id: Generated<number>
  uuid: string
  list_id: number
  segment: string | null
  basis: string
  wording: string
  purpose: string | null
  method: string | null
  source: string | null
  declared_by: string
  at: number | null
  at_column: string | null
  recorded_at: number
  salt: Uint8Array
  content_hash: Uint8Array
}

interface ConsentPurgesTable {
  id: Generated<number>
  uuid: string
  contact_id: number
  events: number
  hashes: string
  laws: string
  purged_by: string
  recorded_at: number
}

interface SuppressionEventsTable {
  id: Generated<number>
  /** The number of the subject (address-hash.ts): what it is found by. */
  subject_hash: number
  subject: string
  /** Of an address that was written otherwise, for those who match exactly. */
  spelling: string | null
  reason: string
  scope: string
  from_at: number | null
  until_at: number | null
  source: string
  source_line: number | null
  recorded_at: number
  /** UUID (16 bytes), salt (16), SHA-256 (32): seal-event.ts. */
  seal: Uint8Array
}

interface SendsTable {
  id: Generated<number>
  public_id: string
  name: string
  list_id: number
  template: string
  purpose: string
  topic: string | null
  mail_class: string
  laws: string
  mode: string
  content_hash: string
  audience_hash: string
  settings_hash: string
  instance_id: string
  token_key: string
  audience: number
  to_send: number
  planned_at: number
  consents_seen: number
}

interface AttemptsTable {
  send_id: number
  contact_id: number
  attempt: number
  marked_at: number
  message_date: number
  message_sha256: string
  fence: number
  outcome: string | null
  code: number | null
  enhanced: string | null
  reply: string | null
  finished_at: number | null
}
