/** Turns one template of another sending system into our language. Pure, linear, never throws; twice is as once. */
import type {HtmlScanner} from '../html-context.ts'
import {startHtmlScanner} from '../html-context.ts'
import type {Edit} from './join-address.ts'
import {joinAddress} from './join-address.ts'
import {lineFinder} from './line-finder.ts'
import {pairBlocks} from './pair-blocks.ts'
import type {System, Why} from './reading.ts'
import type {FoundTag} from './scan.ts'
import {scanTags} from './scan.ts'
import type {Place} from './write-tags.ts'
import {startTagWriter} from './write-tags.ts'

export interface ConvertHow {
  readonly isHtml: boolean
  /** The system that was said, else the one that most tags are of; null: no tag tells. */
  readonly system: System | null
  readonly isSaid: boolean
  /** New names by old ones. */
  readonly rename: ReadonlyMap<string, string>
}

/** A stretch that was replaced. */
export interface Replacement {
  /** Both from 1; columns in UTF-16 units. */
  readonly line: number
  readonly column: number
  readonly old: string
  readonly new: string
}

/** A tag that stays as it was written. */
export interface Kept {
  readonly line: number
  readonly column: number
  readonly tag: string
  readonly why: Why
}

export interface Converted {
  readonly text: string
  readonly replacements: readonly Replacement[]
  readonly kept: readonly Kept[]
  /** Raw HTML that our language allows only where template.yaml names it. */
  readonly raw: readonly Kept[]
  /** Old names of rename that were met. */
  readonly renamed: ReadonlySet<string>
}

/** How many tags are of which system, those of several systems aside. */
export function countSystems(source: string, isHtml: boolean): ReadonlyMap<System, number> {
  const counts = new Map<System, number>()
  for (const {reading, zone} of scanTags(source, isHtml, {system: null, isSaid: false}))
    if (reading.system !== null && zone === 'content') counts.set(reading.system, (counts.get(reading.system) ?? 0) + 1)
  return counts
}

export function convertSource(source: string, how: ConvertHow): Converted {
  const tags = scanTags(source, how.isHtml, how)
  const renamed = new Set<string>()
  const {edits, kept, raw} = writeAll(source, tags, how, renamed)
  const placeOf = lineFinder(source)
  let text = ''
  let at = 0
  const replacements: Replacement[] = []
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text
    at = edit.end
    replacements.push({...placeOf(edit.start), old: source.slice(edit.start, edit.end), new: edit.text})
  }
  const keptAt = lineFinder(source)
  const rawAt = lineFinder(source)
  return {
    text: text + source.slice(at),
    replacements,
    kept: kept.map(({tag, why}) => ({...keptAt(tag.start), tag: tag.tag, why})),
    raw: raw.map((tag) => ({...rawAt(tag.start), tag: tag.tag, why: 'raw'})),
    renamed,
  }
}

function writeAll(source: string, tags: readonly FoundTag[], {isHtml, rename}: ConvertHow, renamed: Set<string>) {
  // A brace before our own would make three of two.
  const isTight = ({start, reading: {meaning}}: FoundTag) => source[start - 1] === '{' && meaning.kind !== 'own'
  const {parts} = pairBlocks(tags, isTight)
  const writer = startTagWriter(rename, renamed)
  const html = isHtml ? startHtmlScanner() : null
  const edits: Edit[] = []
  const kept: {tag: FoundTag; why: Why}[] = []
  const raw: FoundTag[] = []
  const address = joinAddress(source)
  let at = 0
  for (const tag of tags) {
    html?.read(source.slice(at, tag.start))
    at = tag.end
    const place = placeIn(html)
    const joined = tag.reading.meaning.kind === 'address-part' ? address.join(tag) : null
    if (joined !== null) {
      edits.push(joined)
      continue
    }
    if (isStreet(tag)) address.begin(tag)
    else if (tag.family === 'elements') address.pass(tag)
    else address.end()
    const {text, why} = writer.write(tag, parts.get(tag) ?? null, place)
    if (text?.startsWith('{{') && isTight(tag)) kept.push({tag, why: 'braces'})
    else if (text !== null) edits.push({start: tag.start, end: tag.end, text})
    if (why === 'raw') raw.push(tag)
    else if (why !== null) kept.push({tag, why})
    if (tag.family === 'elements') html?.read(tag.tag)
  }
  return {edits, kept, raw}
}

function isStreet({reading: {meaning}}: FoundTag): boolean {
  return meaning.kind === 'value' && meaning.name === 'sender.address'
}

function placeIn(html: HtmlScanner | null): Place {
  if (html === null) return 'plain'
  return html.context(false) === 'text' ? 'html' : 'in-tag'
}
