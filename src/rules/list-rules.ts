/** The rules that look at lists: at each contact's consents, the columns and the addresses together. */
import type {Rule} from '../core/lint/rule.ts'
import {basisEvidence} from './contact/basis-evidence.ts'
import {consentBasis} from './contact/consent-basis.ts'
import {consentDate} from './contact/consent-date.ts'
import {consentRecord} from './contact/consent-record.ts'
import {generatedAddresses} from './contact/generated-addresses.ts'
import {mynumberColumn} from './contact/mynumber-column.ts'
import {sensitiveColumns} from './contact/sensitive-columns.ts'

export const listRules: readonly Rule[] = [
  consentBasis,
  consentRecord,
  basisEvidence,
  consentDate,
  sensitiveColumns,
  mynumberColumn,
  generatedAddresses,
]
