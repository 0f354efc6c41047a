/**
 * ISO-2022-JP to CP932, byte for byte as it streams. Each pair of its kanji is one of CP932, and line ends stay line
 * ends, at which the next line begins in ASCII again: a row that is damaged spoils no other.
 */

const ESC = 0x1b
/** No character in CP932: what was no character stays none. */
const NO_TEXT = 0xff

type Mode = 'ascii' | 'kana' | 'kanji'

/** What follows ESC. JIS Roman is read as ASCII, as the programs that write it mean it. */
const MODES: readonly (readonly [string, Mode])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(I', 'kana'],
  ['$B', 'kanji'],
  ['$@', 'kanji'],
]

/** Takes blocks in order; at the last one what is still open is closed. */
export function jisToCp932(): (block: Buffer, isLast: boolean) => Buffer {
  let mode: Mode = 'ascii'
  // An escape sequence or a pair may straddle two blocks.
  let open: Buffer = Buffer.alloc(0)

  return (block, isLast) => {
    const bytes = open.length === 0 ? block : Buffer.concat([open, block])
    const out = Buffer.allocUnsafe(bytes.length)
    let length = 0
    let at = 0
    while (at < bytes.length) {
      const byte = bytes[at]!
      const isLineEnd = byte === 10 || byte === 13
      if (byte === ESC) {
        if (at + 2 >= bytes.length && !isLast) break
        const sequence = bytes.toString('latin1', at + 1, at + 3)
        const known = MODES.find(([behind]) => behind === sequence)
        if (known === undefined) out[length++] = NO_TEXT
        mode = known?.[1] ?? 'ascii'
        at += known === undefined ? 1 : 3
      } else if (isLineEnd || byte === 0x20 || mode === 'ascii') {
        if (isLineEnd) mode = 'ascii'
        out[length++] = byte < 0x80 && byte !== 0x0e && byte !== 0x0f ? byte : NO_TEXT
        at += 1
      } else if (mode === 'kana') {
        out[length++] = byte >= 0x21 && byte <= 0x5f ? byte + 0x80 : NO_TEXT
        at += 1
      } else {
        if (at + 1 >= bytes.length && !isLast) break
        const trail = bytes[at + 1] ?? 0
        if (isCell(byte) && isCell(trail)) {
          length = out.writeUInt16BE(pairOf(byte, trail), length)
          at += 2
        } else {
          out[length++] = NO_TEXT
          at += 1
        }
      }
    }
    open = Buffer.from(bytes.subarray(at))
    return out.subarray(0, length)
  }
}

function isCell(byte: number): boolean {
  return byte >= 0x21 && byte <= 0x7e
}

/** Two rows of 94 cells of JIS X 0208 lie behind one lead byte of CP932. */
function pairOf(row: number, cell: number): number {
  const half = (row - 0x21) >> 1
  const lead = half + (half < 0x1f ? 0x81 : 0xc1)
  const trail = row & 1 ? cell + (cell < 0x60 ? 0x1f : 0x20) : cell + 0x7e
  return (lead << 8) | trail
}
