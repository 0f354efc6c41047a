/** What reading a source of an audit gives: blocks of contacts, and at the end what all of them looked like together. */
import type {ColumnJudgement} from '../sensitive/column-judgement.ts'
import type {HitPlace} from '../sensitive/hit-places.ts'
import type {FlagCount} from './address-census.ts'
import type {AddressPattern} from './address-judge.ts'
import type {ContactBlock} from './contact-block.ts'
import type {DateFormCount} from './date-forms.ts'
import type {UnpackAsk, UnpackedContact} from './unpack-contacts.ts'
import {contactUnpacker} from './unpack-contacts.ts'

export interface AuditBatch {
  readonly block: ContactBlock
  /** Rows that could not be read since the batch before. */
  readonly unread: readonly {readonly line: number; readonly why: string}[]
  /** With the last batch alone. */
  readonly looked: AuditLook | null
}

export interface AuditLook {
  readonly columns: readonly ColumnJudgement[]
  readonly patterns: readonly AddressPattern[]
  readonly flags: readonly FlagCount[]
  readonly dateForms: readonly DateFormCount[]
  /** Contacts that the segment left out. */
  readonly outside: number
  /** Where cells stand that look like sensitive data, by column. */
  readonly hits: ReadonlyMap<number, readonly HitPlace[]>
}

/** A few contacts at a time are garbage before the collector has looked at them twice: memory stays at half. */
export const CONTACTS_AT_ONCE = 500

/** mark: told of each batch of contacts before they are given on. */
export function openAuditBatches(
  batches: AsyncIterable<AuditBatch>,
  ask: UnpackAsk,
  mark: ((contacts: readonly UnpackedContact[]) => Promise<void>) | null = null,
) {
  let look: AuditLook = {columns: [], patterns: [], flags: [], dateForms: [], outside: 0, hits: new Map()}
  let waiting: AuditBatch['unread'][number][] = []
  let unreadRows = 0

  async function* contacts(): AsyncGenerator<readonly UnpackedContact[]> {
    const unpack = contactUnpacker(ask)
    for await (const {block, unread, looked} of batches) {
      if (looked !== null) look = looked
      unreadRows += unread.length
      for (const row of unread) waiting.push(row)
      const unpacked = unpack(block)
      await mark?.(unpacked)
      yield unpacked
    }
  }

  return {
    contacts: contacts(),
    takeUnread() {
      const rows = waiting
      waiting = []
      return rows
    },
    unreadRows: () => unreadRows,
    columns: () => look.columns,
    patterns: () => look.patterns,
    flags: () => look.flags,
    dateForms: () => look.dateForms,
    outside: () => look.outside,
    cells: (column: number): readonly HitPlace[] => look.hits.get(column) ?? NO_PLACES,
  }
}

const NO_PLACES: readonly HitPlace[] = []
