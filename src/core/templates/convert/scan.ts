/** Finds what may be a tag of any system, in one pass over the source; never throws. */
import {brackets} from './brackets.ts'
import {elements} from './elements.ts'
import {erb} from './erb.ts'
import {liquid} from './liquid.ts'
import {mailchimp} from './mailchimp.ts'
import {HUNGRY, mustache} from './mustache.ts'
import {percent} from './percent.ts'
import type {Candidate, Reading, ReadingContext, Syntax} from './reading.ts'
import {problem} from './reading.ts'
import {wellKnown} from './well-known.ts'
import type {Zone} from './zones.ts'
import {zonesOf} from './zones.ts'

export interface FoundTag extends Candidate {
  readonly reading: Reading
  readonly family: string
  readonly zone: Zone
}

const SYNTAXES: readonly Syntax[] = [...mustache, ...liquid, ...mailchimp, ...erb, ...percent, ...brackets, ...elements]

/** The longest opener first, as it says the most. */
const OPENERS = [...new Set(SYNTAXES.map(({opener}) => opener))].sort((a, b) => b.length - a.length)
/** By the first character; the order of the openers holds. */
const BY_FIRST = new Map<string, Syntax[]>()
for (const opener of OPENERS) {
  const syntaxes = SYNTAXES.filter((each) => each.opener === opener)
  BY_FIRST.set(opener[0]!, [...(BY_FIRST.get(opener[0]!) ?? []), ...syntaxes])
}
const ANY_OPENER = new RegExp(OPENERS.map((opener) => opener.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gi')

/** What a tag may be long, but for the marks of our own language; more is text that only happens to hold the marks. */
const LONGEST = 4000

export function scanTags(source: string, isHtml: boolean, context: ReadingContext): readonly FoundTag[] {
  const zoneOf = zonesOf(source, isHtml)
  const closers = closerSearch(source)
  const found: FoundTag[] = []
  const opener = new RegExp(ANY_OPENER)
  for (let hit = opener.exec(source); hit !== null; hit = opener.exec(source)) {
    const zone = zoneOf(hit.index)
    const tag = unclosedAt(source, hit.index, zone, closers) ?? tagAt(source, hit.index, zone, closers, context)
    if (tag !== null) found.push(tag)
    opener.lastIndex = tag?.end ?? hit.index + 1
  }
  return found
}

/** What our own language would take for an open tag down to the end of the template. */
function unclosedAt(
  source: string,
  start: number,
  zone: Zone,
  closerAfter: (closer: string, from: number) => number,
): FoundTag | null {
  for (const [opener, closer] of Object.entries(HUNGRY)) {
    if (!source.startsWith(opener, start)) continue
    if (closerAfter(closer, start + opener.length) >= 0) return null
    const tag = source.slice(start, start + 60)
    const reading = {meaning: problem('unpaired'), system: null}
    return {tag, inside: '', start, end: source.length, reading, family: 'mustache', zone}
  }
  return null
}

function tagAt(
  source: string,
  start: number,
  zone: Zone,
  closerAfter: (closer: string, from: number) => number,
  context: ReadingContext,
): FoundTag | null {
  for (const syntax of BY_FIRST.get(source[start]!) ?? []) {
    if (!isReadIn(zone, syntax) || !beginsWith(source, start, syntax.opener)) continue
    const end = endOf(source, start, syntax, closerAfter)
    if (end < 0) continue
    const tag = source.slice(start, end)
    const candidate = {tag, inside: insideOf(tag, syntax), start, end}
    const reading = syntax.read(candidate, context)
    if (reading === null) continue
    return {...candidate, reading: inZone(inBraces(reading, syntax.family), zone), family: syntax.family, zone}
  }
  return null
}

/** Our own language reads double braces in comments too; other tags in them are words that nobody sees. */
function isReadIn(zone: Zone, {isSure, family}: Syntax): boolean {
  return zone === 'content' || (zone === 'code' ? isSure : family === 'mustache')
}

/** -1: none. */
function endOf(
  source: string,
  start: number,
  {find, opener}: Syntax,
  closerAfter: (closer: string, from: number) => number,
): number {
  if (find instanceof RegExp) {
    find.lastIndex = start
    return find.test(source) ? find.lastIndex : -1
  }
  const at = closerAfter(find.closer, start + opener.length)
  return at < 0 || (at - start > LONGEST && !(opener in HUNGRY)) ? -1 : at + find.closer.length
}

const MARKS =
  /^(?:\{\{!--|\{\{\{|\{\{|\{%|\{#|\{|\*\||\*%7C|<%|&lt;%|%%|%|\$%|\[%|\[\[|\[|##|-)\s*|\s*(?:--\}\}|\}\}\}|\}\}|%\}|#\}|\}|\|\*|%7C\*|%>|%&gt;|%%|%\$|%\]|%|\]\]|\]|##|-)$/gi

function insideOf(tag: string, {find, opener}: Syntax): string {
  if (find instanceof RegExp) return tag.replace(MARKS, '')
  return tag.slice(opener.length, -find.closer.length).trim()
}

function beginsWith(source: string, start: number, opener: string): boolean {
  if (source.startsWith(opener, start)) return true
  // Elements and addresses are written in either case.
  return opener.length > 3 && source.slice(start, start + opener.length).toLowerCase() === opener.toLowerCase()
}

/** A name that means something in double braces does so wherever it stood before: converted twice, it would be told then. */
function inBraces(reading: Reading, family: string): Reading {
  const {meaning} = reading
  if (family === 'mustache' || meaning.kind !== 'value' || meaning.fallback !== null || meaning.format !== null)
    return reading
  const known = wellKnown('mustache', meaning.name)
  return known === null ? reading : {...reading, meaning: known.meaning}
}

function inZone(reading: Reading, zone: Zone): Reading {
  if (zone !== 'code' || reading.meaning.kind === 'own') return reading
  // No value may be filled there, in whatever language the tag is.
  return {...reading, meaning: problem('code-place')}
}

/** Finds closers from growing offsets; each is looked for once over the whole source, however often it is missed. */
function closerSearch(source: string): (closer: string, from: number) => number {
  const known = new Map<string, {readonly from: number; readonly at: number}>()
  return (closer, from) => {
    const last = known.get(closer)
    if (last !== undefined && last.from <= from && (last.at < 0 || last.at >= from)) return last.at
    const at = source.indexOf(closer, from)
    known.set(closer, {from, at})
    return at
  }
}
