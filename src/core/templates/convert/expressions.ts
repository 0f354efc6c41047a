/**
 * Expressions between the marks of Handlebars, Liquid, Twig, Jinja, HubL, Go, EJS and ERB: a name with filters, a
 * default, a test. What calculates, compares or calls a function of its own has no counterpart in our language.
 */
import type {Meaning, Test} from './reading.ts'
import {aValue, bareName, problem} from './reading.ts'

/** A name as lists and data have them: letters of any script, dotted; blanks only where our own language or Marketo has them. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_$.-]{0,119}$/u
const NAME_WITH_BLANKS = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_$./ \u3000()（）・:&#+-]{0,119}$/u

const FORMAT = /^([\s\S]+):(date|date-short|date-long|number|percent|currency-[A-Z]{3})$/

/** Filters of Liquid, Twig, Jinja and Django; bare words behind a bar that are none of them are a default of ours. */
const FILTERS = new Set(
  `abs append at_least at_most base64_encode batch bool capfirst capitalize ceil center currency date date_format
  datetime datetimeformat default default_if_none defined dictsort divided_by downcase e escape escape_once escapejs
  filesizeformat first firstof float floatformat floor force_escape format format_date format_number int intcomma join
  json json_encode keys last length linebreaks linebreaksbr localize lookup lower lowercase lstrip map md5 minus modulo
  money money_with_currency newline_to_br nl2br number_format pad pluralize plus prepend raw regex_replace
  remove remove_first replace replace_first reverse round rstrip safe sha1 sha256 size slice slug slugify sort split
  strip strip_html strip_newlines striptags sum time_ago timesince title titleize tojson trans trim truncate
  truncatechars truncatewords u uniq upcase upper uppercase ucfirst ucwords url_decode url_encode urlencode urlize
  where where_exp wordcount wordwrap yesno`.split(/\s+/),
)
const QUOTED = /^(?:"([^"{}]{0,300})"|'([^'{}]{0,300})')$/

/** The text of a quoted literal without braces, or null. */
export function literalOf(text: string): string | null {
  const found = QUOTED.exec(text.trim())
  return found === null ? null : (found[1] ?? found[2] ?? '')
}

/** The column's name, or null when the words are no plain name. */
export function nameOf(words: string): string | null {
  const said = words.trim()
  if (said === '.' || said === 'this') return '.'
  const name = bareName(said)
  return NAME.test(name) && !/^\d+\.\d|\.\.|\.$|^(?:loop|forloop)(?:\.|$)/.test(name) ? name : null
}

/** A value with filters, as in `contact.NAME | default: "there"`. blanks: whether names may hold blanks. */
export function readValue(words: string, blanks: boolean): Meaning {
  const either = /^([^"'|?&]{1,120}?)\s*(?:\|\||\?\?|\s(?:or)\s)\s*(["'][^"']{0,300}["'])$/.exec(words)
  const [head = '', ...filters] = either === null ? splitBars(words) : [either[1]!, `default: ${either[2]}`]
  const name = nameOf(head) ?? (blanks ? nameWithBlanks(head) : null)
  if (name === null) return problem('expression')
  if (either !== null && name === '.') return problem('expression')
  // Of the contact itself, not of something that has an address too.
  if (/^(?:contact|subscriber|lead|recipient|person)\.email$/i.test(head.trim())) return aValue('email')
  let meaning = aValue(name) as Meaning & {kind: 'value'}
  const [only = ''] = filters
  if (filters.length === 1 && !looksLikeFilter(only.trim())) return {...meaning, fallback: only.trim()}
  for (const filter of filters) {
    const next = withFilter(meaning, filter)
    if (next === null) return problem('filter')
    meaning = next
  }
  return meaning
}

/** What our own language reads so, or null: `name`, `name|default`, `name:format|default`. */
export function readOwn(words: string): Meaning | null {
  const bar = words.indexOf('|')
  const [left, fallback] = bar < 0 ? [words.trim(), null] : [words.slice(0, bar).trim(), words.slice(bar + 1).trim()]
  if (fallback !== null && looksLikeFilter(fallback)) return null
  const [, plain = left, format = null] = FORMAT.exec(left) ?? []
  const name = plain.trim()
  if (name !== '.' && !NAME_WITH_BLANKS.test(name)) return null
  if (bareName(name) !== name || name === 'this' || name.includes('..')) return null
  if (/(?:^|\.)(?:loop|forloop)\./.test(name) || /[^\s]\(.*\)/.test(name) || / (?:\?|-|\+|&|or|and) /.test(name))
    return null
  return aValue(name, {fallback, format, own: true})
}

/** Whether a value is there or missing: `x`, `not x`, `!x`, `x != ""`, `x is defined`; null for any other test. */
export function readTest(words: string): Test | null {
  let rest = words.trim()
  let negated = false
  const bracketed = /^\(([^()]{1,200})\)$/.exec(rest)
  if (bracketed !== null) rest = bracketed[1]!.trim()
  const no = /^(?:not\s+|!\s*)(?=[^=])/i.exec(rest)
  if (no !== null) {
    negated = true
    rest = rest.slice(no[0].length).trim()
  }
  const filled = /^(\S{1,120}?)\s*(?:(!=|<>|==|=|is\s+not|is)\s*(""|''|blank|nil|none|null|empty|defined))$/i.exec(rest)
  if (filled !== null) {
    const [, name, sign, what] = filled
    const saysMissing = /^(?:==|=|is)$/i.test(sign!)
    if (saysMissing !== (what!.toLowerCase() === 'defined')) negated = !negated
    rest = name!
  }
  const name = nameOf(rest)
  return name === null || /^\d+$/.test(name) ? null : {name, negated}
}

function nameWithBlanks(head: string): string | null {
  const name = bareName(head.trim())
  return NAME_WITH_BLANKS.test(name) && !/\S\(/.test(name) ? name : null
}

function looksLikeFilter(words: string): boolean {
  const first = /^([a-z_]\w{0,40})\s{0,5}(?:$|[|:(])/i.exec(words)?.[1]
  if (first === undefined) return false
  return FILTERS.has(first.toLowerCase()) || /^\w+\s{0,5}(?::\s{0,5}["'\d]|\()/.test(words)
}

function withFilter(value: Meaning & {kind: 'value'}, filter: string): (Meaning & {kind: 'value'}) | null {
  const found = /^\s*([a-z_]\w{0,40})\s*(?:[:(]\s*([\s\S]*?)\s*\)?)?\s*$/i.exec(filter)
  if (found === null) return null
  const [, word = '', args = ''] = found
  switch (word.toLowerCase()) {
    case 'default':
    case 'default_if_none': {
      // Jinja's second argument says that an empty value counts as missing, as it does with us.
      const fallback = literalOf(args.replace(/,\s*(?:true|boolean\s*=\s*true)$/i, ''))
      return fallback === null || value.fallback !== null ? null : {...value, fallback}
    }
    case 'date':
    case 'date_format': {
      const format = args === '' ? 'date' : dateFormat(literalOf(args))
      return format === null || value.format !== null || value.fallback !== null ? null : {...value, format}
    }
    case 'number_format':
    case 'intcomma':
      return args !== '' || value.format !== null || value.fallback !== null ? null : {...value, format: 'number'}
    // Every value is escaped for its place.
    case 'e':
    case 'escape':
    case 'escape_once':
    case 'force_escape':
    case 'trim':
    case 'strip':
      return args === '' || /^["']html["']$/.test(args) ? value : null
    case 'raw':
    case 'safe':
      return args === '' ? {...value, raw: true} : null
    default:
      return null
  }
}

/** Our nearest format to a pattern of strftime, PHP or moment; null when the pattern tells a time of day. */
export function dateFormat(pattern: string | null): string | null {
  if (pattern === null || pattern.trim() === '') return null
  const isStrftime = pattern.includes('%')
  // Letters behind a backslash or in quotes stand for themselves.
  const bare = isStrftime ? pattern : pattern.replace(/\\.|'[^']*'/g, '')
  if ((isStrftime ? /%-?[HIklMSpPLNsTRrXcZz]/ : /[HhGgsiAa:]/).test(bare)) return null
  return (isStrftime ? /%-?[BbhAa年月]|年|月/ : /MMM|EEE|ddd|[FMlDN](?![a-zA-Z])|年|月/).test(monthless(bare))
    ? 'date-long'
    : 'date'
}

/** A month in two digits (MM) names none. */
function monthless(pattern: string): string {
  return pattern.replace(/(?<!M)MM(?!M)|(?<!D)DD(?!D)/g, '')
}

/** Cuts at bars outside of quotes; the doubled bar of a programming language stays whole. */
function splitBars(words: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  let quote = ''
  for (let at = 0; at < words.length; at += 1) {
    const char = words[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '|') {
      parts.push(words.slice(from, at))
      from = at + 1
    }
  }
  parts.push(words.slice(from))
  return parts
}
