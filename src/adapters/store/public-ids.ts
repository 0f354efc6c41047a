/**
 * The public id of a contact: what leaves the house in tokens, Message-IDs and exports. It is the row's own number
 * under a cipher whose key only this store knows, so it is unique, says nothing, and needs no column and no index.
 */
import type {Cipher} from 'node:crypto'
import {createCipheriv, randomBytes} from 'node:crypto'
import type {SqliteDatabase} from './driver.ts'

/** contactId to 22 base64url characters. */
export type PublicIds = (contactId: number) => string

const KEY_FACT = 'public_id_key'
/** Fills the cipher's block behind the number; what deciphers to anything else is none of our ids. */
const MARK = 0x636f6e74_61637400n

/** Reads the store's key; a new store gets one. */
export function publicIds(db: SqliteDatabase): PublicIds {
  const key = Buffer.from(readKey(db), 'base64url')
  const block = Buffer.alloc(16)
  block.writeBigUInt64BE(MARK, 8)
  // One block at a time, and no two alike: the mode that chains blocks would only cost.
  const cipher: Cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  return (contactId) => {
    block.writeBigUInt64BE(BigInt(contactId), 0)
    return cipher.update(block).toString('base64url')
  }
}

function readKey(db: SqliteDatabase): string {
  const select = db.prepare('select value from store_facts where name = ?')
  const known = select.get(KEY_FACT) as {value: string} | undefined
  if (known) return known.value
  // Another process may be opening the same new store: whose key comes second is not taken.
  db.prepare('insert into store_facts (name, value) values (?, ?) on conflict do nothing').run(
    KEY_FACT,
    randomBytes(16).toString('base64url'),
  )
  return (select.get(KEY_FACT) as {value: string}).value
}
