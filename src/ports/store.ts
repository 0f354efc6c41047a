/** What flows ask of the store. Everything is a promise and works in batches, so that a server can stand behind it. */
import type {Address} from '../core/contacts/address.ts'
import type {ConsentFact} from '../core/contacts/consent.ts'
import type {SendReport} from '../core/reports/send-report.ts'
import type {DeliveryState, LedgerEvent} from '../core/sending/ledger-states.ts'
import type {ArrivedOptOut} from '../core/suppression/opt-out-clock.ts'
import type {ConsentStore} from './consent-store.ts'
import type {JournalStore} from './journal.ts'
import type {ImportHeader, ImportRecord, ImportSession, UndoCounts, UndoPreview} from './list-import.ts'
import type {PersonStore} from './person-store.ts'
import type {SuppressionStore} from './suppression-store.ts'

export interface Store {
  readonly instanceId: string
  readonly lists: ListStore
  readonly suppressions: SuppressionStore
  readonly sends: SendStore
  readonly consents: ConsentStore
  readonly people: PersonStore
  readonly journal: JournalStore
  close(): Promise<void>
}

export interface ListStore {
  /** Id of a list, or null. */
  find(name: string): Promise<number | null>
  names(): Promise<readonly string[]>
  count(listId: number): Promise<number>
  /** The newest finished import of these bytes into this list with the same mapping, basis and purpose, or null. */
  sameImport(
    header: ImportHeader,
  ): Promise<{readonly at: number; readonly counts: Readonly<Record<string, number>>} | null>
  /**
   * Goes on with the newest import of the list when that is the same one, cut short. Until its session ends no other
   * import of the list begins: throws IMPORT_LOCKED.
   */
  startImport(header: ImportHeader, at: number): Promise<ImportSession>
  /** The same session on a scratch copy of what it touches, made at that path: the store is only read. */
  rehearseImport(header: ImportHeader, at: number, scratch: string): Promise<ImportSession>
  /** What an undo would take back; changes nothing. Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST. */
  previewUndo(importUuid: string): Promise<UndoPreview>
  /** Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST, IMPORT_LOCKED. Killed and called again it goes on. */
  undo(importUuid: string, at: number): Promise<UndoCounts>
  imports(listId: number): Promise<readonly ImportRecord[]>
  /** Contacts of a list in batches of at most that many (2,000 where not said), in order of id, with their consents. */
  read(listId: number, most?: number): AsyncIterable<readonly StoredContact[]>
  /**
   * At most that many, behind the contact of that public id (null = from the first). next: where to go on; null = that was all. Null
   * for an id that is none.
   */
  page(
    listId: number,
    after: string | null,
    most: number,
  ): Promise<{readonly contacts: readonly StoredContact[]; readonly next: string | null} | null>
  /** One contact of a list, by its place in that order (from 1) or its address; null when there is none. */
  pick(listId: number, which: ContactPick): Promise<PickedContact | null>
}

export type ContactPick = {readonly row: number} | {readonly address: Address}

export interface PickedContact {
  readonly row: number
  readonly contact: StoredContact
}

export interface StoredContact {
  readonly id: number
  readonly publicId: string
  readonly address: string
  readonly suppressKey: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  /** When it joined the list, UTC milliseconds. */
  readonly addedAt: number
  /** Id of the import by which it joined: see ListStore.imports. */
  readonly importId: number
  readonly attributes: Readonly<Record<string, string>>
  readonly consents: readonly ConsentFact[]
  /** When the last mail to the contact was accepted by a relay, UTC milliseconds; null = never. */
  readonly lastMailedAt: number | null
}

export interface SendHeader {
  readonly name: string
  readonly publicId: string
  readonly listId: number
  /** The expression that chose the audience among the list's contacts, as typed; null = all of them. */
  readonly segment: string | null
  readonly template: string
  readonly purpose: string
  readonly topic: string | null
  readonly mailClass: string
  readonly laws: readonly string[]
  readonly mode: 'hold' | 'resend'
  readonly contentHash: string
  readonly content: string
  readonly settingsHash: string
  readonly tokenKey: string
}

export interface SendRecord extends Omit<SendHeader, 'content'> {
  readonly id: number
  readonly list: string
  readonly content: string
  readonly audienceHash: string
  readonly instanceId: string
  readonly audience: number
  /** Contacts the plan wants to mail: what --confirm NAME:COUNT must name. */
  readonly toSend: number
  readonly plannedAt: number
  /** Kind of the newest event: planned, started, stopped, finished. */
  readonly lastEvent: string
  readonly startedAt: number | null
  readonly finishedAt: number | null
}

export interface PlanEntry {
  readonly contactId: number
  readonly state: 'planned' | 'held' | 'dropped' | 'suppressed'
  /** Duty ids or suppression:REASON, joined by blanks; null for planned. */
  readonly reason: string | null
}

/** reply: a word of ours, or what the relay said; not masked. */
export interface InDoubtMail {
  readonly publicId: string
  readonly address: string
  readonly markedAt: number
  readonly reply: string
}

export interface SendStore {
  names(): Promise<readonly string[]>
  find(name: string): Promise<SendRecord | null>
  /**
   * Writes header and entries, in groups; until the last one the plan counts as unfinished and cannot run. Replaces
   * a plan of that name that has not started; throws SEND_STARTED, or SEND_EXISTS when another one replaces this.
   */
  plan(header: SendHeader, entries: AsyncIterable<readonly PlanEntry[]>, at: number): Promise<SendRecord>
  /** False, and nothing is written, when the send has been planned anew since the record was read. */
  addEvent(
    send: Pick<SendRecord, 'id' | 'publicId'>,
    kind: 'started' | 'stopped' | 'finished',
    facts: Readonly<Record<string, string | number>>,
    at: number,
  ): Promise<boolean>
  totals(sendId: number): Promise<Readonly<Record<DeliveryState, number>>>
  /** When the next deferred mail is due, or null. */
  nextDue(sendId: number): Promise<number | null>
  ledger(send: SendRecord, fence: number): Ledger
  settle(sendId: number, assume: 'sent' | 'unsent', at: number): Promise<number>
  /**
   * In-doubt recipients, each once; the mask of the address is the caller's business. alsoOpen: with those that a
   * killed run left open, which is right only while no run is live.
   */
  inDoubt(sendId: number, alsoOpen: boolean): AsyncIterable<readonly InDoubtMail[]>
  /** Opt-outs of its audience that were recorded since the plan, each with the mails around it. */
  optOuts(sendId: number): AsyncIterable<readonly OptOutOfSend[]>
  figures(sendId: number): Promise<Pick<SendReport, 'reasons' | 'domains' | 'replies' | 'rate'>>
}

/** With what tells whose law binds. */
export interface OptOutOfSend extends ArrivedOptOut {
  readonly address: string
  readonly country: string | null
  readonly locale: string | null
  readonly attributes: Readonly<Record<string, string>>
}

export interface Recipient {
  readonly contactId: number
  readonly publicId: string
  readonly address: string
  readonly suppressKey: string
  readonly attributes: string
  /** Number of the attempt that would be made now, from 1. */
  readonly attempt: number
}

export interface Mark {
  readonly contactId: number
  readonly attempt: number
  readonly suppressKey: string
  /** The Date header, UTC milliseconds. */
  readonly messageDate: number
  readonly messageSha256: string
}

export interface AttemptOutcome {
  readonly contactId: number
  readonly attempt: number
  readonly event: Extract<
    LedgerEvent,
    'accepted' | 'refused-for-now' | 'refused' | 'ended-before-dot' | 'lost-after-dot' | 'given-up'
  >
  /** False when the outcome came before a mark: there is no attempt row to finish. */
  readonly wasMarked: boolean
  readonly code: number | null
  readonly enhanced: string
  readonly reply: string
  /** When a deferred mail is due again. */
  readonly dueAt: number | null
}

export interface Claim {
  readonly recipients: readonly Recipient[]
  /** Rows of this page that may not be mailed by now, as at the mark: they have been moved to suppressed. */
  readonly suppressed: number
  /** Where the next page begins; null = nothing was left. */
  readonly last: number | null
}

export interface Ledger {
  /** Planned rows after a contact id, in order. */
  planned(afterContactId: number, limit: number, at: number): Promise<Claim>
  /** As planned, but changes nothing: who may not be mailed by now is only counted. */
  peek(afterContactId: number, limit: number, at: number): Promise<Claim>
  /** Deferred rows that are due. */
  due(at: number, limit: number): Promise<Claim>
  /**
   * One durable transaction: outcomes are written (a refusal that says the address does not exist also suppresses
   * it for all sends, reason bounce), then marks, each only if the row may be attempted, no suppression holds, nobody
   * said no since the plan, and no undo took away what the plan stood on. Returns, per mark, whether its dot may be sent.
   */
  commit(
    outcomes: readonly AttemptOutcome[],
    marks: readonly Mark[],
    at: number,
  ): Promise<readonly ('granted' | 'suppressed' | 'refused')[]>
  /** Attempts without outcome become in doubt: what a killed run left. Returns how many. */
  closeUnfinished(at: number): Promise<number>
}
