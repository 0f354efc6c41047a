/**
 * The token in every opt-out link: says which send and which recipient, and nothing a stranger could read or forge
 * (reliability.md B5, RFC 8058 section 3.1). 46 bytes as 62 base64url characters:
 * version 1 | kind 1 | key id 4 | send 8 | recipient 16 | HMAC-SHA-256 cut to 16 bytes over all before.
 */
import {timingSafeEqual} from 'node:crypto'
import {fixedMac, macWith} from './mac.ts'

export interface TokenKey {
  /** 4 bytes as 8 hex digits. */
  readonly id: string
  /** 32 bytes. */
  readonly secret: Uint8Array
}

/**
 * What a token is for; an opt-out token never confirms anything. confirm: the link of a mail that asked for consent. sign-up: that
 * of a sign-up, which carries its last moment where others carry the send, and the sign-up's own id.
 */
export const TOKEN_KINDS = {optout: 1, confirm: 2, 'sign-up': 3} as const
export type TokenKind = keyof typeof TOKEN_KINDS

/** What makes and opens tokens of one kind alone: a server without the list gets the one that opens opt-outs. */
export interface KindKey extends TokenKey {
  readonly kind: TokenKind
}

/** Nobody can get from it to the key it was made of, or to another kind. */
export function kindKey({id, secret}: TokenKey, kind: TokenKind): KindKey {
  return {id, kind, secret: Buffer.from(macWith(secret)(Buffer.from(`key|${kind}`)), 'latin1')}
}

const VERSION = 1
const SIGNED_BYTES = 30
const MAC_BYTES = 16
const TOKEN_LENGTH = 62

/** sendId: 11 base64url characters (8 bytes). Returns a maker of tokens per recipient (22 characters, 16 bytes). */
export function tokenMaker(key: TokenKey, kind: TokenKind, sendId: string): (recipientId: string) => string {
  const {message: bytes, mac} = fixedMac(kindKey(key, kind).secret, SIGNED_BYTES, MAC_BYTES)
  bytes[0] = VERSION
  bytes[1] = TOKEN_KINDS[kind]
  bytes.write(key.id, 2, 'hex')
  bytes.write(sendId, 6, 'base64url')
  return (recipientId) => {
    bytes.write(recipientId, 14, 'base64url')
    bytes.write(mac(), SIGNED_BYTES, MAC_BYTES, 'latin1')
    return bytes.toString('base64url')
  }
}

export interface TokenFacts {
  readonly kind: TokenKind
  readonly sendId: string
  readonly recipientId: string
}

/**
 * Reads many tokens with the same keys. Null for anything that is not a whole, untouched token of one of them. Constant
 * time over the signature.
 */
export function tokenReader(keys: readonly OpeningKey[]): (token: string) => TokenFacts | null {
  const macs = new Map(keys.flatMap(kindsOf).map(({id, kind, secret}) => [nameOf(kind, id), macWith(secret)]))
  return (token) => {
    const bytes = bytesOf(token)
    const kind = bytes === null ? undefined : KIND_OF.get(bytes[1]!)
    if (bytes === null || kind === undefined) return null
    const mac = macs.get(bytes.readUIntBE(1, 5))
    if (mac === undefined) return null
    const signed = Buffer.from(mac(bytes.subarray(0, SIGNED_BYTES)), 'latin1')
    if (!timingSafeEqual(signed.subarray(0, MAC_BYTES), bytes.subarray(SIGNED_BYTES))) return null
    return {kind, sendId: bytes.toString('base64url', 6, 14), recipientId: bytes.toString('base64url', 14, 30)}
  }
}

/** A whole key opens every kind. */
export type OpeningKey = TokenKey | KindKey

function kindsOf(key: OpeningKey): readonly KindKey[] {
  return 'kind' in key ? [key] : [...KIND_OF.values()].map((kind) => kindKey(key, kind))
}

/** As a token carries both. */
function nameOf(kind: TokenKind, id: string): number {
  return TOKEN_KINDS[kind] * 2 ** 32 + Number.parseInt(id, 16)
}

/** The same for one token. */
export function readToken(token: string, keys: readonly OpeningKey[]): TokenFacts | null {
  return tokenReader(keys)(token)
}

/** expiresAt: UTC milliseconds. id: of the sign-up, 22 base64url characters. */
export function signUpToken(key: TokenKey, id: string, expiresAt: number): string {
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(expiresAt))
  return tokenMaker(key, 'sign-up', moment.toString('base64url'))(id)
}

/** The last moment of the link, UTC milliseconds. */
export function expiryOf({sendId}: Pick<TokenFacts, 'sendId'>): number {
  return Number(Buffer.from(sendId, 'base64url').readBigUInt64BE())
}

/** The key that a token says it was signed with, as 8 hex digits; null for what has not the shape of a token. */
export function keyIdOf(token: string): string | null {
  return bytesOf(token)?.toString('hex', 2, 6) ?? null
}

const KIND_OF: ReadonlyMap<number, TokenKind> = new Map(
  (Object.keys(TOKEN_KINDS) as TokenKind[]).map((kind) => [TOKEN_KINDS[kind], kind]),
)

function bytesOf(token: string): Buffer | null {
  if (token.length !== TOKEN_LENGTH || !/^[\w-]+$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== SIGNED_BYTES + MAC_BYTES || bytes[0] !== VERSION) return null
  // Trailing bits beyond the last byte must be zero, or two texts would be one token.
  return bytes.toString('base64url') === token ? bytes : null
}

/**
 * Local part of the Message-ID of one recipient in one send: the same on every attempt, says nothing of the person
 * (reliability.md A2). 26 base32 characters.
 */
export function messageIdMaker(key: TokenKey, sendId: string, contentHash: string): (recipientId: string) => string {
  const mac = macWith(key.secret)
  return (recipientId) => {
    const message = Buffer.from(`message-id|${sendId}|${recipientId}|${contentHash}`)
    return base32(Buffer.from(mac(message).slice(0, 16), 'latin1'))
  }
}

/** Bytes of the signature in a bounce token: an address has room for 80 bits. */
const BOUNCE_MAC_BYTES = 10
const BOUNCE_CHARS = 55

/**
 * What stands behind the plus sign of the address that bounces come back to (VERP): send 8 bytes | recipient 16 | HMAC 10,
 * in base32, because the case of an address may not survive. 55 characters, so that `bounces+` fits before it in the 64
 * of RFC 5321 section 4.5.3.1.1. Also the opaque key of complaints (RFC 9477).
 */
export function bounceTokenMaker(key: TokenKey, sendId: string): (recipientId: string) => string {
  const macOf = bounceMac(key)
  const bytes = Buffer.alloc(24 + BOUNCE_MAC_BYTES)
  bytes.write(sendId, 0, 'base64url')
  return (recipientId) => {
    bytes.write(recipientId, 8, 'base64url')
    bytes.write(macOf(bytes), 24, BOUNCE_MAC_BYTES, 'latin1')
    return base32(bytes)
  }
}

/** Null for anything that is not a whole, untouched bounce token of one of the keys; case does not matter. */
export function readBounceToken(token: string, keys: readonly TokenKey[]): Omit<TokenFacts, 'kind'> | null {
  if (token.length !== BOUNCE_CHARS) return null
  const bytes = fromBase32(token.toLowerCase())
  if (bytes === null) return null
  const macs = keys.map((key) => Buffer.from(bounceMac(key)(bytes), 'latin1').subarray(0, BOUNCE_MAC_BYTES))
  const isSigned = macs.some((mac) => timingSafeEqual(mac, bytes.subarray(24)))
  if (!isSigned) return null
  return {sendId: bytes.toString('base64url', 0, 8), recipientId: bytes.toString('base64url', 8, 24)}
}

const BOUNCE_WORD = 'bounce|'

/** Over the word that keeps these apart from other tokens, and the first 24 bytes. */
function bounceMac(key: TokenKey): (bytes: Buffer) => string {
  const mac = macWith(key.secret)
  const message = Buffer.from(BOUNCE_WORD.padEnd(BOUNCE_WORD.length + 24))
  return (bytes) => {
    bytes.copy(message, BOUNCE_WORD.length, 0, 24)
    return mac(message)
  }
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

/** Null when a character is not in the alphabet or a bit beyond the last byte is set: one value has one text. */
function fromBase32(text: string): Buffer | null {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8))
  let at = 0
  let bits = 0
  let value = 0
  for (const char of text) {
    const five = BASE32.indexOf(char)
    if (five < 0) return null
    value = (value << 5) | five
    bits += 5
    if (bits >= 8) {
      bytes[at++] = (value >>> (bits - 8)) & 255
      bits -= 8
    }
    value &= (1 << bits) - 1
  }
  return value === 0 ? bytes : null
}
