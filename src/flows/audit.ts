/** May we? Contacts and columns in, findings out, totals returned. Changes nothing; memory does not grow with the list. */
import type {AddressPattern} from '../core/contacts/address-judge.ts'
import type {Basis} from '../core/contacts/consent.ts'
import {BASES, consentAt} from '../core/contacts/consent.ts'
import type {ContactCase} from '../core/contacts/contact-case.ts'
import type {Day, Law} from '../core/lint/duty.ts'
import type {Finding} from '../core/lint/finding.ts'
import {judgeAddresses} from '../core/lint/judge-addresses.ts'
import {judgeColumns} from '../core/lint/judge-columns.ts'
import {isHeldBy, startContactJudge} from '../core/lint/judge-contact.ts'
import {tallyFindings} from '../core/lint/tally.ts'
import type {ColumnJudgement, SensitiveCategory} from '../core/sensitive/column-judgement.ts'
import type {Settings} from '../core/settings.ts'
import {namesOf} from '../rulebook/laws.ts'
import {listRules} from '../rules/list-rules.ts'

/** label: where to find the contact again, safe to print, e.g. "row 12: t***@example.jp". */
export interface AuditedContact {
  readonly label: string
  readonly case: ContactCase
}

/** What is to be audited: a list of the store or a file. All but the contacts is asked for after the last of them. */
export interface AuditSource {
  /** The list's name or the file's path, as findings name it. */
  readonly of: string
  /** Settings of the workspace, or null outside of one. */
  readonly settings: Settings | null
  /** The expression that chooses the contacts, as typed; null = all of them. */
  readonly where: string | null
  /** In batches; only those that the segment holds. */
  readonly contacts: AsyncIterable<readonly AuditedContact[]>
  /** null when nothing about columns is known. */
  columns(): readonly ColumnJudgement[] | null
  /** What the addresses look like together. */
  patterns(): readonly AddressPattern[]
  /** Contacts that the segment left out. */
  outside(): number
  leftOut(): LeftOut
}

/** What could not or must not be looked at. */
export interface LeftOut {
  /** Columns that the import did not take in. */
  readonly columns: readonly {readonly name: string; readonly category: SensitiveCategory}[]
  /** Rows that could not be read. */
  readonly rows: number
}

export interface AuditAsk {
  readonly laws: readonly Law[]
  /** The day by whose law is judged. */
  readonly day: Day
}

export interface AuditResult {
  readonly of: string
  readonly laws: readonly string[]
  readonly day: Day
  readonly segment: string | null
  /** Contacts outside the segment: not audited, not counted elsewhere. */
  readonly outside: number
  readonly contacts: number
  /** Contacts by the basis that holds for them; 'none' where none does. They sum to contacts. */
  readonly bases: Readonly<Record<Basis | 'none', number>>
  /** held: at least one finding of weight 'error'. They sum to contacts. */
  readonly verdicts: {readonly sendable: number; readonly held: number}
  /** Columns first, then addresses together, then contacts; each group heaviest first. */
  readonly findings: readonly Finding[]
  /** Those that hold, or may hold, sensitive data. */
  readonly columns: readonly ColumnJudgement[]
  readonly leftOut: LeftOut
}

/** Throws what the source throws. */
export async function auditContacts(ask: AuditAsk, source: Omit<AuditSource, 'settings'>): Promise<AuditResult> {
  const {judge} = startContactJudge(ask.laws, listRules, ask.day)
  const tally = tallyFindings(source.of)
  const bases = Object.fromEntries([...BASES, 'none'].map((basis) => [basis, 0])) as Record<Basis | 'none', number>
  const verdicts = {sendable: 0, held: 0}
  for await (const batch of source.contacts) {
    for (const contact of batch) {
      const complaints = judge(contact.case)
      for (const complaint of complaints) tally.add(complaint, contact.label)
      verdicts[isHeldBy(complaints) ? 'held' : 'sendable'] += 1
      bases[basisOf(contact.case)] += 1
    }
  }
  const columns = source.columns() ?? []
  return {
    of: source.of,
    laws: namesOf(ask.laws),
    day: ask.day,
    segment: source.where,
    outside: source.outside(),
    contacts: verdicts.sendable + verdicts.held,
    bases,
    verdicts,
    findings: [
      ...judgeColumns(ask.laws, listRules, ask.day, columns, source.of),
      ...judgeAddresses(ask.laws, listRules, ask.day, source.patterns(), source.of),
      ...tally.findings(),
    ],
    columns: columns.filter(({category}) => category !== null),
    leftOut: source.leftOut(),
  }
}

/** The basis that holds at the moment judged; a refused, withdrawn or expired one is none. */
function basisOf({consents, asOf}: ContactCase): Basis | 'none' {
  const consent = consentAt(consents, asOf)
  if (consent === null || (consent.kind !== 'given' && consent.kind !== 'confirmed')) return 'none'
  return consent.basis ?? 'none'
}
