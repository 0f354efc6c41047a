/** The store of a workspace behind its port. */
import type {Store} from '../../ports/store.ts'
import {connect} from './connection.ts'
import {consentStore} from './consents.ts'
import {listStore} from './lists.ts'
import {sendStore} from './sends.ts'
import {suppressionStore} from './suppressions.ts'

/** file: path of the SQLite file. cacheMb: page cache, larger for imports. Throws STORE_* errors. */
export async function openStore(file: string, cacheMb?: number): Promise<Store> {
  const connection = await connect(file, cacheMb)
  return {
    instanceId: connection.instanceId,
    lists: listStore(connection),
    suppressions: suppressionStore(connection),
    sends: sendStore(connection),
    consents: consentStore(connection),
    close: () => connection.close(),
  }
}
