/**
 * How opt-outs are written for others: our own columns, one column of hashes, or the columns that a service takes in.
 * Services match exact addresses, so each is written in every spelling that is known of the person.
 *
 * Sources: Amazon SES's bulk suppression (address,REASON without a header), Mailgun's unsubscribes (address, tags,
 * created_at as in RFC 2822), SendGrid's suppression upload (email), Mailchimp's import as unsubscribed (Email Address), HubSpot's
 * opt-out list (Email), listmonk's blocklist import (email, name, attributes); by memory (unverified): Brevo, Postmark.
 */
import {hash} from 'node:crypto'
import type {SuppressionReason, SuppressionScope} from './entry.ts'
import {kindOfSubject} from './entry.ts'
import type {HashAlgorithm} from './hash-forms.ts'
import {hashAlgorithmOf} from './hash-forms.ts'

export const EXPORT_SERVICES = [
  'mailchimp',
  'sendgrid',
  'ses',
  'brevo',
  'mailgun',
  'postmark',
  'hubspot',
  'listmonk',
] as const
export type ExportService = (typeof EXPORT_SERVICES)[number]

export interface ExportedEntry {
  readonly subject: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly from: number | null
  readonly until: number | null
  readonly source: string
  readonly recordedAt: number
  readonly stands: boolean
}

export interface ExportForm {
  /** Empty for a file without one. */
  readonly header: readonly string[]
  /** Null for an entry that cannot be written in this form. */
  rowOf(entry: ExportedEntry, moment: (at: number) => string): readonly string[] | null
}

const OWN_HEADER = ['subject', 'reason', 'scope', 'from', 'until', 'source', 'recorded_at']

/** tellsChange: with a column that says whether the entry came or went. */
export function exportForm(ask: {
  readonly service: ExportService | null
  readonly hashed: HashAlgorithm | null
  readonly tellsChange: boolean
}): ExportForm {
  const change = (entry: ExportedEntry) => (entry.stands ? 'added' : 'removed')
  const form = ask.service !== null ? forService(ask.service) : ask.hashed !== null ? hashedForm(ask.hashed) : ownForm()
  if (!ask.tellsChange) return form
  return {
    header: form.header.length === 0 ? [] : [...form.header, 'change'],
    rowOf: (entry, moment) => {
      const row = form.rowOf(entry, moment)
      return row === null ? null : [...row, change(entry)]
    },
  }
}

function ownForm(): ExportForm {
  return {
    header: OWN_HEADER,
    rowOf: ({subject, reason, scope, from, until, source, recordedAt}, moment) => [
      ...[subject, reason, scope, from === null ? '' : moment(from), until === null ? '' : moment(until)],
      ...[source, moment(recordedAt)],
    ],
  }
}

/** Hashes of the same kind pass through; of another kind, and domains, cannot be hashed. */
function hashedForm(algorithm: HashAlgorithm): ExportForm {
  return {
    header: [algorithm],
    rowOf: ({subject}) => {
      if (hashAlgorithmOf(subject) === algorithm) return [subject]
      return kindOfSubject(subject) === 'address' ? [hash(algorithm, subject.toLowerCase(), 'hex')] : null
    },
  }
}

const SES_REASON: Readonly<Record<SuppressionReason, string>> = {
  ...{bounce: 'BOUNCE', complaint: 'COMPLAINT', optout: 'COMPLAINT', legal: 'COMPLAINT', manual: 'COMPLAINT'},
}

function forService(service: ExportService): ExportForm {
  const addresses = (header: readonly string[], row: (entry: ExportedEntry) => string[]): ExportForm => ({
    header,
    rowOf: (entry) => (kindOfSubject(entry.subject) === 'address' ? row(entry) : null),
  })
  const since = ({from, recordedAt}: ExportedEntry) => from ?? recordedAt
  switch (service) {
    case 'mailchimp':
      return addresses(['Email Address'], ({subject}) => [subject])
    case 'ses':
      return addresses([], ({subject, reason}) => [subject, SES_REASON[reason]])
    case 'mailgun':
      return addresses(['address', 'tags', 'created_at'], (entry) => [
        entry.subject,
        '*',
        new Date(since(entry)).toUTCString(),
      ])
    case 'brevo':
      return addresses(['EMAIL'], ({subject}) => [subject])
    case 'hubspot':
      return addresses(['Email'], ({subject}) => [subject])
    case 'listmonk':
      return addresses(['email', 'name', 'attributes'], ({subject, reason}) => [
        subject,
        '',
        JSON.stringify({suppressed: reason}),
      ])
    default:
      return addresses(['email'], ({subject}) => [subject])
  }
}
