/**
 * The way out for people who may not be mailed: whose consent can be declared, who can be asked once, who must be left
 * alone, and of whom nobody said where they come from.
 */
import type {AuditedContact} from '../contacts/audited-contact.ts'
import {isStopped} from '../contacts/audited-contact.ts'
import {consentAt, isHeld, isYes, yesToCome} from '../contacts/consent.ts'
import type {Origin} from '../laws/declared-facts.ts'
import {ORIGINS} from '../laws/declared-facts.ts'
import type {ContactComplaint} from '../lint/judge-contact.ts'
import {declarationBar} from './declaration-bar.ts'

export const WAYS = ['declare', 'ask', 'leave', 'unknown'] as const
export type Way = (typeof WAYS)[number]

/** Why: a word with texts of its own, `way-out.because.WORD`. */
export const WAY_REASONS = [
  'proof-incomplete',
  'future-date',
  'basis-declarable',
  'gave-own-address',
  'expired',
  'opted-out',
  'refused',
  'no-yes',
  'asked-before',
  'bought',
  'third-party',
  'must-not-ask',
  'no-origin',
] as const
export type WayReason = (typeof WAY_REASONS)[number]

export interface WayOut {
  readonly way: Way
  readonly because: WayReason
}

/** Origins that are a basis of their own: it needs no yes, only a fact that somebody can state for all of them. */
const STATED: readonly Origin[] = ['card', 'trade', 'published']

/**
 * Null for a contact who may be mailed. mayAsk: ids of the laws that let a sender ask once who gave their own address
 * (JP: 特定電子メール法 3条1項2号, 施行規則 2条1項2号); where another law objects to the contact, asking is
 * advertising under it.
 */
export function wayOutOf(
  contact: Pick<AuditedContact, 'case' | 'optOut'>,
  complaints: readonly ContactComplaint[],
  mayAsk: ReadonlySet<string>,
): WayOut | null {
  if (isStopped(contact)) return LEAVE['opted-out']
  const held = complaints.filter(({severity}) => severity === 'error')
  if (held.length === 0) return null
  const {consents, asOf, setting} = contact.case
  const consent = consentAt(consents, asOf)
  if (held.some(({verdict}) => verdict === 'withdrawn'))
    return consent !== null && isHeld(consent) ? LEAVE['no-yes'] : LEAVE.refused
  const origin = readOrigin(consent?.evidence.origin) ?? setting.origin
  const bar = declarationBar(consents, {now: asOf, origin: setting.origin})
  if (bar === 'bad-origin' || origin === 'purchased' || held.some(({duty}) => OF_BOUGHT_LISTS.has(duty.rule)))
    return LEAVE.bought
  if (bar === 'asked' || held.some(({duty}) => duty.rule === 'double-opt-in')) return LEAVE['asked-before']
  if (consent === null && yesToCome(consents, asOf) !== null && held.every(({duty}) => OF_BASIS.has(duty.rule)))
    return DECLARE['future-date']
  const isYesOnRecord = consent !== null && isYes(consent)
  if (isYesOnRecord && (consent.basis === null || held.every(({duty}) => PROOF.has(duty.rule))))
    return DECLARE['proof-incomplete']
  const isExpired = held.some(({verdict}) => verdict === 'expired')
  // Whoever was asked once is not asked again, whatever they answered.
  const wasAsked = consents.some(({kind}) => kind === 'requested')
  const ask = (way: WayOut) => (wasAsked ? LEAVE['asked-before'] : asking(held, mayAsk, way))
  if (isExpired && consent?.basis === 'consent') return ask(ASK.expired)
  if (origin === null) return UNKNOWN
  if (origin === 'own-form') return ask(ASK['gave-own-address'])
  return STATED.includes(origin) && !isYesOnRecord && !isExpired && bar === null
    ? DECLARE['basis-declarable']
    : LEAVE['third-party']
}

function asking(held: readonly ContactComplaint[], mayAsk: ReadonlySet<string>, ask: WayOut): WayOut {
  return held.every(({law}) => mayAsk.has(law)) ? ask : LEAVE['must-not-ask']
}

function readOrigin(word: string | undefined): Origin | null {
  return ORIGINS.find((origin) => origin === word) ?? null
}

const OF_BOUGHT_LISTS: ReadonlySet<string | null> = new Set(['list-origin', 'purchased-record'])
/** Rules that ask how a consent is proven, and not whether there is one. */
const PROOF: ReadonlySet<string | null> = new Set([
  'consent-record',
  'basis-evidence',
  'wording-shown',
  'wording-says',
  'declared-consent',
])

/** Rules that hold a contact for want of a consent, or for its date. */
const OF_BASIS: ReadonlySet<string | null> = new Set(['consent-basis', 'consent-date', 'express-consent'])

const UNKNOWN: WayOut = {way: 'unknown', because: 'no-origin'}
const DECLARE = {
  'future-date': {way: 'declare', because: 'future-date'},
  'proof-incomplete': {way: 'declare', because: 'proof-incomplete'},
  'basis-declarable': {way: 'declare', because: 'basis-declarable'},
} as const
const ASK = {
  'gave-own-address': {way: 'ask', because: 'gave-own-address'},
  expired: {way: 'ask', because: 'expired'},
} as const
const LEAVE = {
  'opted-out': {way: 'leave', because: 'opted-out'},
  refused: {way: 'leave', because: 'refused'},
  'no-yes': {way: 'leave', because: 'no-yes'},
  'asked-before': {way: 'leave', because: 'asked-before'},
  bought: {way: 'leave', because: 'bought'},
  'third-party': {way: 'leave', because: 'third-party'},
  'must-not-ask': {way: 'leave', because: 'must-not-ask'},
} as const
