/**
 * Which events make up one consent: a sign-up, the mail that asked to confirm it, the confirmation, a yes said again.
 * What one of them tells speaks for the others; what was told on another occasion does not.
 */
import type {ConsentFact} from '../contacts/consent.ts'
import {isAbout, isNo, isUnproven, isYes} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import {sharesTopic} from '../contacts/topics.ts'

/** Fifty duties ask about the same person one after the other, and one of them may have thousands of events. */
let lastCase: ContactCase | null = null
let lastConsent: ConsentFact | null = null
let lastRun: readonly ConsentFact[] = []

/**
 * The events of that consent in the order they were recorded, itself among them. Its first is the latest `given` of the
 * basis, with what was asked since the yes before it; `confirmed` and `reaffirmed` go on with it. None lies before the
 * last no or expiry, or after the moment judged. A declaration recorded later that names no day tells of it, too.
 */
export function runOf(contact: ContactCase, consent: ConsentFact): readonly ConsentFact[] {
  if (contact.consents.length === 1) return contact.consents
  if (contact !== lastCase || consent !== lastConsent) {
    lastRun = runIn(contact, consent)
    lastCase = contact
    lastConsent = consent
  }
  return lastRun
}

function runIn({consents, asOf, setting}: ContactCase, consent: ConsentFact): readonly ConsentFact[] {
  const isSameTopic = (event: ConsentFact) => sharesTopic(event.topic, consent.topic) && isAbout(event, setting.topic)
  const isOwn = (event: ConsentFact) => (event.basis === consent.basis || event.basis === null) && isSameTopic(event)
  let [first, from] = [0, Number.NEGATIVE_INFINITY]
  for (const [i, event] of consents.entries()) {
    const isEnd = isNo(event) ? isSameTopic(event) : event.kind === 'expired' && isOwn(event)
    if (!isEnd) continue
    if (event.at === null && isNo(event)) first = i + 1
    else if (atOf(event) <= asOf) from = Math.max(from, atOf(event))
  }
  let start = consent.kind === 'given' ? consents.indexOf(consent) : -1
  if (start < 0)
    for (let i = first; i < consents.length; i += 1) {
      const event = consents[i]!
      if (event.kind !== 'given' || isUnproven(event) !== isUnproven(consent) || !isOwn(event)) continue
      const at = atOf(event)
      if (at >= from && at <= Math.min(asOf, atOf(consent)) && (start < 0 || at >= atOf(consents[start]!))) start = i
    }
  const startAt = start < 0 ? from : atOf(consents[start]!)
  let yesBefore = Number.NEGATIVE_INFINITY
  for (const event of consents)
    if (isYes(event) && isOwn(event) && atOf(event) < startAt) yesBefore = Math.max(yesBefore, atOf(event))
  return consents.filter((event, i) => {
    if (event === consent || i === start) return true
    const at = atOf(event)
    if (i < first || at < from || at > asOf || !isOwn(event)) return false
    if (event.kind === 'requested') return at > yesBefore || yesBefore === Number.NEGATIVE_INFINITY
    if (!isYes(event)) return false
    if (event.kind !== 'given' || isUnproven(event)) return at >= startAt
    return (event.at !== null && at === startAt) || (event.at === null && i > start && isDeclared(event))
  })
}

function isDeclared({evidence}: ConsentFact): boolean {
  return evidence.declaration !== undefined
}

function atOf({at}: ConsentFact): number {
  return at ?? Number.NEGATIVE_INFINITY
}
