/**
 * An opt-out taken back: only what the person's own newer consent, or evidence that somebody answers for, allows. What
 * was recorded stays, and what lifted it stands beside.
 */

import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {SuppressionHit, SuppressionScope} from '../core/suppression/entry.ts'
import {kindOfSubject} from '../core/suppression/entry.ts'
import type {ProvingConsent, RemovalFate} from '../core/suppression/removal.ts'
import {answersOptOut, removalFate} from '../core/suppression/removal.ts'
import {readSubject} from '../core/suppression/settlements.ts'
import {foldedScopes} from '../core/suppression/topic-scope.ts'
import {AppError} from '../errors.ts'
import type {PersonEvent} from '../ports/consent-store.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface RemoveAsk {
  /** An address, @DOMAIN or a hash. */
  readonly subject: string
  readonly reason: string
  /** What proves it where no consent can. */
  readonly evidence: string | null
  /** Only entries of that scope; null = all that stand. */
  readonly scope: SuppressionScope | null
  readonly isDryRun: boolean
}

export interface RemoveResult {
  readonly removed: readonly RemovedEntry[]
  /** What else stands of the person's domain or hash: it still forbids mail. */
  readonly remaining: readonly SuppressionHit[]
  readonly isDryRun: boolean
}

export interface RemovedEntry extends SuppressionHit {
  /** When the newer consent was given; null = on other evidence. */
  readonly consentAt: number | null
}

/** All that stand of the subject, or none. Throws ADDRESS_INVALID, SUPPRESSION_MISSING, REMOVAL_UNPROVEN, STORE_*. */
export async function removeSuppression(
  ask: RemoveAsk,
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<RemoveResult> {
  const at = clock.now()
  const subject = readSubject(ask.subject)
  if (subject === null) throw new AppError('ADDRESS_INVALID', {given: '***', why: 'no address, domain or hash'})
  const scopes = ask.scope === null ? null : foldedScopes(ask.scope)
  const standing = (await store.suppressions.standingOf(subject)).filter(
    ({scope}) => scopes === null || scopes.includes(scope),
  )
  if (standing.length === 0) throw new AppError('SUPPRESSION_MISSING', {})
  const consents = await consentsOf(ask.subject, store, at)
  const fates = standing.map((entry) => ({
    entry,
    fate: removalFate(entry, kindOfSubject(subject), newestAnswering(consents, entry.scope), ask.evidence),
  }))
  const refused = fates.find(({fate}) => fate.why !== null)
  if (refused !== undefined) throw new AppError('REMOVAL_UNPROVEN', {why: refused.fate.why!})
  if (!ask.isDryRun)
    await store.suppressions.lift(
      fates.map(({entry: {uuid}, fate}) => ({uuid, subject, reason: ask.reason, evidence: evidenceOf(fate, ask)})),
      at,
    )
  const address = parseAddress(ask.subject)
  const holding = isAddress(address) ? await store.suppressions.holding(subject, at, address.address) : []
  const gone = new Set(standing.map(({uuid}) => uuid))
  return {
    removed: fates.map(({entry, fate}) => ({...entry, consentAt: fate.consent?.at ?? null})),
    remaining: holding.filter(({uuid}) => !gone.has(uuid)),
    isDryRun: ask.isDryRun,
  }
}

/** Of the very contact, or one with another spelling of the address. */
async function consentsOf(given: string, store: Store, at: number): Promise<readonly PersonEvent[]> {
  const address = parseAddress(given)
  if (!isAddress(address)) return []
  return (await store.consents.person(address, at))?.events.filter((event) => event.stands && event.at !== null) ?? []
}

/** The newest that allows again what was left. */
function newestAnswering(consents: readonly PersonEvent[], scope: SuppressionScope): ProvingConsent | null {
  let newest: ProvingConsent | null = null
  for (const event of consents)
    if (answersOptOut(event, scope) && (newest === null || event.at! > newest.at))
      newest = {uuid: event.uuid, at: event.at!}
  return newest
}

function evidenceOf({consent}: RemovalFate, {evidence}: RemoveAsk): Record<string, string | number> {
  return {
    ...(consent !== null && {consent: consent.uuid, at: consent.at}),
    ...(evidence !== null && {text: evidence}),
  }
}
