/** One opt-out recorded by hand, and the question whether one holds. */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import type {SuppressionEntry, SuppressionHit, SuppressionReason, SuppressionScope} from '../core/suppression/entry.ts'
import {readDomainEntry} from '../core/suppression/read-opt-out.ts'
import {AppError} from '../errors.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

interface Needs {
  readonly store: Store
  readonly clock: Clock
}

export interface AddAsk {
  /** An address or @DOMAIN. */
  readonly subject: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
}

/** Throws ADDRESS_INVALID, STORE_*. Durable when it resolves. */
export async function addSuppression(
  ask: AddAsk,
  {store, clock}: Needs,
): Promise<{entry: SuppressionEntry; isNew: boolean}> {
  const {reason, scope} = ask
  const at = clock.now()
  const domain = readDomainEntry(ask.subject.trim())
  const rest = {reason, scope, from: at, until: null, source: 'suppression add', line: null}
  const entry: SuppressionEntry =
    domain === null
      ? {kind: 'address', subject: suppressKeyOf(ask.subject), ...rest}
      : {kind: 'domain', subject: domain, ...rest}
  const {added} = await store.suppressions.merge(once([entry]), at)
  return {entry, isNew: added === 1}
}

/** Throws ADDRESS_INVALID. */
export async function checkSuppression(address: string, {store, clock}: Needs): Promise<readonly SuppressionHit[]> {
  return store.suppressions.holding(suppressKeyOf(address), clock.now())
}

function suppressKeyOf(given: string): string {
  const parsed = parseAddress(given)
  if (!isAddress(parsed)) throw new AppError('ADDRESS_INVALID', {given: '***', why: parsed})
  return parsed.suppressKey
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield batch
}
