/**
 * Reads what a consent's evidence says: dates as text, yes and no, persons and organisations. Lists repeat few such
 * words, so each distinct text is read once; what is remembered is bounded (core/contacts/remember.ts).
 */
import type {ConsentFact} from '../contacts/consent.ts'
import {consentAt, isAbout, isNo, isYes} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import {foldWord} from '../contacts/fold-word.ts'
import {makeMomentReader} from '../contacts/read-moment.ts'
import {remember} from '../contacts/remember.ts'
import {readYesNo} from '../contacts/words.ts'
import {runOf} from './consent-run.ts'

/** Who was asked about last, with the answer: fifty duties ask about the same person one after the other. */
let lastCase: ContactCase | null = null
let lastEvent: ConsentFact | null = null

/** consentAt for rules, for the topic of the send; most people have one event. */
export function standingEvent(contact: ContactCase): ConsentFact | null {
  const {consents, asOf, setting} = contact
  if (consents.length === 0) return null
  if (consents.length === 1) {
    const event = consents[0]!
    const isHeld = event.at === null || event.at <= asOf || isNo(event)
    return isHeld && event.kind !== 'requested' && isAbout(event, setting.topic) ? event : null
  }
  if (contact !== lastCase) {
    lastEvent = consentAt(consents, asOf, setting.topic)
    lastCase = contact
  }
  return lastEvent
}

/** The consent by which the person may be mailed at the moment judged, as far as the record itself says. */
export function holdingYes(contact: ContactCase): ConsentFact | null {
  const consent = standingEvent(contact)
  return consent !== null && isYes(consent) ? consent : null
}

/**
 * A field of the evidence, null where nothing stands. What the consent itself does not say, another event of the same
 * consent may (runOf): a sign-up speaks for its confirmation, and for no later sign-up.
 */
export function proofOf(contact: ContactCase, consent: ConsentFact, name: string): string | null {
  const own = filled(consent.evidence[name])
  if (own !== null || contact.consents.length === 1) return own
  const run = runOf(contact, consent)
  for (let i = run.length - 1; i >= 0; i -= 1) {
    const proof = filled(run[i]!.evidence[name])
    if (proof !== null) return proof
  }
  return null
}

/** The event of this consent that names the wording that was shown: itself, or an earlier one; null where none does. */
export function wordedEvent(contact: ContactCase, consent: ConsentFact): ConsentFact | null {
  return eventTelling(contact, consent, 'wording')
}

/** True when this consent, itself or in an earlier event, tells one of these. */
export function tellsOneOf(
  contact: ContactCase,
  consent: ConsentFact,
  fields: readonly ('method' | 'source' | 'wording')[],
): boolean {
  for (const field of fields) if (eventTelling(contact, consent, field) !== null) return true
  return false
}

/** A date of the evidence in UTC milliseconds, null when nobody can read it. zoneMinutes: of dates that name no zone. */
export function evidenceMoment(text: string, zoneMinutes: number): number | null {
  let read = READERS.get(zoneMinutes)
  if (read === undefined) {
    read = makeMomentReader(zoneMinutes, 'ymd')
    READERS.set(zoneMinutes, read)
  }
  return read(text)
}

/** true, false, or null for a word nobody knows. */
export const evidenceAnswer: (text: string) => boolean | null = remember(readYesNo)

/** person, organisation, or null for a word nobody knows. */
export const subscriberType: (text: string) => 'person' | 'organisation' | null = remember((text) => {
  const word = foldWord(text)
  if (ORGANISATIONS.test(word)) return 'organisation'
  return PERSONS.test(word) ? 'person' : null
})

/** Reads no more than that of a note or a route: enough for a sentence, and no page is searched again and again. */
export const MOST_READ = 2000

/** Caches of readers by zone: as many as there are zones of laws. */
const READERS = new Map<number, (text: string) => number | null>()
const ORGANISATIONS =
  /^(organi[sz]ations?|corporate( subscriber)?|company|companies|business|b2b|legal person|法人|企業|会社|団体|entreprise|unternehmen|firma|기업|법인)$/
const PERSONS =
  /^(persons?|individuals?( subscriber)?|consumers?|b2c|natural person|sole trader|個人|消費者|particulier|privatperson|개인)$/

function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' || text.trim() === '' ? null : text
}

/** The event of this consent that tells that: itself, or another; null where none does. */
export function eventTelling(
  contact: ContactCase,
  consent: ConsentFact,
  field: 'method' | 'source' | 'wording',
): ConsentFact | null {
  if (filled(consent[field]) !== null) return consent
  if (contact.consents.length === 1) return null
  const run = runOf(contact, consent)
  for (let i = run.length - 1; i >= 0; i -= 1) if (filled(run[i]![field]) !== null) return run[i]!
  return null
}
