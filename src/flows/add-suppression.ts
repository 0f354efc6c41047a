/** One opt-out recorded by hand, and the question whether one holds. */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {SuppressionEntry, SuppressionHit, SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import {kindOfSubject, spellingOf} from '../core/suppression/entry.ts'
import {addressGiven, readSubject} from '../core/suppression/settlements.ts'
import {foldedScopes} from '../core/suppression/topic-scope.ts'
import {AppError} from '../errors.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

interface Needs {
  readonly store: Store
  readonly clock: Clock
}

export interface AddAsk {
  /** An address, @DOMAIN or a hash. */
  readonly subject: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  /** UTC milliseconds; null = for ever. */
  readonly until?: number | null
  /** Who says so; not said = the command. */
  readonly source?: string
}

/** Throws ADDRESS_INVALID, STORE_*. Durable when it resolves. */
export async function addSuppression(
  ask: AddAsk,
  {store, clock}: Needs,
): Promise<{entry: SuppressionEntry; isNew: boolean}> {
  const {reason, scope} = ask
  const at = clock.now()
  const subject = subjectOf(ask.subject)
  const source = ask.source ?? 'suppression add'
  const rest = {reason, scope, from: at, until: ask.until ?? null, source, line: null}
  const address = addressGiven(ask.subject)
  const spelled = address === null ? {} : spellingOf(address)
  const entry: SuppressionEntry = {kind: kindOfSubject(subject), subject, ...spelled, ...rest}
  const entries = foldedScopes(scope).map((each) => ({...entry, scope: each}))
  const {added} = await store.suppressions.merge(once(entries), at)
  return {entry: entries[0]!, isNew: added > 0}
}

/** Throws ADDRESS_INVALID. */
export async function checkSuppression(given: string, {store, clock}: Needs): Promise<readonly SuppressionHit[]> {
  const parsed = parseAddress(given)
  if (!isAddress(parsed)) throw new AppError('ADDRESS_INVALID', {given: '***', why: parsed})
  return store.suppressions.holding(parsed.suppressKey, clock.now(), parsed.address)
}

function subjectOf(given: string): string {
  const subject = readSubject(given)
  if (subject !== null) return subject
  const parsed = parseAddress(given)
  throw new AppError('ADDRESS_INVALID', {given: '***', why: isAddress(parsed) ? '' : parsed})
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield batch
}
