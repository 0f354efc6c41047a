/** What each column of an exported list says of a person. */
import type {SegmentContact} from '../segments/fields.ts'
import type {SuppressionHit} from '../suppression/entry.ts'
import {isoWithZone} from '../zoned-moment.ts'
import type {ConsentFact} from './consent.ts'
import {isUnproven} from './consent.ts'
import type {PlainColumn} from './own-export.ts'
import {ADDRESS_COLUMN, OWN_COLUMNS, PROOF_COLUMNS} from './own-export.ts'

export interface ExportedPerson {
  readonly contact: Pick<SegmentContact, 'address' | 'country' | 'locale' | 'timeZone' | 'attributes'>
  /** The one that counts at the moment of the export. */
  readonly consent: ConsentFact | null
  /** The strongest that holds, of all mail or of a part of it. */
  readonly optOut: SuppressionHit | null
}

export interface ExportColumn {
  readonly header: string
  readonly read: (person: ExportedPerson) => string
}

/** The address, then our own columns in their order. offsetMinutes: zone of the moments, east of UTC. */
export function ownColumns(addressHeader: string, offsetMinutes: number): ReadonlyMap<string, ExportColumn> {
  const moment = (at: number | null | undefined) => (at == null ? '' : isoWithZone(at, offsetMinutes))
  const plain: Readonly<Record<PlainColumn, ExportColumn['read']>> = {
    country: ({contact}) => contact.country ?? '',
    locale: ({contact}) => contact.locale ?? '',
    time_zone: ({contact}) => contact.timeZone ?? '',
    consent: ({consent}) => (consent === null ? '' : wordOfConsent(consent)),
    // A word nobody knows goes out as it came, and is no basis when it comes back.
    consent_basis: ({consent}) => consent?.basis ?? consent?.evidence.basis_word ?? '',
    consent_at: ({consent}) => moment(consent?.at),
    consent_source: ({consent}) => consent?.source ?? '',
    consent_method: ({consent}) => consent?.method ?? '',
    consent_wording: ({consent}) => consent?.wording ?? '',
    consent_topic: ({consent}) => consent?.topic ?? '',
    purpose: ({consent}) => consent?.purpose ?? '',
    opt_out: ({optOut}) => (optOut === null ? '' : wordOf(optOut)),
    opt_out_at: ({optOut}) => moment(optOut?.from),
  }
  const cells = new Map<string, ExportColumn['read']>([
    ...Object.entries(plain),
    ...PROOF_COLUMNS.map(({name, field}) => [name, cellOfEvidence(field)] as const),
  ])
  return new Map<string, ExportColumn>([
    [ADDRESS_COLUMN, {header: addressHeader, read: ({contact}) => contact.address}],
    ...OWN_COLUMNS.map(({name}) => [name, {header: name, read: cells.get(name)!}] as const),
  ])
}

/** A column of the list. */
export function attributeColumn(header: string): ExportColumn {
  return {
    header,
    read: ({contact: {attributes}}) => (Object.hasOwn(attributes, header) ? attributes[header]! : ''),
  }
}

function cellOfEvidence(field: string): ExportColumn['read'] {
  return ({consent}) => (consent !== null && Object.hasOwn(consent.evidence, field) ? consent.evidence[field]! : '')
}

/** Nothing where no basis is known: read again, a yes would be one. */
function wordOfConsent(consent: ConsentFact): string {
  if (isUnproven(consent)) return ''
  return consent.kind === 'confirmed' ? 'given' : consent.kind
}

/** Any word in this column stops all mail when it is imported, so what forbids only a part says which. */
function wordOf({reason, scope}: SuppressionHit): string {
  return scope === 'all' ? reason : `${reason} ${scope}`
}
