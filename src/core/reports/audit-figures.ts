/** Counts an audit as contacts pass by: bases, verdicts, laws, imports, countries, opt-outs, the way out. */

import type {ConsentVerdict} from '../consent/verdict.ts'
import {CONSENT_VERDICTS, worse} from '../consent/verdict.ts'
import type {WayOut} from '../consent/way-out.ts'
import {WAYS} from '../consent/way-out.ts'
import type {AuditedContact} from '../contacts/audited-contact.ts'
import {isStopped} from '../contacts/audited-contact.ts'
import type {Basis} from '../contacts/consent.ts'
import {BASES, consentAt, isYes, yesToCome} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import type {LawChoice} from '../laws/choose-laws.ts'
import type {Law} from '../laws/law.ts'
import type {CountryGround, Placed} from '../laws/place-contact.ts'
import type {ContactComplaint} from '../lint/judge-contact.ts'
import {consentVerdict, isHeldBy} from '../lint/judge-contact.ts'
import type {SuppressionReason, SuppressionScope} from '../suppression/entry.ts'
import type {AuditResult, CountryCount, ImportCoverage, LawVerdicts, VerdictCounts} from './audit-report.ts'

type Writable<T> = {-readonly [K in keyof T]: T[K]}

export interface AuditFigures {
  /** Where the contacts live, each answer once. */
  places(): readonly Placed[]
  see(contact: AuditedContact, complaints: readonly ContactComplaint[], way: WayOut | null): void
  /** imports: of the source, in order. */
  result(
    imports: readonly {readonly name: string; readonly at: number | null}[],
  ): Pick<
    AuditResult,
    'contacts' | 'bases' | 'verdicts' | 'consents' | 'byLaw' | 'imports' | 'countries' | 'suppressed' | 'wayOut'
  >
}

/** lawsFor: the laws that count for a contact of these countries, standards left aside. */
export function startAuditFigures(lawsFor: LawChoice['lawsFor']): AuditFigures {
  const all = newGroup()
  const consents = zeros(CONSENT_VERDICTS)
  const wayOut = zeros(WAYS)
  const byImport = new Map<number, Group>()
  const places = new Map<Placed, number>()
  /** Only verdicts other than valid; the rest of a law's contacts is valid. */
  const byLaw = new Map<string, Record<ConsentVerdict, number>>()
  const optOuts = new Map<string, {reason: SuppressionReason; scope: SuppressionScope; count: number}>()

  const groupOf = (index: number): Group => {
    let group = byImport.get(index)
    if (group === undefined) {
      group = newGroup()
      byImport.set(index, group)
    }
    return group
  }
  const seeOptOut = ({reason, scope}: NonNullable<AuditedContact['optOut']>) => {
    const known = optOuts.get(`${reason} ${scope}`)
    if (known === undefined) optOuts.set(`${reason} ${scope}`, {reason, scope, count: 1})
    else known.count += 1
  }
  const seeLaws = (complaints: readonly ContactComplaint[]) => {
    for (let i = 0; i < complaints.length; i += 1) {
      const {law} = complaints[i]!
      let verdict: ConsentVerdict = 'valid'
      let isFirst = true
      for (let j = 0; j < complaints.length; j += 1) {
        if (complaints[j]!.law !== law) continue
        if (j < i) isFirst = false
        verdict = worse(verdict, complaints[j]!.verdict)
      }
      if (!isFirst) continue
      let counts = byLaw.get(law)
      if (counts === undefined) {
        counts = zeros(CONSENT_VERDICTS)
        byLaw.set(law, counts)
      }
      if (verdict !== 'valid') counts[verdict] += 1
    }
  }

  return {
    places: () => [...places.keys()],
    see(contact, complaints, way) {
      const basis = basisOf(contact.case)
      const fate = isStopped(contact) ? 'suppressed' : isHeldBy(complaints) ? 'held' : 'sendable'
      count(all, basis, fate)
      count(groupOf(contact.cameWith), basis, fate)
      consents[consentVerdict(complaints)] += 1
      if (complaints.length > 0) seeLaws(complaints)
      if (contact.optOut !== null) seeOptOut(contact.optOut)
      if (way !== null) wayOut[way.way] += 1
      places.set(contact.placed, (places.get(contact.placed) ?? 0) + 1)
    },
    result: (imports) => ({
      contacts: all.contacts,
      bases: all.bases,
      verdicts: all.verdicts,
      consents,
      byLaw: lawVerdicts(places, byLaw, lawsFor),
      imports: imports.map((each, i): ImportCoverage => ({...each, ...(byImport.get(i) ?? newGroup())})),
      countries: countriesOf(places),
      suppressed: suppressedOf([...optOuts.values()]),
      wayOut,
    }),
  }
}

interface Group {
  contacts: number
  readonly bases: Record<Basis | 'none', number>
  readonly verdicts: {sendable: number; held: number; suppressed: number}
}

function newGroup(): Group {
  return {contacts: 0, bases: zeros([...BASES, 'none'] as const), verdicts: {sendable: 0, held: 0, suppressed: 0}}
}

function count(group: Group, basis: Basis | 'none', fate: keyof Group['verdicts']): void {
  group.contacts += 1
  group.bases[basis] += 1
  group.verdicts[fate] += 1
}

function suppressedOf(by: readonly AuditResult['suppressed']['by'][number][]): AuditResult['suppressed'] {
  return {
    contacts: by.reduce((sum, each) => sum + each.count, 0),
    by: [...by].sort((a, b) => b.count - a.count),
  }
}

/** By country and by how it was told, most contacts first. */
function countriesOf(places: ReadonlyMap<Placed, number>): readonly CountryCount[] {
  const byCountry = new Map<string | null, {contacts: number; grounds: Partial<Record<CountryGround, number>>}>()
  for (const [{country, ground}, contacts] of places) {
    const known = byCountry.get(country) ?? {contacts: 0, grounds: {}}
    known.contacts += contacts
    known.grounds[ground] = (known.grounds[ground] ?? 0) + contacts
    byCountry.set(country, known)
  }
  return [...byCountry].map(([country, counts]) => ({country, ...counts})).sort((a, b) => b.contacts - a.contacts)
}

/** The sender's first, as chosen; then those of countries by contacts. */
function lawVerdicts(
  places: ReadonlyMap<Placed, number>,
  byLaw: ReadonlyMap<string, VerdictCounts>,
  lawsFor: LawChoice['lawsFor'],
): readonly LawVerdicts[] {
  const found = new Map<Law, number>()
  for (const [{country, alsoIn}, contacts] of places)
    for (const law of lawsFor(country, alsoIn)) found.set(law, (found.get(law) ?? 0) + contacts)
  return [...found].map(([{id, name}, contacts]) => {
    const consents: Writable<VerdictCounts> = {...(byLaw.get(id) ?? zeros(CONSENT_VERDICTS))}
    const others = consents.weak + consents.expired + consents.missing + consents.withdrawn
    consents.valid = contacts - others
    return {law: id, name, contacts, consents}
  })
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
}

/** The basis that holds at the moment judged, or is recorded for a later one; a refused, withdrawn or expired one is none. */
function basisOf({consents, asOf}: ContactCase): Basis | 'none' {
  const consent = consentAt(consents, asOf) ?? yesToCome(consents, asOf)
  if (consent === null || !isYes(consent)) return 'none'
  return consent.basis ?? 'none'
}
