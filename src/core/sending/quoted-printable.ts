/** Quoted-printable, line by line (RFC 2045 section 6.7). */

const MAX_LINE = 76
/** Printable and not the equals sign. */
const PLAIN = /^[\x21-\x3c\x3e-\x7e](?:[\x20-\x3c\x3e-\x7e]*[\x21-\x3c\x3e-\x7e])?$/

const ASCII = /^[\t\x20-\x7e]*$/
const EQUALS = 0x3d

const TABLE: readonly string[] = Array.from({length: 256}, (_, byte) => {
  const isPlain = (byte >= 0x20 && byte <= 0x7e && byte !== 0x3d) || byte === 0x09
  return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
})

/** line: without its end. Lines of the result are joined by CRLF, each at most 76 characters; a character is never cut. */
export function quotedLine(line: string): string {
  if (line.length <= MAX_LINE && (line === '' || PLAIN.test(line))) return line
  return ASCII.test(line) ? quotedAscii(line) : quotedBytes(line)
}

/** Cuts by length, never within the three characters of an equals sign. */
function quotedAscii(line: string): string {
  const written = line.replaceAll('=', '=3D').replace(/[ \t]$/, (blank) => (blank === ' ' ? '=20' : '=09'))
  let lines = ''
  let at = 0
  while (written.length - at > MAX_LINE) {
    let end = at + MAX_LINE - 1
    if (written.charCodeAt(end - 1) === EQUALS) end -= 1
    else if (written.charCodeAt(end - 2) === EQUALS) end -= 2
    lines += `${written.slice(at, end)}=\r\n`
    at = end
  }
  return lines + written.slice(at)
}

function quotedBytes(line: string): string {
  const bytes = Buffer.from(line, 'utf8')
  const last = bytes.length - 1
  let lines = ''
  let current = ''
  for (let at = 0; at <= last; ) {
    const size = sizeAt(bytes[at]!)
    let piece = ''
    for (let i = at; i < at + size && i <= last; i += 1) piece += TABLE[bytes[i]!]
    at += size
    const isLast = at > last
    // A blank at the end of a line would be lost on the way.
    if (isLast && piece === ' ') piece = '=20'
    else if (isLast && piece === '\t') piece = '=09'
    if (current.length + piece.length > (isLast ? MAX_LINE : MAX_LINE - 1)) {
      lines += `${current}=\r\n`
      current = piece
    } else current += piece
  }
  return lines + current
}

/** Bytes of the character that a first byte begins in UTF-8. */
function sizeAt(byte: number): number {
  if (byte < 0x80) return 1
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
}
