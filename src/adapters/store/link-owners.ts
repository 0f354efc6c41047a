/** Who stands behind a link in a mail: the send and the person of the ids that its token carries. */
import type {LinkOwner} from '../../ports/opt-out-desk.ts'
import type {Connection} from './connection.ts'

type PersonRow = Omit<NonNullable<LinkOwner['person']>, 'recipientId'>

/** Throws what the driver throws. Null when this store has neither. */
export function linkOwners({db, publicIds}: Connection): (sendId: string, recipientId: string) => LinkOwner | null {
  const sendOf = db.prepare('select name, topic from sends where public_id = ?')
  const personOf = db.prepare(
    `select coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as suppressKey, locale
     from contacts where id = ? and address_key <> ''`,
  )
  return (sendId, recipientId) => {
    const send = (sendOf.get(sendId) as NonNullable<LinkOwner['send']> | undefined) ?? null
    const id = publicIds.contactId(recipientId)
    const found = id === null ? undefined : (personOf.get(id) as PersonRow | undefined)
    const person = found === undefined ? null : {recipientId, ...found}
    return send === null && person === null ? null : {send, person}
  }
}
