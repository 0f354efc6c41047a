/**
 * Deletes a person everywhere and keeps them out: a keyed tombstone takes the place of their opt-outs, proof that a law
 * still wants is locked away until its day (GDPR art. 17, 個人情報保護法 35条). Done again it changes nothing.
 */
import {lockedUntil} from '../core/consent/locked-until.ts'
import {keepByLaw} from '../core/consent/purge-verdict.ts'
import type {Address} from '../core/contacts/address.ts'
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {buildCase} from '../core/contacts/build-case.ts'
import type {CaseSetting} from '../core/contacts/contact-case.ts'
import {readMoment} from '../core/contacts/read-moment.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import {AppError} from '../errors.ts'
import type {PersonRecord} from '../ports/consent-store.ts'
import type {EraseOrder, ErasePreview, ProofContent} from '../ports/person-store.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface EraseAsk {
  readonly address: string
  readonly isDryRun: boolean
  readonly choice: LawChoice
  readonly setting: CaseSetting
  readonly audience: string | null
  readonly offsetMinutes: number
  /** Told before anything is deleted; what it throws ends it. Not called when nothing is held. */
  readonly onPreview: (preview: ErasureTold) => Promise<void>
}

export interface ErasureTold {
  readonly counts: ErasePreview
  /** Null where no law wants proof kept. */
  readonly proof: {readonly until: string; readonly laws: NonNullable<EraseOrder['proof']>['laws']} | null
  /** Files of the workspace that hold the address: erasing does not touch them. */
  readonly files: readonly string[]
}

export interface EraseResult extends ErasureTold {
  readonly dryRun: boolean
  /** erased: now. already: a tombstone stood. unknown: nothing was held; a tombstone stands now all the same. */
  readonly outcome: 'erased' | 'already' | 'unknown'
  /** When, UTC milliseconds; null for a dry run of somebody who stands there. */
  readonly erasedAt: number | null
  /** False while another process keeps the old bytes of the store: again removes them. */
  readonly isWiped: boolean
}

interface Needs {
  readonly store: Store
  readonly clock: Clock
  /** Paths of files in the workspace that hold the address, relative to it. */
  readonly filesWith: (addresses: readonly string[]) => Promise<readonly string[]>
}

/** Throws ADDRESS_INVALID, ERASURE_KEY_MISSING, STORE_*, and what onPreview throws. */
export async function eraseContact(ask: EraseAsk, {store, clock, filesWith}: Needs): Promise<EraseResult> {
  const address = parseAddress(ask.address)
  if (!isAddress(address)) throw new AppError('ADDRESS_INVALID', {given: '***', why: address})
  const {suppressKey} = address
  const at = clock.now()
  const counts = await store.people.preview(suppressKey)
  const known = await store.people.tombstone(suppressKey)
  const people = await everyone(address, at, store)
  const proof = proofOf(ask, people, at)
  const addresses = [address.address, ...people.map(({contact}) => contact.address)]
  const told: ErasureTold = {
    counts,
    proof: proof === null ? null : {until: proof.until, laws: proof.laws},
    files: await filesWith([...new Set(addresses)]),
  }
  const isHeld = counts.contacts + counts.suppressions + counts.signUps > 0
  const outcome = isHeld ? 'erased' : known === null ? 'unknown' : 'already'
  if (ask.isDryRun) return {...told, dryRun: true, outcome, erasedAt: known?.erasedAt ?? null, isWiped: true}
  if (isHeld) await ask.onPreview(told)
  if (outcome !== 'already') await store.people.erase({suppressKey, at, proof})
  await store.people.deleteOverdueProofs(at)
  const isWiped = (await store.people.needsWipe()) ? await store.people.wipe() : true
  return {...told, dryRun: false, outcome, erasedAt: outcome === 'already' ? known!.erasedAt : at, isWiped}
}

/** The person in every spelling that the same opt-outs bind. */
async function everyone(address: Address, at: number, store: Store): Promise<readonly PersonRecord[]> {
  const first = await store.consents.person(address, at)
  if (first === null) return []
  const others = (await store.people.held(address))?.otherSpellings ?? []
  const people = [first]
  for (const other of others) {
    const parsed = parseAddress(other)
    const person = isAddress(parsed) ? await store.consents.person(parsed, at) : null
    if (person !== null && !people.some(({contact}) => contact.id === person.contact.id)) people.push(person)
  }
  return people
}

/** Judged as of somebody whom nobody may mail any more: from here on the time of each law runs to its end. */
function proofOf(ask: EraseAsk, people: readonly PersonRecord[], at: number): EraseOrder['proof'] {
  const keeps = people.flatMap((person) => keepsOf(ask, person, at))
  const laws = [...new Map(keeps.flatMap((each) => each.laws).map((law) => [law.id, law])).values()]
  const locked = lockedUntil(
    keeps.flatMap((each) => each.keep),
    laws,
  )
  if (locked === null) return null
  const content: ProofContent = {
    addresses: people.map(({contact}) => contact.address),
    lists: [...new Set(people.flatMap(({lists}) => lists.map(({name}) => name)))],
    events: people.flatMap(({events}) => events),
  }
  return {...locked, laws: distinct(locked.laws), text: JSON.stringify(content)}
}

function distinct<Law extends {readonly law: string; readonly of: string; readonly until: string}>(
  laws: readonly Law[],
): readonly Law[] {
  return [...new Map(laws.map((each) => [`${each.law} ${each.of} ${each.until}`, each])).values()]
}

function keepsOf({choice, audience, setting, offsetMinutes}: EraseAsk, person: PersonRecord, at: number) {
  const {contact, events, mails} = person
  if (events.length === 0) return []
  const built = buildCase(contact, {audience, asOf: at, setting})
  const laws = choice.lawsFor(built.case.country, built.case.alsoIn)
  const perhaps = mails.flatMap((mail) => (PERHAPS.has(mail.state) && mail.at !== null ? [mail.at] : []))
  const keep = keepByLaw(laws, setting.facts, {
    consents: contact.consents,
    lastMailedAt: perhaps.length === 0 ? null : Math.max(...perhaps),
    recordedAt: Math.max(...events.map(({recordedAt}) => recordedAt)),
    mayBeMailed: false,
    asOf: at,
    readMoment: (text) => readMoment(text, offsetMinutes),
  })
  return [{keep, laws}]
}

/** Proof is kept for mails nobody knows the end of, too. */
const PERHAPS: ReadonlySet<string> = new Set(['accepted', 'in-doubt', 'attempting'])
