/** Undoes the transfer encoding of a part (RFC 2045 section 6); every byte still knows where in the file it was written. */

export interface TransferDecoded {
  readonly bytes: Uint8Array
  /** Offset in the file of the byte of that index; the end of the body for the end. */
  rawOffset(index: number): number
}

/** encoding: in small letters; what is not known is read as it stands. Linear; never throws. */
export function undoTransfer(raw: string, start: number, end: number, encoding: string): TransferDecoded {
  const body = raw.slice(start, end)
  if (encoding === 'base64') return undone(body, start, decodeBase64)
  if (encoding === 'quoted-printable') return undone(body, start, decodeQuotedPrintable)
  return {bytes: Buffer.from(body, 'latin1'), rawOffset: (index) => start + Math.min(Math.max(index, 0), body.length)}
}

/** Puts decoded bytes one by one, with the index in the body where each was written. */
type Put = (byte: number, at: number) => void

function undone(body: string, start: number, decode: (body: string, put: Put) => void): TransferDecoded {
  const bytes = new Uint8Array(body.length)
  const places = new Uint32Array(body.length)
  let length = 0
  decode(body, (byte, at) => {
    bytes[length] = byte
    places[length] = at
    length += 1
  })
  return {
    bytes: bytes.subarray(0, length),
    rawOffset: (index) => start + (index < 0 || index >= length ? body.length : places[index]!),
  }
}

function decodeQuotedPrintable(body: string, put: Put): void {
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at)
    if (code !== 0x3d) {
      put(code, at)
      continue
    }
    const soft = /^=[ \t]{0,20}(?:\r?\n|$)/.exec(body.slice(at, at + 24))
    if (soft !== null) {
      at += soft[0].length - 1
      continue
    }
    const hex = body.slice(at + 1, at + 3)
    if (/^[\da-f]{2}$/i.test(hex)) {
      put(Number.parseInt(hex, 16), at)
      at += 2
      // An equals sign that encodes nothing stands for itself, as mail programs show it.
    } else put(code, at)
  }
}

const ALPHABET = new Int8Array(256).fill(-1)
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  ALPHABET[char.charCodeAt(0)] = value

function decodeBase64(body: string, put: Put): void {
  let bits = 0
  let held = 0
  let first = 0
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at)
    // Padding ends a group; pieces that were encoded one by one may follow.
    if (code === 0x3d) held = 0
    const value = ALPHABET[code & 0xff]!
    if (value < 0) continue
    if (held === 0) first = at
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    put((bits >> held) & 0xff, first)
    first = at
  }
}
