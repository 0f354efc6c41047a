/** The rules that look at lists: at each contact's consents, the columns and the addresses together. */
import type {Rule} from '../core/lint/rule.ts'
import {basisAge} from './contact/basis-age.ts'
import {basisEvidence} from './contact/basis-evidence.ts'
import {bundledConsent} from './contact/bundled-consent.ts'
import {checkboxDefault} from './contact/checkbox-default.ts'
import {consentBasis} from './contact/consent-basis.ts'
import {consentBeforeBirth} from './contact/consent-before-birth.ts'
import {consentDate} from './contact/consent-date.ts'
import {consentRecord} from './contact/consent-record.ts'
import {contradictingEvents} from './contact/contradicting-events.ts'
import {countryAssumed} from './contact/country-assumed.ts'
import {declaredConsent} from './contact/declared-consent.ts'
import {doubleOptIn} from './contact/double-opt-in.ts'
import {expressConsent} from './contact/express-consent.ts'
import {generatedAddresses} from './contact/generated-addresses.ts'
import {listOrigin} from './contact/list-origin.ts'
import {minor} from './contact/minor.ts'
import {mixedDates} from './contact/mixed-dates.ts'
import {mynumberColumn} from './contact/mynumber-column.ts'
import {notRefused} from './contact/not-refused.ts'
import {publishedMailbox} from './contact/published-mailbox.ts'
import {purchasedRecord} from './contact/purchased-record.ts'
import {purposeMatch} from './contact/purpose-match.ts'
import {reconfirmAge} from './contact/reconfirm-age.ts'
import {refusalNote} from './contact/refusal-note.ts'
import {sameTimestamp} from './contact/same-timestamp.ts'
import {sensitiveColumns} from './contact/sensitive-columns.ts'
import {softOptIn} from './contact/soft-opt-in.ts'
import {suppressedInList} from './contact/suppressed-in-list.ts'
import {unreadRows} from './contact/unread-rows.ts'
import {unusedAge} from './contact/unused-age.ts'
import {wirelessDomain} from './contact/wireless-domain.ts'
import {wordingSays} from './contact/wording-says.ts'
import {wordingShown} from './contact/wording-shown.ts'

export const listRules: readonly Rule[] = [
  consentBasis,
  notRefused,
  consentRecord,
  expressConsent,
  softOptIn,
  basisEvidence,
  basisAge,
  reconfirmAge,
  unusedAge,
  wordingShown,
  wordingSays,
  declaredConsent,
  checkboxDefault,
  bundledConsent,
  doubleOptIn,
  listOrigin,
  purchasedRecord,
  refusalNote,
  publishedMailbox,
  wirelessDomain,
  purposeMatch,
  minor,
  consentDate,
  consentBeforeBirth,
  contradictingEvents,
  sensitiveColumns,
  mynumberColumn,
  generatedAddresses,
  sameTimestamp,
  mixedDates,
  countryAssumed,
  unreadRows,
  suppressedInList,
]
