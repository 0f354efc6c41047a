/** The --json form of everything held on one person: that of `consent show`, and what the store holds beside it. */
import type {ContactAnswer} from '../flows/show-contact.ts'
import type {Lang} from '../i18n/text.ts'
import {consentAnswerAsJson} from './consent-json.ts'

export function contactAsJson({consent, contact, held, signUps, tombstone}: ContactAnswer, lang: Lang) {
  const {suppressions, ...record} = consentAnswerAsJson(consent, lang)
  const nothing = {otherSpellings: [], imports: [], suppressions: [], attempts: []}
  const {suppressions: recorded, ...beside} = held ?? nothing
  return {
    ...record,
    contact,
    ...beside,
    signUps,
    /** Every opt-out ever recorded of the address; then those that hold now, by domain and tombstone too. */
    suppressions: recorded,
    suppressionsNow: suppressions,
    erased: tombstone,
  }
}
