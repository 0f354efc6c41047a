/** The headers of a mail or of a part of it, taken apart without judging them: every line belongs to some field. */

export interface RawField {
  /** As written; null for a line that is no field. */
  readonly name: string | null
  /** Unfolded (RFC 5322 section 2.2.3), without blanks around it. */
  readonly value: string
  /** Offset of the name, of what stands behind the colon, and of the end, line end excluded. */
  readonly offset: number
  readonly valueOffset: number
  readonly end: number
}

export interface HeaderBlock {
  readonly fields: readonly RawField[]
  /** Where the empty line begins, or the end. */
  readonly end: number
  /** Where the body begins. */
  readonly body: number
}

const NAME = /^([!-9;-~]{1,200})[ \t]*:/
/** The line that mailboxes of Unix put before a mail. */
const FROM_LINE = /^>?From [^\r\n]*(?:\r\n|\n|\r)/

/** raw: one character for each byte. The block lies between start and limit. Linear; never throws. */
export function readHeaderBlock(raw: string, start: number, limit: number): HeaderBlock {
  const fields: RawField[] = []
  let at = start === 0 ? (FROM_LINE.exec(raw.slice(0, 2000))?.[0].length ?? 0) : start
  let open: {name: string | null; offset: number; valueOffset: number; lines: string[]; end: number} | null = null
  const close = () => {
    if (open === null) return
    const {lines, ...field} = open
    fields.push({...field, value: lines.join('').replaceAll('\0', '').trim()})
    open = null
  }
  while (at < limit) {
    const {end, next} = lineAt(raw, at, limit)
    if (end === at) {
      close()
      return {fields, end: at, body: next}
    }
    const line = raw.slice(at, end)
    if ((line[0] === ' ' || line[0] === '\t') && open !== null) {
      const field: {lines: string[]; end: number} = open
      field.lines.push(line)
      field.end = end
    } else {
      close()
      const name = NAME.exec(line)
      const valueOffset = at + (name?.[0].length ?? 0)
      open = {name: name?.[1] ?? null, offset: at, valueOffset, lines: [raw.slice(valueOffset, end)], end}
    }
    at = next
  }
  close()
  return {fields, end: limit, body: limit}
}

/** end: where the line ends, without its line end. */
export function lineAt(raw: string, at: number, limit: number): {readonly end: number; readonly next: number} {
  const feed = raw.indexOf('\n', at)
  const end = feed < 0 || feed >= limit ? limit : feed
  const next = end === limit ? limit : end + 1
  return raw[end - 1] === '\r' && end > at && end < limit ? {end: end - 1, next} : {end, next}
}

/** The first field of that name, in any case; '' where there is none. */
export function firstValue(fields: readonly RawField[], name: string): string {
  return fields.find((field) => field.name?.toLowerCase() === name)?.value ?? ''
}
