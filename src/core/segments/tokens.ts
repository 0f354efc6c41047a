/**
 * Cuts a segment into tokens with their places, in time linear in its length. Full-width letters, signs, quotes and
 * blanks mean what their narrow forms mean.
 */
import {dateLengthAt} from './dates.ts'
import {segmentFault} from './fault.ts'

export interface Token {
  /** word: a bare word, a name or one of the language. name: quoted. text: quoted, without its quotes. */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'date' | 'sign' | 'end'
  /** What it says: of a text and a name without quotes; of a sign, number or date in narrow letters. */
  readonly text: string
  readonly at: number
  readonly end: number
}

export const LONGEST_SEGMENT = 10_000

const BLANKS = /[\s\ufeff\u200b]+/y
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.・-]*/uy
const NUMBER = /[+-]?\d+(?:\.\d+)?(?![\p{L}\p{M}\p{N}_-])/uy
const SIGN = /==|=[<>]|<=|>=|<>|!=|&&|\|\||[=<>(),、≠≦≤≧≥!&|]/y
const SAME_SIGN: Readonly<Record<string, string>> = {'≠': '!=', '≦': '<=', '≤': '<=', '≧': '>=', '≥': '>=', '、': ','}
/** Signs of other languages, and what is written here. */
const OTHER_SIGNS: Readonly<Record<string, string>> = {
  '==': '=',
  '=<': '<=',
  '=>': '>=',
  '<>': '!=',
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'or',
  '!': 'not',
}
/** What opens a quote, and what may close it; a closing one written twice stands for itself. */
const TEXT_QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '＂': '＂',
  '＇': '＇',
  '“': '“”',
  '”': '“”',
  '‘': '‘’',
  '’': '‘’',
  '「': '」',
  '『': '』',
}
const NAME_QUOTES: Readonly<Record<string, string>> = {'`': '`', '｀': '｀', '[': ']', '［': '］'}

/** The last token is the end. Throws SEGMENT_INVALID. */
export function cutTokens(source: string): readonly Token[] {
  if (source.length > LONGEST_SEGMENT)
    throw segmentFault(source.slice(0, 100), {at: 0, end: 0}, 'segment-too-long', {limit: LONGEST_SEGMENT, found: ''})
  // As long as the source, so that places are the same in both.
  const narrow = source.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
  const tokens: Token[] = []
  for (let at = skip(BLANKS, narrow, 0); at < source.length; ) {
    const token = tokenAt(source, narrow, at)
    tokens.push(token)
    at = skip(BLANKS, narrow, token.end)
  }
  return [...tokens, {kind: 'end', text: '', at: source.length, end: source.length}]
}

function tokenAt(source: string, narrow: string, at: number): Token {
  const char = source[at]!
  if (Object.hasOwn(TEXT_QUOTES, char)) return quoted(source, at, 'text', TEXT_QUOTES[char]!)
  if (Object.hasOwn(NAME_QUOTES, char)) return quoted(source, at, 'name', NAME_QUOTES[char]!)
  const token = (kind: Token['kind'], text: string, length: number): Token => ({kind, text, at, end: at + length})
  const dateLength = dateLengthAt(narrow, at)
  if (dateLength > 0) return token('date', narrow.slice(at, at + dateLength), dateLength)
  const numberEnd = skip(NUMBER, narrow, at)
  if (numberEnd > at) return token('number', narrow.slice(at, numberEnd), numberEnd - at)
  const wordEnd = skip(WORD, narrow, at)
  if (wordEnd > at) return token('word', source.slice(at, wordEnd), wordEnd - at)
  const signEnd = skip(SIGN, narrow, at)
  const sign = narrow.slice(at, signEnd)
  const span = {at, end: signEnd}
  if (Object.hasOwn(OTHER_SIGNS, sign))
    throw segmentFault(source, span, 'segment-write-instead', {better: OTHER_SIGNS[sign]!})
  if (sign !== '') return token('sign', SAME_SIGN[sign] ?? sign, sign.length)
  const odd = String.fromCodePoint(source.codePointAt(at)!)
  throw segmentFault(source, {at, end: at + odd.length}, 'segment-character')
}

function quoted(source: string, at: number, kind: 'text' | 'name', closers: string): Token {
  const pieces: string[] = []
  let from = at + 1
  for (let i = from; i < source.length; i += 1) {
    if (!closers.includes(source[i]!)) continue
    const isDoubled = source[i + 1] === source[i]
    pieces.push(source.slice(from, isDoubled ? i + 1 : i))
    if (!isDoubled) return {kind, text: pieces.join(''), at, end: i + 1}
    i += 1
    from = i + 1
  }
  throw segmentFault(source, {at, end: at + 1}, kind === 'text' ? 'segment-text-open' : 'segment-name-open')
}

/** Where the pattern, tried at a place, ends; the place itself when it does not fit there. */
function skip(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : at
}
