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

/** Where to find somebody again, safe to print in any words. */
export interface ContactLabel {
  /** Line of the file, or place in the list, from 1; null for a contact of the store that is told by its id. */
  readonly row: number | null
  /** The beginning of a public id; null for a row. */
  readonly id: string | null
  /** Masked; null where a line is meant and no person. */
  readonly address: string | null
}

export function labelOf({row, publicId, address}: Pick<AuditedContact, 'row' | 'publicId' | 'address'>): ContactLabel {
  return {row, id: row === null ? (publicId ?? '').slice(0, SHORT_ID) : null, address: maskAddress(address)}
}

/** A line of a file, or a contact of the store, of which nothing but its place is told. */
export function placeLabel(place: number | string): ContactLabel {
  return typeof place === 'number'
    ? {row: place, id: null, address: null}
    : {row: null, id: place.slice(0, SHORT_ID), address: null}
}

/** All mail is forbidden, not only some topic or giving the data away. */
export function isStopped({optOut}: Pick<AuditedContact, 'optOut'>): boolean {
  return optOut !== null && optOut.scope === 'all'
}

const SHORT_ID = 8
