/**
 * Reads what a consent's evidence says: dates as text, yes and no, persons and organisations. Lists repeat few such
 * words, so each distinct text is read once; what is remembered is bounded (core/contacts/remember.ts).
 */
import type {ConsentFact} from '../contacts/consent.ts'
import {consentAt, isYes} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import {foldWord} from '../contacts/fold-word.ts'
import {makeMomentReader} from '../contacts/read-moment.ts'
import {remember} from '../contacts/remember.ts'
import {readYesNo} from '../contacts/words.ts'

/** consentAt for rules: most people have one event, and fifty duties ask for it. */
export function standingEvent({consents, asOf}: ContactCase): ConsentFact | null {
  if (consents.length !== 1) return consents.length === 0 ? null : consentAt(consents, asOf)
  const event = consents[0]!
  const isHeld = event.at === null || event.at <= asOf || event.kind === 'refused' || event.kind === 'withdrawn'
  return isHeld && event.kind !== 'requested' ? event : null
}

/** The consent by which the person may be mailed at the moment judged, as far as the record itself says. */
export function holdingYes(contact: ContactCase): ConsentFact | null {
  const consent = standingEvent(contact)
  return consent !== null && isYes(consent) ? consent : null
}

/**
 * A field of the evidence, null where nothing stands. What the consent itself does not say, an earlier event of the
 * same consent may: a sign-up speaks for its confirmation.
 */
export function proofOf({consents, asOf}: ContactCase, consent: ConsentFact, name: string): string | null {
  const own = filled(consent.evidence[name])
  if (own !== null || consents.length === 1) return own
  const from = lastNoOf(consents, asOf)
  for (let i = consents.length - 1; i >= 0; i -= 1) {
    const event = consents[i]!
    const proof = filled(event.evidence[name])
    if (proof !== null && isOfRun(event, consent, from, asOf)) return proof
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

function eventTelling(
  {consents, asOf}: ContactCase,
  consent: ConsentFact,
  field: 'method' | 'source' | 'wording',
): ConsentFact | null {
  if (filled(consent[field]) !== null) return consent
  if (consents.length === 1) return null
  const from = lastNoOf(consents, asOf)
  for (let i = consents.length - 1; i >= 0; i -= 1) {
    const event = consents[i]!
    if (filled(event[field]) !== null && isOfRun(event, consent, from, asOf)) return event
  }
  return null
}

function lastNoOf(events: readonly ConsentFact[], moment: number): number {
  let last = Number.NEGATIVE_INFINITY
  for (const {kind, at} of events)
    if ((kind === 'refused' || kind === 'withdrawn') && at !== null && at <= moment && at > last) last = at
  return last
}

/** Part of the same consent: asked or answered yes on the same basis, since the last no and not after the moment. */
function isOfRun(event: ConsentFact, consent: ConsentFact, from: number, moment: number): boolean {
  if (!isYes(event) && event.kind !== 'requested') return false
  if (event.basis !== consent.basis && event.basis !== null) return false
  const at = event.at ?? Number.NEGATIVE_INFINITY
  return at >= from && at <= moment
}
