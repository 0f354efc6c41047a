/** UTF-16: read as text, made UTF-8, and told without a byte order mark by the zero bytes of its ASCII letters. */

export type WideEncoding = 'utf-16le' | 'utf-16be'

/** Half a character at the end and lone surrogates come out as U+FFFD. */
export function wideText(bytes: Buffer, encoding: WideEncoding): string {
  const whole = bytes.subarray(0, bytes.length & ~1)
  const text = (encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16()).toString('utf16le').toWellFormed()
  return whole.length === bytes.length ? text : `${text}\ufffd`
}

/** UTF-16 to UTF-8 as it streams. At the last block what is still open is closed. */
export function wideToUtf8(encoding: WideEncoding): (block: Buffer, isLast: boolean) => Buffer {
  // Half a character, or the first of two surrogates, waits for the next block.
  let open: Buffer = Buffer.alloc(0)
  return (block, isLast) => {
    const bytes = open.length === 0 ? block : Buffer.concat([open, block])
    let end = bytes.length & ~1
    const lead = bytes[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0
    if (lead >= 0xd8 && lead <= 0xdb) end -= 2
    if (isLast) end = bytes.length
    open = Buffer.from(bytes.subarray(end))
    return Buffer.from(wideText(bytes.subarray(0, end), encoding))
  }
}

/**
 * bytes: the beginning of a file. Null when it is not UTF-16. Lists are full of commas, line ends and addresses, and
 * half of the bytes of those are zero; a few stray NULs in other text are not enough.
 */
export function unmarkedUtf16(bytes: Buffer): WideEncoding | null {
  let zeros = 0
  for (const byte of bytes) if (byte === 0) zeros += 1
  if (zeros < Math.max(2, bytes.length / 20)) return null
  const little = senseAs(bytes, 'utf-16le')
  const big = senseAs(bytes, 'utf-16be')
  const [best, other] = little.sense > big.sense ? [little, big] : [big, little]
  return best.isText && best.sense > other.sense ? best.encoding : null
}

function senseAs(bytes: Buffer, encoding: WideEncoding) {
  const text = wideText(bytes.subarray(0, bytes.length & ~1), encoding)
  let ascii = 0
  let odd = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isOdd(code)) odd += 1
    else if (code < 0x80) ascii += 1
  }
  return {encoding, sense: ascii - 4 * odd, isText: odd * 50 <= text.length}
}

/** A line end in the wrong order of its bytes, a control character, or a code that is no character. */
function isOdd(code: number): boolean {
  return (
    code === 0x0a00 ||
    code === 0x0d00 ||
    (code < 0x20 && code !== 9 && code !== 10 && code !== 13) ||
    code >= 0xfffd ||
    (code >= 0xe000 && code < 0xf900)
  )
}
