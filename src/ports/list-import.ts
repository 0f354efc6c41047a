/** What an import is to the store: a header, blocks of rows, counts, and the way back. */
import type {Basis, ConsentDetails} from '../core/contacts/consent.ts'
import type {MappedColumn} from '../core/contacts/mapping.ts'
import type {FaultStop} from '../core/contacts/read-contact.ts'

export interface ImportHeader {
  readonly list: string
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly encoding: string
  readonly delimiter: string
  readonly mapping: readonly MappedColumn[]
  readonly basis: Basis | null
  readonly purpose: {readonly name: string; readonly notice: string} | null
}

export interface ImportRecord extends Omit<ImportHeader, 'list' | 'purpose'> {
  /** Of this store only. */
  readonly id: number
  readonly uuid: string
  readonly purpose: string | null
  readonly at: number
  /** Null when the import was cut short. */
  readonly counts: Readonly<Record<string, number>> | null
  /** Rows of the file that have been taken in while it has no counts; null once it has. */
  readonly rowsRead: number | null
  /** UTC milliseconds; null = it stands. */
  readonly undoneAt: number | null
}

/**
 * Rows ready to be written, column by column: a few long strings and number arrays cross a thread border at a tenth
 * of what a million small values cost. Text columns hold one line per row, each ended by a line feed; null = empty
 * in every row.
 */
export interface RowBlock {
  readonly count: number
  readonly keys: string
  /** addressHash of each key. */
  readonly keyHashes: Float64Array
  /** What we send to, where it differs from the key. */
  readonly addresses: string | null
  /** Where it differs from the key. */
  readonly suppressKeys: string | null
  readonly countries: string | null
  readonly locales: string | null
  readonly timeZones: string | null
  /** JSON objects of header to value. */
  readonly attributes: string
  /** Per row: 0 = no consent, else the number of its details, counted from 1 over all blocks of a file. */
  readonly details: Uint32Array
  /** Details first met in this block; their numbers follow those of the blocks before. */
  readonly newDetails: readonly ConsentDetails[]
  /** Per row: moment of the consent, UTC milliseconds; NaN = not recorded. */
  readonly consentAt: Float64Array
  readonly optOuts: readonly RowOptOut[]
  /** Opt-outs of rows that were rejected: the people they name are stopped all the same. */
  readonly stops: readonly FaultStop[]
}

export interface RowOptOut {
  readonly row: number
  readonly reason: 'optout' | 'complaint' | 'bounce'
  readonly at: number | null
}

/** Rows of a block by what became of them: they sum to its rows. Then what they brought. */
export interface WriteCounts {
  /** New contacts. */
  readonly added: number
  /** Known contacts whose attributes or consents changed, or that are new to the list. */
  readonly updated: number
  readonly unchanged: number
  /** Rows of this import whose address stood in an earlier row of it. */
  readonly duplicate: number
  /** Rows of people who were erased: nothing of them was taken in. */
  readonly erased: number
  /** Consent events, refusals and withdrawals among them. */
  readonly consents: number
  /** Of the consents, those that say no. */
  readonly refusals: number
  readonly optOuts: number
  /** Contacts there before, who could be mailed and now cannot: their opt-out or refusal came with this import. */
  readonly stopped: number
}

/** What an import does to one contact, for a proposal to show. */
export interface ImportSample {
  readonly kind: 'added' | 'updated' | 'stopped'
  readonly address: string
  /** To what the last row of the import leaves it at. */
  readonly changes: readonly FieldChange[]
  /** What stops a stopped one; null for the other kinds. */
  readonly by: StoppedBy | null
}

export type StoppedBy = RowOptOut['reason'] | 'refused' | 'withdrawn'

export interface FieldChange {
  readonly field: 'country' | 'locale' | 'time_zone' | 'attribute'
  /** Of the attribute; null for the other fields. */
  readonly header: string | null
  /** Null = not there. */
  readonly before: string | null
  readonly after: string | null
}

export interface ImportSession {
  /** Its first 8 characters name it to people. */
  readonly uuid: string
  /**
   * What an earlier, killed run of this same import had brought. Its rows come again, in the same order, and are not
   * written again: add what is written now.
   */
  readonly before: WriteCounts
  /**
   * Returns counts of what was written now. rowsRead: rows of the file up to the end of this block, rejected ones too;
   * not given, the rows of the blocks.
   */
  write(block: RowBlock, rowsRead?: number): Promise<WriteCounts>
  /** A few of each kind, first ones first. */
  samples(): readonly ImportSample[]
  finish(counts: Readonly<Record<string, number>>, at: number): Promise<void>
  /** Ends without a result row: the import counts as cut short; the same import started again goes on with it. */
  abandon(): Promise<void>
}

/** What taking an import back would undo. */
export interface UndoPreview {
  readonly uuid: string
  readonly list: string
  readonly fileName: string
  /** When it was imported, UTC milliseconds. */
  readonly at: number
  readonly memberships: number
  /** Contacts it made; those that something else knows would stay. */
  readonly added: number
  /** Contacts of before that it changed. */
  readonly changed: number
  readonly consents: number
  /** Opt-outs it brought: they would stay. */
  readonly optOuts: number
}

export interface UndoCounts {
  /** Contacts that nothing else knew: gone. */
  readonly removed: number
  /** Contacts it had made that stay, because another list, import or send knows them. */
  readonly kept: number
  /** Contacts whose fields went back to what they were. */
  readonly reverted: number
  /** Fields that a later import changed again: left as they are. */
  readonly changedSince: number
  readonly memberships: number
  /** Consents that no longer count. */
  readonly consents: number
  /** Opt-outs, refusals and withdrawals it brought: they stay, a protection is never lowered. */
  readonly optOutsKept: number
  readonly refusalsKept: number
}
