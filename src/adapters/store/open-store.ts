/** The store of a workspace behind its port. */
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import type {Store} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {consentStore} from './consents.ts'
import {guardErased} from './guard-erased.ts'
import {journalStore} from './journal-pulls.ts'
import {listStore} from './lists.ts'
import {personStore} from './people.ts'
import {sendStore} from './sends.ts'
import {suppressionStore} from './suppressions.ts'
import {tombstones} from './tombstones.ts'

/**
 * file: path of the SQLite file. cacheMb: page cache, larger for imports. erasureKeys: oldest first; with none nobody can
 * be erased, and a store where somebody was takes nobody in. busyMs: see openDatabase. Throws STORE_* errors.
 */
export async function openStore(
  file: string,
  cacheMb?: number,
  erasureKeys: readonly ErasureKey[] = [],
  busyMs?: number,
): Promise<Store> {
  return storeOver(await connect(file, cacheMb, busyMs), erasureKeys)
}

export function storeOver(connection: Connection, erasureKeys: readonly ErasureKey[] = []): Store {
  const graves = tombstones(connection, erasureKeys)
  return {
    instanceId: connection.instanceId,
    lists: listStore(connection, graves),
    suppressions: guardErased(suppressionStore(connection), graves),
    sends: sendStore(connection),
    consents: consentStore(connection, graves),
    people: personStore(connection, graves, erasureKeys),
    journal: journalStore(connection),
    close: () => connection.close(),
  }
}
