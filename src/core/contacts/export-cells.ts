/** What each column of an exported list says of a person. */
import type {SegmentContact} from '../segments/fields.ts'
import type {SuppressionHit} from '../suppression/entry.ts'
import type {ConsentFact} from './consent.ts'
import {EVIDENCE_FIELDS} from './fields.ts'
import type {OwnColumn} from './own-export.ts'
import {ADDRESS_COLUMN, OWN_COLUMNS} from './own-export.ts'

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
  const evidence = EVIDENCE_FIELDS.map((field) => [field, cellOfEvidence(field)] as const)
  const cells: Readonly<Record<OwnColumn, ExportColumn['read']>> = {
    country: ({contact}) => contact.country ?? '',
    locale: ({contact}) => contact.locale ?? '',
    time_zone: ({contact}) => contact.timeZone ?? '',
    consent: ({consent}) => (consent?.kind === 'confirmed' ? 'given' : (consent?.kind ?? '')),
    consent_basis: ({consent}) => consent?.basis ?? '',
    consent_at: ({consent}) => moment(consent?.at),
    consent_source: ({consent}) => consent?.source ?? '',
    consent_method: ({consent}) => consent?.method ?? '',
    consent_wording: ({consent}) => consent?.wording ?? '',
    consent_topic: ({consent}) => consent?.topic ?? '',
    purpose: ({consent}) => consent?.purpose ?? '',
    ...(Object.fromEntries(evidence) as Record<(typeof EVIDENCE_FIELDS)[number], ExportColumn['read']>),
    opt_out: ({optOut}) => (optOut === null ? '' : wordOf(optOut)),
    opt_out_at: ({optOut}) => moment(optOut?.from),
  }
  return new Map<string, ExportColumn>([
    [ADDRESS_COLUMN, {header: addressHeader, read: ({contact}) => contact.address}],
    ...OWN_COLUMNS.map(({name}) => [name, {header: name, read: cells[name]}] as const),
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

/** Any word in this column stops all mail when it is imported, so what forbids only a part says which. */
function wordOf({reason, scope}: SuppressionHit): string {
  return scope === 'all' ? reason : `${reason} ${scope}`
}

const MINUTE_MS = 60_000

/** 2024-04-01T09:00:00+09:00. */
function isoWithZone(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19)
  const pad = (value: number) => String(value).padStart(2, '0')
  const east = Math.abs(offsetMinutes)
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(east / 60))}:${pad(east % 60)}`
}
