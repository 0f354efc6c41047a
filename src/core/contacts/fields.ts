/**
 * The fields an import knows. A column no header word names becomes an attribute under its own header, ready for
 * `{{header}}` in a template.
 */

export const FIELDS = [
  'address',
  'name',
  'country',
  'locale',
  'time_zone',
  'consent',
  'basis',
  'consent_at',
  'consent_method',
  'consent_source',
  'consent_wording',
  'consent_topic',
  'purpose',
  'withdrawn_at',
  'opt_out',
  'special_care_consent_at',
  'card_received_at',
  'received_by',
  'last_transaction_at',
  'published_url',
  'published_checked_at',
  'attribute',
  'ignore',
] as const
export type Field = (typeof FIELDS)[number]

/** Evidence columns are kept with the consent event under their field name. */
export const EVIDENCE_FIELDS = [
  'card_received_at',
  'received_by',
  'last_transaction_at',
  'published_url',
  'published_checked_at',
] as const satisfies readonly Field[]
