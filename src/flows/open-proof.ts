/** Proof of consent of an erased person is opened on purpose alone: by whom and why stays recorded. */
import {isAddress, parseAddress} from '../core/contacts/address.ts'
import {AppError} from '../errors.ts'
import type {LockedProof} from '../ports/person-store.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

/** Empty where nothing is locked away of that person. Throws ADDRESS_INVALID, STORE_*. */
export async function openProof(
  ask: {readonly address: string; readonly reason: string; readonly by: string},
  {store, clock}: {readonly store: Store; readonly clock: Clock},
): Promise<readonly LockedProof[]> {
  const address = parseAddress(ask.address)
  if (!isAddress(address)) throw new AppError('ADDRESS_INVALID', {given: '***', why: address})
  return store.people.openProofs(address.suppressKey, {reason: ask.reason, by: ask.by, at: clock.now()})
}
