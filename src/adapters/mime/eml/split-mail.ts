/** A mail as a tree of parts with their places in the file (RFC 2046). Nothing is decoded, nothing judged. */
import type {RawField} from './header-block.ts'
import {firstValue, lineAt, readHeaderBlock} from './header-block.ts'
import type {Parametered} from './parameters.ts'
import {readParameters} from './parameters.ts'

export interface Entity {
  readonly fields: readonly RawField[]
  readonly headersEnd: number
  readonly type: Parametered
  readonly disposition: Parametered
  /** Transfer encoding in small letters; 7bit where none is said. */
  readonly encoding: string
  /** Of its headers; of its body, end exclusive, without the line end that belongs to the boundary. */
  readonly offset: number
  readonly start: number
  readonly end: number
  /** Of a multipart; empty for all others. */
  readonly children: readonly Entity[]
}

export interface SplitMail {
  readonly root: Entity
  /** Parts beyond the limits were left unread. */
  readonly isCut: boolean
}

/** More than any mail has; a crafted one must not fill the memory. */
const MOST_PARTS = 1000
const MOST_DEPTH = 50

/** raw: one character for each byte. Linear in it for each level of nesting, of which there is a limit; never throws. */
export function splitMail(raw: string): SplitMail {
  let count = 0
  let isCut = false
  const read = (offset: number, end: number, depth: number, byDefault: string): Entity => {
    count += 1
    const {fields, end: headersEnd, body} = readHeaderBlock(raw, offset, end)
    const said = readParameters(firstValue(fields, 'content-type'))
    const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(said.value) ? said : {...said, value: byDefault}
    const boundary = type.parameters.get('boundary') ?? ''
    const own = {
      ...{fields, headersEnd, type, offset, end, start: Math.min(body, end)},
      disposition: readParameters(firstValue(fields, 'content-disposition')),
      encoding: /^[^\s;]*/.exec(firstValue(fields, 'content-transfer-encoding').toLowerCase())![0] || '7bit',
    }
    if (!type.value.startsWith('multipart/') || boundary === '') return {...own, children: []}
    if (depth >= MOST_DEPTH) {
      isCut = true
      return {...own, children: []}
    }
    const inside = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const children: Entity[] = []
    for (const [from, to] of rangesOf(raw, own.start, end, boundary)) {
      if (count >= MOST_PARTS) isCut = true
      else children.push(read(from, to, depth + 1, inside))
    }
    return {...own, children}
  }
  const root = read(0, raw.length, 0, 'text/plain')
  return {root, isCut}
}

/** What lies between the boundaries; what comes before the first and behind the last is for nobody. */
function rangesOf(raw: string, start: number, end: number, boundary: string): [number, number][] {
  const ranges: [number, number][] = []
  const mark = `--${boundary}`
  let from: number | null = null
  for (let at = raw.indexOf(mark, start); at >= 0 && at < end; at = raw.indexOf(mark, at + mark.length)) {
    if (at > start && raw[at - 1] !== '\n') continue
    const line = lineAt(raw, at, end)
    const [, dashes] = /^(--)?[ \t]*$/.exec(raw.slice(at + mark.length, line.end)) ?? [null, null]
    if (dashes === null) continue
    if (from !== null) ranges.push([from, Math.max(from, beforeLineEnd(raw, at))])
    from = line.next
    if (dashes !== undefined) return ranges
  }
  // Never closed: all that is left belongs to the last part.
  if (from !== null) ranges.push([from, end])
  return ranges
}

function beforeLineEnd(raw: string, at: number): number {
  const feed = raw[at - 1] === '\n' ? at - 1 : at
  return raw[feed - 1] === '\r' && feed < at ? feed - 1 : feed
}
