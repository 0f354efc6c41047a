/** A contact as an audit sees it: what rules judge, where to find the person again, and what forbids mail to them. */
import type {Placed} from '../laws/place-contact.ts'
import {maskAddress} from '../sensitive/mask.ts'
import type {SuppressionReason, SuppressionScope} from '../suppression/entry.ts'
import type {ContactCase} from './contact-case.ts'

export interface AuditedContact {
  /** Line of the file, from 1; null for a contact of the store. */
  readonly row: number | null
  /** Public id of a contact of the store; null for a row. */
  readonly publicId: string | null
  /** Only for files that the user asked for; elsewhere it is shown masked. */
  readonly address: string
  /** Index among the imports of the source: by which one it came in. */
  readonly cameWith: number
  readonly case: ContactCase
  readonly placed: Placed
  /** The strongest opt-out that holds at the moment judged. */
  readonly optOut: HeldOptOut | null
}

export interface HeldOptOut {
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
}

/** Safe to print, e.g. "row 12: t***@example.jp" or the beginning of a public id. */
export function labelOf({row, publicId, address}: Pick<AuditedContact, 'row' | 'publicId' | 'address'>): string {
  return `${row === null ? (publicId ?? '').slice(0, SHORT_ID) : `row ${row}`}: ${maskAddress(address)}`
}

/** All mail is forbidden, not only some topic or giving the data away. */
export function isStopped({optOut}: AuditedContact): boolean {
  return optOut !== null && optOut.scope === 'all'
}

const SHORT_ID = 8
