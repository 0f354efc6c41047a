/**
 * The fields an import knows. A column no header word names becomes an attribute under its own header, ready for
 * `{{header}}` in a template.
 */

import type {EvidenceName} from './evidence-words.ts'
import {EVIDENCE_NAMES} from './evidence-words.ts'

const OTHERS = [
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
] as const

/** Proof is kept with the consent event under its field's name. */
export type Field = (typeof OTHERS)[number] | EvidenceName | 'attribute' | 'ignore'
export const FIELDS: readonly Field[] = [...OTHERS, ...EVIDENCE_NAMES, 'attribute', 'ignore']
