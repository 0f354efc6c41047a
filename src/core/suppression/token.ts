/**
 * The token in every opt-out link: says which send and which recipient, and nothing a stranger could read or forge
 * (reliability.md B5, RFC 8058 section 3.1). 46 bytes as 62 base64url characters:
 * version 1 | kind 1 | key id 4 | send 8 | recipient 16 | HMAC-SHA-256 cut to 16 bytes over all before.
 */
import {createHmac, timingSafeEqual} from 'node:crypto'

export interface TokenKey {
  /** 4 bytes as 8 hex digits. */
  readonly id: string
  /** 32 bytes. */
  readonly secret: Uint8Array
}

/** What a token is for; an opt-out token never confirms anything. */
export const TOKEN_KINDS = {optout: 1, confirm: 2, bounce: 3} as const
export type TokenKind = keyof typeof TOKEN_KINDS

const VERSION = 1
const SIGNED_BYTES = 30
const MAC_BYTES = 16
const TOKEN_LENGTH = 62

/** sendId: 11 base64url characters (8 bytes). Returns a maker of tokens per recipient (22 characters, 16 bytes). */
export function tokenMaker(key: TokenKey, kind: TokenKind, sendId: string): (recipientId: string) => string {
  const bytes = Buffer.alloc(SIGNED_BYTES + MAC_BYTES)
  bytes[0] = VERSION
  bytes[1] = TOKEN_KINDS[kind]
  bytes.write(key.id, 2, 'hex')
  bytes.write(sendId, 6, 'base64url')
  return (recipientId) => {
    bytes.write(recipientId, 14, 'base64url')
    macOf(key, bytes).copy(bytes, SIGNED_BYTES, 0, MAC_BYTES)
    return bytes.toString('base64url')
  }
}

export interface TokenFacts {
  readonly kind: TokenKind
  readonly sendId: string
  readonly recipientId: string
}

/** Null for anything that is not a whole, untouched token of one of the keys. Constant time over the signature. */
export function readToken(token: string, keys: readonly TokenKey[]): TokenFacts | null {
  if (token.length !== TOKEN_LENGTH || !/^[\w-]+$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== SIGNED_BYTES + MAC_BYTES || bytes[0] !== VERSION) return null
  // Trailing bits beyond the last byte must be zero, or two texts would be one token.
  if (bytes.toString('base64url') !== token) return null
  const keyId = bytes.toString('hex', 2, 6)
  const key = keys.find((each) => each.id === keyId)
  const kind = (Object.keys(TOKEN_KINDS) as TokenKind[]).find((each) => TOKEN_KINDS[each] === bytes[1])
  if (!key || !kind) return null
  if (!timingSafeEqual(macOf(key, bytes).subarray(0, MAC_BYTES), bytes.subarray(SIGNED_BYTES))) return null
  return {kind, sendId: bytes.toString('base64url', 6, 14), recipientId: bytes.toString('base64url', 14, 30)}
}

function macOf(key: TokenKey, bytes: Buffer): Buffer {
  return createHmac('sha256', key.secret).update(bytes.subarray(0, SIGNED_BYTES)).digest()
}

/**
 * Local part of the Message-ID of one recipient in one send: the same on every attempt, says nothing of the person
 * (reliability.md A2). 26 base32 characters.
 */
export function messageIdMaker(key: TokenKey, sendId: string, contentHash: string): (recipientId: string) => string {
  return (recipientId) =>
    base32(
      createHmac('sha256', key.secret)
        .update(`message-id|${sendId}|${recipientId}|${contentHash}`)
        .digest()
        .subarray(0, 16),
    )
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += BASE32[(value >>> (bits - 5)) & 31]
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32[(value << (5 - bits)) & 31] : text
}
