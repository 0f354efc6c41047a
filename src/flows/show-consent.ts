/** "Why did you mail this person?": everything recorded of one address, judged by each law that applies. Changes nothing. */
import type {LawVerdict} from '../core/consent/judge-consent.ts'
import {consentVerdicts} from '../core/consent/judge-consent.ts'
import type {LawKeep} from '../core/consent/purge-verdict.ts'
import {keepByLaw, mayStillBeMailed} from '../core/consent/purge-verdict.ts'
import type {ConsentVerdict} from '../core/consent/verdict.ts'
import type {Wording, WordingBook} from '../core/consent/wordings.ts'
import {wordingAt} from '../core/consent/wordings.ts'
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {buildCase} from '../core/contacts/build-case.ts'
import type {ConsentFact} from '../core/contacts/consent.ts'
import {consentAt} from '../core/contacts/consent.ts'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import {groundsOf} from '../core/contacts/kept-grounds.ts'
import {readMoment} from '../core/contacts/read-moment.ts'
import {standingColumns} from '../core/contacts/standing-columns.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import type {Placed} from '../core/laws/place-contact.ts'
import type {Day} from '../core/lint/duty.ts'
import {startContactJudge} from '../core/lint/judge-contact.ts'
import type {KeptOn} from '../core/sensitive/kept-on.ts'
import type {SuppressionHit} from '../core/suppression/entry.ts'
import {AppError} from '../errors.ts'
import type {PersonEvent, PersonRecord} from '../ports/consent-store.ts'
import type {Store} from '../ports/store.ts'
import {listRules} from '../rules/list-rules.ts'

export interface ShowConsentAsk {
  readonly address: string
  /** The moment judged, UTC milliseconds. */
  readonly asOf: number
  /** True when a day was named: what came after it is shown, and not counted. */
  readonly isPast: boolean
  /** Its day where the sender is. */
  readonly day: Day
  readonly choice: LawChoice
  readonly setting: CaseSetting
  /** Country the settings declare; null = not declared. */
  readonly audience: string | null
  readonly offsetMinutes: number
}

/** A form text as a consent names it. */
export interface ShownWording {
  readonly named: string
  readonly state: 'kept' | 'unknown' | 'not-covering'
  readonly wording: Wording | null
}

export interface ShownEvent extends PersonEvent {
  /** The event that decides at the moment judged. */
  readonly holds: boolean
  /** False when it was taken back, or lies after the moment judged. */
  readonly counts: boolean
  readonly shown: ShownWording | null
}

export interface SensitiveColumn extends KeptOn {
  readonly list: string
  readonly column: string
}

export interface ConsentAnswer {
  readonly address: string
  /** The spelling the person is recorded under, where nobody has the one asked for; else null. */
  readonly recordedAs: string | null
  readonly asOf: number
  readonly day: Day
  /** Null when the address is in no list and never was. */
  readonly record: Omit<PersonRecord, 'events' | 'suppressions' | 'contact'> | null
  readonly placed: Placed
  readonly verdicts: readonly LawVerdict[]
  /** The worst of them. */
  readonly verdict: ConsentVerdict
  readonly events: readonly ShownEvent[]
  readonly suppressions: readonly SuppressionHit[]
  /** By law, the longest of each. */
  readonly keep: readonly LawKeep[]
  /** Columns of sensitive data that hold a value of this person, with the ground on which they came in; no value. */
  readonly sensitive: readonly SensitiveColumn[]
}

/** Throws ADDRESS_INVALID, STORE_*. */
export async function showConsent(ask: ShowConsentAsk, {store}: {readonly store: Store}): Promise<ConsentAnswer> {
  const {asOf, day, audience} = ask
  const address = parseAddress(ask.address)
  if (!isAddress(address)) throw new AppError('ADDRESS_INVALID', {given: '***', why: address})
  const book = await store.consents.wordings()
  const setting: CaseSetting = {...ask.setting, wordings: book}
  const person = await store.consents.person(address, asOf)
  if (person === null) {
    const nobody = {address: address.address, country: null, locale: null, attributes: {}, consents: []}
    const {placed} = buildCase({...nobody, lastMailedAt: null}, {audience, asOf, setting})
    const suppressions = await store.suppressions.holding(address.suppressKey, asOf, address.address)
    const nothing = {recordedAs: null, record: null, verdicts: [], events: [], keep: [], sensitive: []}
    return {...shell(ask), ...nothing, placed, verdict: 'missing', suppressions}
  }
  const {contact, events, suppressions, ...record} = person
  const counting = events.filter((event) => event.stands && !(ask.isPast && momentOf(event) > asOf))
  const facts = counting.map(asFact)
  const mails = record.mails.filter(({at}) => !ask.isPast || at === null || at <= asOf)
  const lastMailedAt = ask.isPast ? newestMail(mails, ACCEPTED) : contact.lastMailedAt
  const built = buildCase({...contact, consents: facts, lastMailedAt}, {audience, asOf, setting})
  const judge = startContactJudge({choice: ask.choice, day, facts: setting.facts}, listRules)
  const {byLaw: verdicts, worst: verdict} = consentVerdicts(judge, built.case)
  const isSuppressed = suppressions.some(({scope}) => scope === 'all')
  const holding = consentAt(facts, asOf)
  const keep = keepByLaw(judge.lawsFor(built.case.country, built.case.alsoIn), setting.facts, {
    ...{consents: facts, lastMailedAt: newestMail(mails, PERHAPS), asOf},
    recordedAt: counting.length === 0 ? null : Math.max(...counting.map((event) => event.recordedAt)),
    mayBeMailed: mayStillBeMailed({lists: record.lists.length, isSuppressed, worst: verdict}),
    readMoment: (text) => readMoment(text, ask.offsetMinutes),
  })
  return {
    ...shell(ask),
    recordedAs: person.isOtherSpelling ? contact.address : null,
    record: {...record, mails},
    placed: built.placed,
    verdicts,
    verdict,
    events: events.map((event) => {
      const place = counting.indexOf(event)
      return {
        ...event,
        holds: place >= 0 && facts[place] === holding,
        counts: place >= 0,
        shown: wordingOf(event, book),
      }
    }),
    suppressions,
    keep,
    sensitive: await sensitiveOf(contact.attributes, record.lists, store),
  }
}

async function sensitiveOf(
  attributes: Readonly<Record<string, string>>,
  lists: PersonRecord['lists'],
  store: Store,
): Promise<readonly SensitiveColumn[]> {
  const found: SensitiveColumn[] = []
  for (const {name} of lists) {
    const id = await store.lists.find(name)
    if (id === null) continue
    const kept = standingColumns(await store.lists.imports(id)).filter((column) => column.kept !== undefined)
    for (const header of new Set(kept.map((column) => column.header)))
      if (Object.hasOwn(attributes, header))
        found.push(...groundsOf(kept, header).map((ground) => ({list: name, column: header, ...ground})))
  }
  return found
}

function shell({address, asOf, day}: ShowConsentAsk) {
  return {address: address.trim(), asOf, day}
}

/** A no without a date counts from the moment it was known. */
function momentOf({kind, at, recordedAt}: PersonEvent): number {
  if (at !== null) return at
  return kind === 'refused' || kind === 'withdrawn' ? recordedAt : Number.NEGATIVE_INFINITY
}

function asFact(event: PersonEvent): ConsentFact {
  const {kind, basis, method, source, wording, purpose, topic, evidence} = event
  const at = momentOf(event)
  return {kind, basis, at: Number.isFinite(at) ? at : null, method, source, wording, purpose, topic, evidence}
}

const ACCEPTED: ReadonlySet<string> = new Set(['accepted'])
/** Proof is kept for mails nobody knows the end of, too. */
const PERHAPS: ReadonlySet<string> = new Set(['accepted', 'in-doubt', 'attempting'])

function newestMail(mails: PersonRecord['mails'], states: ReadonlySet<string>): number | null {
  let newest: number | null = null
  for (const {at, state} of mails) if (states.has(state) && at !== null && at > (newest ?? 0)) newest = at
  return newest
}

function wordingOf({wording, at}: PersonEvent, book: WordingBook): ShownWording | null {
  if (wording === null) return null
  const versions = book.named(wording)
  if (versions.length === 0) return {named: wording, state: 'unknown', wording: null}
  const shown = at === null ? null : wordingAt(versions, at)
  return shown === null
    ? {named: wording, state: 'not-covering', wording: null}
    : {named: wording, state: 'kept', wording: shown}
}
