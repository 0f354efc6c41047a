/**
 * What programs get from the JSON API: people and their consents, opt-outs, sends. It can add what protects people and what proves a
 * consent; it takes nothing back, makes nobody a contact, and sends nothing.
 */

import {createHash} from 'node:crypto'
import {makeEventReader} from '../core/consent/read-event.ts'
import type {Address} from '../core/contacts/address.ts'
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {ConsentFact} from '../core/contacts/consent.ts'
import type {ApiKey} from '../core/serving/api-key.ts'
import {findApiKey, idOfApiKey} from '../core/serving/api-key.ts'
import type {SuppressionHit, SuppressionReason} from '../core/suppression/entry.ts'
import {SUPPRESSION_REASONS} from '../core/suppression/entry.ts'
import {readEnd} from '../core/suppression/read-end.ts'
import {readScope} from '../core/suppression/topic-scope.ts'
import {isoWithZone} from '../core/zoned-moment.ts'
import {AppError} from '../errors.ts'
import type {
  ApiConsent,
  ApiConsentAsk,
  ApiContact,
  ApiHandlers,
  ApiSuppression,
  ApiSuppressionAsk,
} from '../ports/api.ts'
import type {ReadableApiKeys} from '../ports/api-keys.ts'
import type {PersonRecord} from '../ports/consent-store.ts'
import type {Store, StoredContact} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {addSuppression, checkSuppression} from './add-suppression.ts'
import {patiently} from './patiently.ts'
import {requireList} from './require-list.ts'
import {sendStatus} from './send-status.ts'

export interface ApiSetting {
  /** Names of the settings. */
  readonly purposes: readonly string[]
  /** Zone of moments in answers and of dates that name none, minutes east of UTC. */
  readonly offsetMinutes: number
}

export interface ApiNeeds {
  /** With a connection of its own, which waits for nobody. Opened when it is needed first. */
  store(): Promise<Store>
  apiKeys(): Promise<ReadableApiKeys>
  readonly clock: Clock
}

const LIMIT = 100

export interface ApiWatch {
  /** Keys that cannot be read. */
  onTrouble(error: unknown): void
}

export function answerApi(setting: ApiSetting, needs: ApiNeeds, {onTrouble}: ApiWatch): ApiHandlers {
  const {clock} = needs
  const iso = (at: number) => isoWithZone(at, setting.offsetMinutes)
  const isoOr = (at: number | null) => (at === null ? null : iso(at))

  async function personOf(given: string): Promise<PersonRecord> {
    const person = await (await needs.store()).consents.person(addressOf(given), clock.now())
    if (person === null) throw new AppError('PERSON_UNKNOWN')
    return person
  }

  return {
    async userOf(given) {
      const {keys, faults} = await needs.apiKeys()
      for (const fault of faults.values()) onTrouble(fault)
      // Whether that key is good nobody can say: its program is to come again.
      const fault = faults.get(idOfApiKey(given) ?? '')
      if (fault !== undefined) throw fault
      return findApiKey(given, keys)
    },

    async contact({address}) {
      const {contact, lists} = await personOf(address)
      return {...contactOf(contact), lists: lists.map(({name}) => name)}
    },

    async contacts({list, after, limit = LIMIT}) {
      const store = await needs.store()
      const page = await store.lists.page(await requireList(list, store), after ?? null, limit)
      if (page === null) throw new AppError('CURSOR_INVALID')
      const {contacts, next} = page
      return {contacts: contacts.map(contactOf), next}
    },

    async consents({address}) {
      const {contact, events} = await personOf(address)
      const standing = events.filter(({stands}) => stands)
      return {id: contact.publicId, consents: standing.map((event) => consentOf(event, isoOr))}
    },

    addConsent: (ask, by) => patiently(async () => addConsent(ask, by, setting, await needs.store(), clock)),

    async suppressions({address}) {
      const hits = await checkSuppression(address, {store: await needs.store(), clock})
      return {isSuppressed: hits.length > 0, suppressions: hits.map((hit) => suppressionOf(hit, iso, isoOr))}
    },

    addSuppression: (ask, by) =>
      patiently(async () => {
        const asked = {...readSuppression(ask, setting, clock.now()), source: sourceOf(by)}
        const {isNew} = await addSuppression(asked, {store: await needs.store(), clock})
        return {isNew}
      }),

    async sends() {
      return {sends: await (await needs.store()).sends.names()}
    },

    async send({name}) {
      const {send, totals} = await sendStatus(name, {store: await needs.store()})
      return {
        ...{name: send.name, list: send.list, topic: send.topic, state: send.lastEvent, audience: send.audience},
        ...{plannedAt: iso(send.plannedAt), startedAt: isoOr(send.startedAt), finishedAt: isoOr(send.finishedAt)},
        totals,
      }
    },
  }
}

function addressOf(given: string): Address {
  const parsed = parseAddress(given)
  if (!isAddress(parsed)) throw new AppError('ADDRESS_INVALID', {given: '***', why: parsed})
  return parsed
}

type AnyContact = Pick<StoredContact, 'publicId' | 'address' | 'country' | 'locale' | 'timeZone' | 'attributes'>

function contactOf({publicId, address, country, locale, timeZone, attributes}: AnyContact): ApiContact {
  return {id: publicId, address, country, locale, timeZone, attributes: attributes as Record<string, string>}
}

function consentOf(event: ConsentFact, isoOr: (at: number | null) => string | null): ApiConsent {
  const {kind, basis, at, method, source, wording, purpose, topic} = event
  return {kind, basis, at: isoOr(at), method, source, wording, purpose, topic}
}

function suppressionOf(
  {uuid, reason, scope, from, until, source, recordedAt}: SuppressionHit,
  iso: (at: number) => string,
  isoOr: (at: number | null) => string | null,
): ApiSuppression {
  return {id: uuid, reason, scope, from: isoOr(from), until: isoOr(until), source, recordedAt: iso(recordedAt)}
}

function sourceOf({name}: ApiKey): string {
  return `api:${name}`
}

/** As a line of a file of consent events is read: a yes is never made up, a no is taken with whatever it says. */
async function addConsent(
  {address, at, ...cells}: ApiConsentAsk,
  by: ApiKey,
  {purposes, offsetMinutes}: ApiSetting,
  store: Store,
  clock: Clock,
): Promise<{readonly isNew: boolean}> {
  const now = clock.now()
  const read = makeEventReader({purposes, offsetMinutes, dates: 'ymd', now, tellsEvent: true, event: null})
  const {events, fault} = read({...cells, ...(at !== undefined && {event_at: at})})
  if (fault !== null) throw new AppError('EVENT_INVALID', {why: fault})
  const parsed = addressOf(address)
  const line = JSON.stringify({...cells, at})
  const header = {
    ...{fileName: sourceOf(by), sizeBytes: Buffer.byteLength(line), columns: []},
    // Without the address, of which nothing may stay when the person is erased.
    sha256: createHash('sha256').update(`${by.id}\n${now}\n${line}`).digest('hex'),
  }
  const session = await store.consents.startImport(header, now)
  const {added, known, refusals, unknown, stopped, erased} = await session.write([{line: 1, address: parsed, events}])
  await session.finish({lines: 1, added, known, refusals, stopped, erased}, clock.now())
  // A no of somebody who is in no list was recorded as an opt-out; a yes of such a person is a yes to nothing.
  if (
    erased > 0 ||
    (unknown.length > 0 && stopped === 0 && !events.some(({kind}) => kind === 'withdrawn' || kind === 'refused'))
  )
    throw new AppError('PERSON_UNKNOWN')
  return {isNew: added + stopped > 0}
}

function readSuppression(
  {subject, reason = 'optout', scope = 'all', until}: ApiSuppressionAsk,
  {offsetMinutes}: ApiSetting,
  now: number,
) {
  const read = readScope(scope)
  const end = until === undefined ? null : readEnd(until, offsetMinutes)
  if (!(SUPPRESSION_REASONS as readonly string[]).includes(reason))
    throw new AppError('REQUEST_INVALID', {what: 'reason'})
  if (read === null) throw new AppError('REQUEST_INVALID', {what: 'scope'})
  // What is over binds nothing: a yes to it would be taken for an opt-out that holds.
  if (until !== undefined && (end === null || end <= now)) throw new AppError('REQUEST_INVALID', {what: 'until'})
  return {subject, reason: reason as SuppressionReason, scope: read, until: end}
}
