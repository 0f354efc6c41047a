/**
 * The store as the server for opt-outs uses it, over a connection of its own: opt-outs that come together share one durable
 * commit, and each is answered after it (reliability.md B5).
 */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SuppressionEntry} from '../../core/suppression/entry.ts'
import type {OptOutDesk, OptOutRecorded} from '../../ports/opt-out-desk.ts'
import type {Connection} from './connection.ts'
import {connect} from './connection.ts'
import {storeError} from './driver.ts'
import {groupWriter} from './group-writer.ts'
import {linkOwners} from './link-owners.ts'
import {suppressionWriter} from './suppression-events.ts'
import {suppressionStore} from './suppressions.ts'

/** file: of the store. Throws STORE_* errors. */
export async function openOptOutDesk(file: string): Promise<ClosableDesk> {
  return optOutDesk(await connect(file))
}

export type ClosableDesk = OptOutDesk & {
  /** Writes what waits, and closes the connection. */
  close(): Promise<void>
}

/** connection: for this desk alone. */
export function optOutDesk(connection: Connection): ClosableDesk {
  const {db, file} = connection
  const writer = groupWriter(connection)
  const record = recorder(connection)
  const noteNetwork = db.prepare(
    'insert or ignore into suppression_networks select id, ? from suppression_events where subject_hash = ? and subject = ? and recorded_at = ?',
  )
  const isThere = db.prepare('select 1 from store_facts limit 1')
  return {
    find: finder(connection),
    record: (entry, at, recipientId) => writer.write(() => record(entry, at, recipientId)),
    noteNetwork: (suppressKey, at, network) =>
      writer.write(() => {
        noteNetwork.run(network, addressHash(suppressKey), suppressKey, at)
      }),
    holding: suppressionStore(connection).holding,
    async check() {
      try {
        isThere.get()
      } catch (error) {
        throw storeError(file, error)
      }
    },
    async close() {
      await writer.idle()
      await connection.close()
    },
  }
}

function finder(connection: Connection): OptOutDesk['find'] {
  const ownerOf = linkOwners(connection)
  return async (sendId, recipientId) => {
    try {
      return ownerOf(sendId, recipientId)
    } catch (error) {
      throw storeError(connection.file, error)
    }
  }
}

/** What is written of one opt-out, inside of a transaction. */
function recorder({db, publicIds}: Connection) {
  const isHeld = db.prepare(`select 1 from contacts where id = ? and address_key <> ''`)
  const writer = suppressionWriter(db)
  return (entry: SuppressionEntry, at: number, recipientId: string): OptOutRecorded => {
    // Asked again inside of the transaction, or an erasure just before it would be undone.
    const id = publicIds.contactId(recipientId)
    if (id === null || isHeld.get(id) === undefined) return 'gone'
    if (writer.repeats(entry)) return 'known'
    writer.add(entry, at)
    return 'new'
  }
}
