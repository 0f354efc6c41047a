/** What an audit found, target by target and in total: what the screen, the page and the other formats are made from. */
import type {ConsentVerdict} from '../consent/verdict.ts'
import type {Way} from '../consent/way-out.ts'
import type {FlagCount} from '../contacts/address-census.ts'
import type {Basis} from '../contacts/consent.ts'
import type {CountryGround} from '../laws/place-contact.ts'
import type {Words} from '../lint/duty.ts'
import type {Finding, Severity, Source} from '../lint/finding.ts'
import type {ColumnJudgement, SensitiveCategory} from '../sensitive/column-judgement.ts'
import type {SuppressionReason, SuppressionScope} from '../suppression/entry.ts'

export interface AuditReport {
  /** Of Todoke. */
  readonly version: string
  /** Edition of the rulebook that judged. */
  readonly rulebook: string
  /** UTC milliseconds. */
  readonly madeAt: number
  /** The day by whose law was judged, and the moment at which, UTC milliseconds. */
  readonly day: string
  readonly asOf: number
  /** Ids of the laws that bind the sender. */
  readonly laws: readonly string[]
  /** Country of people whose list says none; null = not declared. */
  readonly audience: string | null
  /** True when the laws of contacts' countries were left aside. */
  readonly onlySenderLaw: boolean
  readonly targets: readonly AuditResult[]
  readonly total: AuditTotal
  /** The duties behind the findings, by id. */
  readonly duties: readonly DutyNote[]
}

export interface DutyNote {
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly title: Words
  readonly says: Words
  readonly since: string
  readonly sources: readonly Source[]
}

export type VerdictCounts = Readonly<Record<ConsentVerdict, number>>
export type BasisCounts = Readonly<Record<Basis | 'none', number>>
/** held: at least one finding of weight 'error'; suppressed: an opt-out of all mail holds. They sum to contacts. */
export interface MailCounts {
  readonly sendable: number
  readonly held: number
  readonly suppressed: number
}

export interface AuditTotal {
  readonly contacts: number
  readonly verdicts: MailCounts
  readonly consents: VerdictCounts
  readonly findings: Readonly<Record<Severity, number>>
  /** Findings that the baseline knew. */
  readonly known: number
  readonly wayOut: Readonly<Record<Way, number>>
}

export interface AuditResult {
  /** The list's name or the file's path. */
  readonly of: string
  readonly kind: 'list' | 'file'
  /** The expression that chose the contacts, as typed; null = all of them. */
  readonly segment: string | null
  /** Contacts outside the segment: not audited, not counted elsewhere. */
  readonly outside: number
  /** False where no store was at hand that could know opt-outs beside those of the list itself. */
  readonly knowsOptOuts: boolean
  readonly contacts: number
  /** Contacts by the basis that holds for them; 'none' where none does. They sum to contacts. */
  readonly bases: BasisCounts
  readonly verdicts: MailCounts
  /** What the consents are worth under all laws together. They sum to contacts. */
  readonly consents: VerdictCounts
  readonly byLaw: readonly LawVerdicts[]
  /** By which import contacts came in, in order; a file is its own. */
  readonly imports: readonly ImportCoverage[]
  /** Most contacts first. */
  readonly countries: readonly CountryCount[]
  readonly suppressed: SuppressedCounts
  /** What is worth telling about single addresses: misspelt, disposable, nobody's. */
  readonly flags: readonly FlagCount[]
  /** Those that hold, or may hold, sensitive data. */
  readonly columns: readonly ColumnJudgement[]
  readonly leftOut: LeftOut
  readonly wayOut: Readonly<Record<Way, number>>
  /** Heaviest first. */
  readonly findings: readonly AuditFinding[]
  readonly notAssessed: readonly NotAssessed[]
}

export interface AuditFinding extends Finding {
  /** The same for the same finding in the next audit; says nothing of a person. */
  readonly fingerprint: string
  /** True when the baseline knows it, with at least as many contacts. */
  readonly isKnown: boolean
}

export interface LawVerdicts {
  readonly law: string
  readonly name: Words
  /** Contacts whom it protects or whose sender it binds; the verdicts sum to them. */
  readonly contacts: number
  readonly consents: VerdictCounts
}

export interface ImportCoverage {
  readonly name: string
  /** UTC milliseconds; null for a file. */
  readonly at: number | null
  readonly contacts: number
  readonly bases: BasisCounts
  readonly verdicts: MailCounts
}

export interface CountryCount {
  /** ISO 3166 alpha-2; null = unknown. */
  readonly country: string | null
  readonly contacts: number
  readonly grounds: Readonly<Partial<Record<CountryGround, number>>>
}

export interface SuppressedCounts {
  /** Contacts with any opt-out. */
  readonly contacts: number
  /** The strongest of each contact, most first. */
  readonly by: readonly {
    readonly reason: SuppressionReason
    readonly scope: SuppressionScope
    readonly count: number
  }[]
}

/** What could not or must not be looked at. */
export interface LeftOut {
  /** Columns that the import did not take in. */
  readonly columns: readonly {readonly name: string; readonly category: SensitiveCategory}[]
  /** Rows that could not be read. */
  readonly rows: number
}

/** A duty that nobody can judge before that fact is declared under `facts` in todoke.yaml. */
export interface NotAssessed {
  readonly duty: string
  readonly fact: string
  readonly says: Words
}
