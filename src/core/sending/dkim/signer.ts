/**
 * Signs mails with DKIM: one header for each key, relaxed/relaxed, without l=. The same mail and date give the same
 * bytes, so that a mail sent again is signed as it was.
 * Source: RFC 6376, RFC 8301 (rsa-sha256 alone), RFC 8463 (ed25519-sha256).
 */
import {hash, sign} from 'node:crypto'
import {canonicalBody, canonicalHeaders} from './canonical.ts'
import type {DkimKey} from './key.ts'
import {coverage, MUST_BE_SIGNED} from './signed-headers.ts'

/**
 * headerBlock: header lines as they will be sent, each ended by CRLF; body: what follows the blank line, lines ended by
 * CRLF. Text stands for its bytes in UTF-8, bytes for themselves. dateMs: the moment of the mail's Date.
 * Returns DKIM-Signature headers to put on top, each ended by CRLF, folded to 76 characters; '' without keys.
 * Throws when the block has no From or a line without a name: such a mail must not leave.
 */
export type DkimSigner = (headerBlock: string, body: string | Uint8Array, dateMs: number) => string

export interface SigningChoice {
  /** Names of headers that the relay writes anew, in any case; none of those that must be signed. */
  readonly rewrites: readonly string[]
}

/** What stays the same for mails with the same headers in the same order, which is nearly all of a send. */
interface Form {
  readonly shape: string
  readonly places: readonly number[]
  readonly stamps: readonly Stamp[]
}

/** A signature's text around its date, body hash and signature; as it is sent and in canonical form. */
interface Stamp {
  readonly key: DkimKey
  readonly head: string
  readonly middle: string
  readonly canonicalHead: string
  readonly canonicalMiddle: string
}

/** RSA signatures come on top: every verifier knows them, and some look at the first ones only. */
export function dkimSigner(keys: readonly DkimKey[], {rewrites}: SigningChoice): DkimSigner {
  const barred = rewrites.find((name) => MUST_BE_SIGNED.has(name.toLowerCase()))
  if (barred !== undefined) throw new Error(`${barred} must be signed`)
  const ordered = [...keys].sort((a, b) => Number(a.kind === 'ed25519') - Number(b.kind === 'ed25519'))
  let form: Form | null = null
  return (headerBlock, body, dateMs) => {
    if (ordered.length === 0) return ''
    const {names, lines} = canonicalHeaders(headerBlock)
    const shape = names.join(':')
    if (form === null || form.shape !== shape) form = formFor(names, shape, ordered, rewrites)
    const bodyHash = hash('sha256', canonicalBytes(body), 'base64')
    const second = Math.floor(dateMs / 1000)
    let signed = ''
    for (const place of form.places) signed += `${lines[place]!}\r\n`
    let headers = ''
    for (const {key, head, middle, canonicalHead, canonicalMiddle} of form.stamps) {
      const data = Buffer.from(`${signed}${canonicalHead}${second}${canonicalMiddle}${bodyHash}; b=`)
      headers += `${head}${second}${middle}${bodyHash};\r\n b=${folded(signatureOf(data, key))}\r\n`
    }
    return headers
  }
}

function formFor(names: readonly string[], shape: string, keys: readonly DkimKey[], rewrites: readonly string[]): Form {
  if (!names.includes('from')) throw new Error('a mail without From cannot be signed')
  const covered = coverage(names, rewrites)
  return {shape, places: covered.places, stamps: keys.map((key) => stampFor(key, covered.names))}
}

function stampFor(key: DkimKey, names: readonly string[]): Stamp {
  const head = `DKIM-Signature: v=1; a=${key.kind}-sha256; c=relaxed/relaxed; t=`
  const [domain, selector] = [`d=${key.domain};`, `s=${key.selector};`]
  const gap = domain.length + selector.length + 2 > LINE ? '\r\n ' : ' '
  const middle = `;\r\n ${domain}${gap}${selector}\r\n ${foldedNames(names)};\r\n bh=`
  return {
    ...{key, head, middle},
    canonicalHead: head.replace('DKIM-Signature: ', 'dkim-signature:'),
    canonicalMiddle: middle.replaceAll('\r\n', ''),
  }
}

const LINE = 76

function foldedNames(names: readonly string[]): string {
  let text = 'h='
  let used = text.length + 1
  for (const [at, name] of names.entries()) {
    const piece = at === names.length - 1 ? name : `${name}:`
    // One more for the semicolon behind the last.
    if (used + piece.length + 1 > LINE) {
      text += '\r\n '
      used = 1
    }
    text += piece
    used += piece.length
  }
  return text
}

/** Bytes are looked at as Latin-1, one character a byte, since blanks and line ends are all that matters. */
function canonicalBytes(body: string | Uint8Array): string | Buffer {
  if (typeof body === 'string') return canonicalBody(body)
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return Buffer.from(canonicalBody(bytes.toString('latin1')), 'latin1')
}

/** Ed25519 signs the SHA-256 of the data (RFC 8463 section 3). */
function signatureOf(data: Buffer, {kind, privateKey}: DkimKey): string {
  const signature =
    kind === 'rsa' ? sign('sha256', data, privateKey) : sign(null, hash('sha256', data, 'buffer'), privateKey)
  return signature.toString('base64')
}

function folded(signature: string): string {
  let text = signature.slice(0, 73)
  for (let at = 73; at < signature.length; at += 75) text += `\r\n ${signature.slice(at, at + 75)}`
  return text
}
