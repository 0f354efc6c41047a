/** One contact of a list: the one at a place in the order of the list, or the one with an address. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {ContactPick, PickedContact} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {readContacts} from './read-contacts.ts'

const AT_ROW = 'select contact_id as id from list_members where list_id = ? order by contact_id limit 1 offset ?'
const OF_ADDRESS = `select m.contact_id as id from contact_keys k join contacts c on c.id = k.contact_id
  join list_members m on m.list_id = ? and m.contact_id = c.id where k.address_hash = ? and c.address_key = ?`
const ROW_OF = 'select count(*) as n from list_members where list_id = ? and contact_id <= ?'

/** Null when the list has no such row or nobody with that address. */
export async function pickContact(
  connection: Connection,
  listId: number,
  which: ContactPick,
): Promise<PickedContact | null> {
  const {db} = connection
  const found =
    'row' in which
      ? db.prepare(AT_ROW).get(listId, which.row - 1)
      : db.prepare(OF_ADDRESS).get(listId, addressHash(which.address.key), which.address.key)
  if (found === undefined) return null
  const {id} = found as {id: number}
  const {n} = db.prepare(ROW_OF).get(listId, id) as {n: number}
  for await (const [contact] of readContacts(connection, listId, 1, id - 1)) return {row: n, contact: contact!}
  return null
}
