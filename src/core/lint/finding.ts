/** The one shape for every complaint, whether about a list's column, a contact or a template line. */
import type {ContactLabel} from '../contacts/audited-contact.ts'
import type {TxtRecord} from '../dns-records/txt-record.ts'

export type Severity = 'error' | 'warning' | 'info'

/** How sure we are of a source (rulebook 0.1): checked in the primary text, in secondary texts, or not checked. */
export type Confidence = 'verified' | 'secondary' | 'unverified'

export interface Source {
  readonly title: string
  readonly url?: string
  readonly confidence: Confidence
}

export type Place =
  /** line and column count from 1, column in UTF-16 units; part says which part of a mail. */
  | {
      readonly kind: 'template'
      readonly file: string
      readonly part: 'html' | 'text' | 'subject' | 'mail'
      readonly line: number
      readonly column: number
    }
  /** A column of a list or file, by header name. */
  | {readonly kind: 'column'; readonly of: string; readonly column: string}
  /** Contacts of a list or file; how many and which samples stands in count and samples. */
  | {readonly kind: 'contacts'; readonly of: string}
  /** The list, file or mail as a whole; of a domain, the question to DNS. */
  | {readonly kind: 'whole'; readonly of: string}

export interface Finding {
  /** The duty's rulebook id, e.g. jp/postal-address. */
  readonly duty: string
  /** The rule that looked, e.g. postal-address. */
  readonly rule: string
  readonly severity: Severity
  readonly where: Place
  /** Message key; the way out stands under `KEY.fix` when there is one. */
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly sources: readonly Source[]
  /** Template findings at a certain spot: the source line around it, and where in that text the spot is (from 0). */
  readonly excerpt?: {readonly text: string; readonly at: number}
  /** For findings over many contacts or cells: how many, and where the first few of them stand, masked. */
  readonly count?: number
  readonly samples?: readonly ContactLabel[]
  /** What count counts where it is no contacts. */
  readonly unit?: 'rows'
  /** For findings on domains: the record to publish. */
  readonly publish?: TxtRecord
  /** The duty is announced: an error from this day. */
  readonly firmFrom?: string
  /** The reason that a comment in the template gives for setting it aside: it then counts for nothing. */
  readonly waived?: string
}

const RANK: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2}

export function worstOf(findings: Iterable<Finding>): Severity | null {
  let worst: Severity | null = null
  for (const {severity, waived} of findings)
    if (waived !== undefined) continue
    else if (worst === null || RANK[severity] > RANK[worst]) worst = severity
  return worst
}

/** threshold 'never' is never reached. */
export function reaches(worst: Severity | null, threshold: Severity | 'never'): boolean {
  return worst !== null && threshold !== 'never' && RANK[worst] >= RANK[threshold]
}

/** For sorting: errors, then warnings, then notes. */
export function heaviestFirst(a: Finding, b: Finding): number {
  return RANK[b.severity] - RANK[a.severity]
}
