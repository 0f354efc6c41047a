/** Files that an audit writes while it goes through contacts: complaints row by row, and the way out. */
import type {WayOut} from '../core/consent/way-out.ts'
import type {AuditedContact} from '../core/contacts/audited-contact.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import type {ContactComplaint} from '../core/lint/judge-contact.ts'

/** Nothing has its name before finish; whoever opened it calls finish or abandon. */
export interface AuditOutput {
  /** of: the target. Kept in memory until flush. */
  add(of: string, contact: AuditedContact, complaints: readonly ContactComplaint[], way: WayOut | null): void
  /** place: a line of a file, or the public id of a contact, of which something is said whoever it is. */
  addPlace(of: string, place: number | string, said: PlaceComplaint): void
  /** Waits until what was added is written. Throws FILE_UNWRITABLE. */
  flush(): Promise<void>
  /** Throws FILE_EXISTS, FILE_UNWRITABLE. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

export interface PlaceComplaint {
  readonly law: string
  /** Id of the duty. */
  readonly duty: string
  readonly severity: Severity
  readonly key: string
  readonly values: Finding['values']
}
