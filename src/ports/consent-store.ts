/** What flows ask of the store about consents: form texts, events from files, statements for many, one person's story, and an end. */
import type {Wording, WordingBook} from '../core/consent/wordings.ts'
import type {Address} from '../core/contacts/address.ts'
import type {Basis, ConsentFact} from '../core/contacts/consent.ts'
import type {SuppressionHit} from '../core/suppression/entry.ts'

export interface ConsentStore {
  /** All form texts, as audits and plans ask for them. */
  wordings(): Promise<WordingBook>
  /** Every version as it was recorded, in order of name and first day; ends that follow from a next version included. */
  wordingVersions(): Promise<readonly StoredWording[]>
  /** Append-only; the caller has compared it with the versions there are. */
  addWording(wording: Wording, at: number): Promise<void>
  /** Takes events of a file in. Nothing is written until an event is new. */
  startImport(header: ConsentFileHeader, at: number): Promise<ConsentSession>
  /** UUIDs of the declarations that say the same, in the order they were made. */
  sameDeclarations(statement: ConsentStatement): Promise<readonly string[]>
  /** Goes on with the same statement where it was cut short, else makes a new one. */
  startDeclaration(statement: ConsentStatement, at: number): Promise<DeclarationSession>
  /** Of these people (suppress keys) those whom a mail has asked for consent, or asks now to confirm a sign-up. */
  askedBefore(suppressKeys: readonly string[]): Promise<ReadonlySet<string>>
  /** What is known of one person, by that address or else by another spelling of it; null when no contact has either. */
  person(address: Address, at: number): Promise<PersonRecord | null>
  /** Contacts with consent events in order of id, in batches; of one list or of all. */
  records(listId: number | null): AsyncIterable<readonly ConsentRecord[]>
  /** One transaction: tombstones in, events out; a no that goes leaves a suppression for ever. Returns events deleted. */
  purge(purges: readonly PurgeOrder[], by: string, at: number): Promise<number>
  /** Removes what no event needs any more after purges: proof that several events shared. */
  sweep(): Promise<void>
}

export interface StoredWording extends Wording {
  readonly uuid: string
  readonly recordedAt: number
}

export interface ConsentFileHeader {
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Column or key to field, as it was read. */
  readonly columns: readonly {readonly name: string; readonly field: string}[]
}

/** The events of one line of a file. */
export interface ConsentLine {
  /** Of the file, from 1. */
  readonly line: number
  readonly address: Address
  readonly events: readonly ConsentFact[]
}

export interface ConsentWrite {
  /** Events written now. */
  readonly added: number
  /** Events that stood there already. */
  readonly known: number
  /** Of those added, events that say no. */
  readonly refusals: number
  /** Places of lines whose address no contact has; a no among them became a suppression. */
  readonly unknown: readonly number[]
  /** Suppressions made for such a no. */
  readonly stopped: number
  /** Lines of people who were erased: nothing of them was taken in. */
  readonly erased: number
}

export interface ConsentSession {
  /** One transaction per call: killed in between, what was written stays, and the same file again goes on. */
  write(lines: readonly ConsentLine[]): Promise<ConsentWrite>
  /** Null when no event was new: then there is no trace of the import. */
  finish(counts: Readonly<Record<string, number>>, at: number): Promise<string | null>
}

/** One statement for many: under which form, why and how their consent came (特定電子メール法施行規則 4条1項2号). */
export interface ConsentStatement {
  readonly listId: number
  /** As typed; null = the whole list. */
  readonly segment: string | null
  readonly basis: Basis
  readonly wording: string
  readonly purpose: string | null
  readonly method: string | null
  readonly source: string | null
  readonly by: string
  /** Moment of all of them, UTC milliseconds; null = of atColumn, or not known. */
  readonly at: number | null
  /** Column of the list that holds each one's day. */
  readonly atColumn: string | null
}

export interface DeclarationSession {
  readonly uuid: string
  /** at: UTC milliseconds; null = not known. One transaction. */
  write(people: readonly {readonly contactId: number; readonly at: number | null}[]): Promise<void>
  finish(counts: Readonly<Record<string, number>>, at: number): Promise<void>
}

/** Where a consent event came from. */
export type EventOrigin =
  | {
      readonly kind: 'list-import'
      readonly uuid: string
      readonly file: string
      readonly list: string
      readonly at: number
    }
  | {readonly kind: 'consent-import'; readonly uuid: string; readonly file: string; readonly at: number}
  | {
      readonly kind: 'declaration'
      readonly uuid: string
      readonly list: string
      readonly segment: string | null
      readonly by: string
      readonly at: number
    }

export interface PersonEvent extends ConsentFact {
  /** Hex with dashes. */
  readonly uuid: string
  readonly recordedAt: number
  /** Null for what no file and no statement brought. */
  readonly origin: EventOrigin | null
  /** False when the import that brought it was taken back, and it says no no. */
  readonly stands: boolean
}

export interface PersonMail {
  readonly send: string
  /** UTC milliseconds; null = never attempted. */
  readonly at: number | null
  /** State in the ledger, e.g. accepted, held, dropped, suppressed. */
  readonly state: string
  readonly reason: string | null
}

export interface PersonContact {
  readonly id: number
  readonly publicId: string
  readonly address: string
  readonly suppressKey: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly attributes: Readonly<Record<string, string>>
  /** Those that stand. */
  readonly consents: readonly ConsentFact[]
  /** When the last mail was accepted by a relay, UTC milliseconds; null = never. */
  readonly lastMailedAt: number | null
}

export interface PersonRecord {
  readonly contact: PersonContact
  /** When the contact came into the store. */
  readonly recordedAt: number
  /** No contact has the address asked for: this one is bound by the same opt-outs. */
  readonly isOtherSpelling: boolean
  readonly lists: readonly {readonly name: string; readonly addedAt: number; readonly file: string}[]
  /** In order of their moment; undated ones first, as they were recorded. */
  readonly events: readonly PersonEvent[]
  readonly suppressions: readonly SuppressionHit[]
  /** In order of time. */
  readonly mails: readonly PersonMail[]
  readonly purges: readonly PurgeRecord[]
}

export interface PurgeRecord {
  readonly uuid: string
  readonly events: number
  /** Laws by which the time to keep had passed; empty = none asked to keep it. */
  readonly laws: readonly PurgeLaw[]
  readonly by: string
  readonly at: number
}

export interface PurgeLaw {
  readonly law: string
  /** Key of the retention, e.g. JP-tokusho. */
  readonly of: string
  /** The last day on which it had to be kept, e.g. 2026-02-28. */
  readonly until: string
  readonly source: string
}

/** A contact's consent record as a purge looks at it. */
export interface ConsentRecord {
  readonly contact: PersonContact
  /** On how many lists the contact stands. */
  readonly lists: number
  /** As lastMailedAt, counting mails nobody knows the end of: proof must be kept for those too. */
  readonly perhapsMailedAt: number | null
  /** When the newest event came into the store. */
  readonly recordedAt: number
  readonly eventIds: readonly number[]
}

export interface PurgeOrder {
  readonly contactId: number
  /** Exactly those that were judged; an event that came since stays, and with it all of the contact. */
  readonly eventIds: readonly number[]
  readonly laws: readonly PurgeLaw[]
}
