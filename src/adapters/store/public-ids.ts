/**
 * The public id of a contact: what leaves the house in tokens, Message-IDs and exports. It is the row's own number
 * under a cipher whose key only this store knows, so it is unique, says nothing, and needs no column and no index.
 */
import type {Cipher} from 'node:crypto'
import {createCipheriv, createDecipheriv, randomBytes} from 'node:crypto'
import type {SqliteDatabase} from './driver.ts'

/** contactId to 22 base64url characters. */
export interface PublicIds {
  (contactId: number): string
  /** The same for many at once, in their order, at a tenth of the time each. */
  many(contactIds: readonly number[]): readonly string[]
  /** Back again; null for what is none of this store's ids. */
  contactId(publicId: string): number | null
}

const BLOCK = 16
/** A block in base64url, its rest filled up to whole groups of three bytes. */
const PADDED = 18
const WRITTEN = 24
const ID_LENGTH = 22

const KEY_FACT = 'public_id_key'
/** Fills the cipher's block behind the number; what deciphers to anything else is none of our ids. */
const MARK = 0x636f6e74_61637400n

/** Reads the store's key; a new store gets one. */
export function publicIds(db: SqliteDatabase): PublicIds {
  const key = Buffer.from(readKey(db), 'base64url')
  // No two blocks are alike: the mode that chains them would only cost.
  const cipher: Cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  const many = (contactIds: readonly number[]): readonly string[] => {
    const blocks = Buffer.alloc(contactIds.length * BLOCK)
    contactIds.forEach((id, i) => {
      blocks.writeUInt32BE(Math.floor(id / 2 ** 32), i * BLOCK)
      blocks.writeUInt32BE(id % 2 ** 32, i * BLOCK + 4)
      blocks.writeBigUInt64BE(MARK, i * BLOCK + 8)
    })
    const hidden = cipher.update(blocks)
    const padded = Buffer.alloc(contactIds.length * PADDED)
    for (let i = 0; i < contactIds.length; i += 1) hidden.copy(padded, i * PADDED, i * BLOCK, (i + 1) * BLOCK)
    const written = padded.toString('base64url')
    return contactIds.map((_, i) => written.slice(i * WRITTEN, i * WRITTEN + ID_LENGTH))
  }
  const decipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  const contactId = (publicId: string): number | null => {
    const hidden = Buffer.from(publicId, 'base64url')
    if (hidden.length !== BLOCK) return null
    const block = decipher.update(hidden)
    if (block.readBigUInt64BE(8) !== MARK) return null
    const id = block.readUInt32BE(0) * 2 ** 32 + block.readUInt32BE(4)
    return Number.isSafeInteger(id) ? id : null
  }
  return Object.assign((id: number) => many([id])[0]!, {many, contactId})
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
