/**
 * Reads a segment by recursive descent: `or` joins what `and` joins, `not` binds tighter than both. Linear in the
 * length; 64 levels of brackets and `not` at most.
 */
import type {SegmentFault} from './fault.ts'
import {segmentFault} from './fault.ts'
import type {CompareSign, Literal, MatchWord, Segment, SegmentName} from './syntax.ts'
import {COMPARE_SIGNS} from './syntax.ts'
import type {Token} from './tokens.ts'
import {cutTokens} from './tokens.ts'

export const DEEPEST = 64

/** Words that cannot be names unless they are quoted. */
const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', 'contains', 'true', 'false'])

/** Throws SEGMENT_INVALID with the place. */
export function parseSegment(source: string): Segment {
  const tokens = cutTokens(source)
  let next = 0
  let depth = 0
  const peek = (): Token => tokens[next]!
  const take = (): Token => tokens[next++]!
  const fault = (why: SegmentFault, values = {}, token = peek()) => segmentFault(source, token, why, values)
  const isWord = (word: string): boolean => peek().kind === 'word' && wordOf(peek()) === word
  const isSign = (sign: string): boolean => peek().kind === 'sign' && peek().text === sign
  const taken = (isNext: boolean): boolean => {
    if (isNext) next += 1
    return isNext
  }

  if (peek().kind === 'end') throw fault('segment-empty')
  const segment = readJoined('any')
  if (peek().kind !== 'end') throw fault(isSign(')') ? 'segment-character' : 'segment-joint-expected')
  return segment

  function readJoined(kind: 'any' | 'all'): Segment {
    const read = () => (kind === 'any' ? readJoined('all') : readNegated())
    const first = read()
    const of = [first]
    while (taken(isWord(kind === 'any' ? 'or' : 'and'))) of.push(read())
    return of.length === 1 ? first : {kind, of}
  }

  function readNegated(): Segment {
    const start = peek()
    const isNot = taken(isWord('not'))
    if (!isNot && !isSign('(')) return readComparison()
    depth += 1
    if (depth > DEEPEST) throw fault('segment-too-deep', {limit: DEEPEST}, start)
    const segment = isNot ? ({kind: 'not', of: readNegated()} as const) : readBracketed()
    depth -= 1
    return segment
  }

  function readBracketed(): Segment {
    const open = take()
    const segment = readJoined('any')
    if (taken(isSign(')'))) return segment
    if (peek().kind === 'end') throw fault('segment-close-expected', {open: open.at + 1})
    throw fault('segment-joint-expected')
  }

  function readComparison(): Segment {
    const name = readName()
    if (peek().kind === 'sign' && COMPARE_SIGNS.includes(peek().text as CompareSign)) {
      const sign = take().text as CompareSign
      return {kind: 'compare', name, sign, value: readLiteral()}
    }
    if (taken(isWord('is'))) {
      const isNegated = taken(isWord('not'))
      if (!taken(isWord('empty'))) throw fault('segment-empty-expected')
      return negatedIf(isNegated, {kind: 'empty', name})
    }
    const isNegated = taken(isWord('not'))
    if (taken(isWord('in'))) return negatedIf(isNegated, {kind: 'in', name, values: readList()})
    return negatedIf(isNegated, {kind: 'match', name, how: readMatchWord(), value: readText()})
  }

  function readName(): SegmentName {
    const token = peek()
    const isName = token.kind === 'name' || (token.kind === 'word' && !RESERVED.has(wordOf(token)))
    if (!isName) throw fault('segment-name-expected')
    const {text, at, end} = take()
    return {text, at, end, isQuoted: token.kind === 'name'}
  }

  function readMatchWord(): MatchWord {
    if (taken(isWord('contains'))) return 'contains'
    for (const word of ['starts', 'ends'] as const) {
      if (!taken(isWord(word))) continue
      if (!taken(isWord('with'))) throw fault('segment-with-expected', {word})
      return `${word} with`
    }
    throw fault('segment-operator-expected')
  }

  function readText(): Literal {
    if (peek().kind !== 'text') throw fault('segment-text-expected')
    return readLiteral()
  }

  function readList(): Literal[] {
    const open = peek()
    if (!taken(isSign('('))) throw fault('segment-list-expected')
    const values = [readLiteral()]
    while (taken(isSign(','))) values.push(readLiteral())
    if (taken(isSign(')'))) return values
    if (peek().kind === 'end') throw fault('segment-close-expected', {open: open.at + 1})
    throw fault('segment-comma-expected')
  }

  function readLiteral(): Literal {
    const {kind, text, at, end} = peek()
    if (kind === 'text' || kind === 'number' || kind === 'date') {
      next += 1
      return {kind, text, at, end}
    }
    if (kind !== 'word') throw fault('segment-value-expected')
    const word = wordOf(peek())
    if (word !== 'true' && word !== 'false')
      throw fault(RESERVED.has(word) ? 'segment-value-expected' : 'segment-quotes-missing')
    next += 1
    return {kind: 'boolean', text: word, at, end}
  }
}

function wordOf({text}: Token): string {
  return text.normalize('NFKC').toLowerCase()
}

function negatedIf(isNegated: boolean, segment: Segment): Segment {
  return isNegated ? {kind: 'not', of: segment} : segment
}
