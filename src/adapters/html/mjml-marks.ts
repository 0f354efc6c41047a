/**
 * Marks in an MJML text that lead from the HTML it becomes back to what was written: one before the words of every element
 * that holds words, one before the addresses and alternative texts of the body. They are words that mjml passes on, and are taken out again.
 */
import {seenOffset} from '../../core/lint/excerpt.ts'
import {elementsIn, TAG} from './mjml-elements.ts'

export interface MarkedMjml {
  readonly source: string
  /** Offset in the text as written, of an offset in the marked one. */
  original(offset: number): number
  /** Takes the marks out of the HTML. */
  unmark(html: string): UnmarkedHtml
}

export interface UnmarkedHtml {
  readonly html: string
  /** Where in the MJML the character stands or, if mjml made it, where the element begins that it was made for. */
  originOf(offset: number): number
}

interface Mark {
  /** Where what follows it was written, and where its element begins. */
  readonly at: number
  readonly element: number
  /** Where the attribute of which it stands in begins; null for words. */
  readonly attribute: number | null
  /** Between tags of a table a word would not stay in its place. */
  readonly isComment: boolean
}

/** Elements whose content mjml passes on as it stands. */
const HOLDS_WORDS: ReadonlySet<string> = new Set([
  ...['mj-accordion-text', 'mj-accordion-title', 'mj-button', 'mj-navbar-link', 'mj-preview', 'mj-raw'],
  ...['mj-social-element', 'mj-table', 'mj-text', 'mj-title'],
])
const HOLDS_TAGS: ReadonlySet<string> = new Set(['mj-raw', 'mj-table'])
const ATTRIBUTE = /\s(href|src|alt|title|background-url)\s*=\s*(["'])(?=[^\s"'])/g

/** source: as it goes to mjml, with tags of ours in it. Linear. */
export function markMjml(source: string): MarkedMjml {
  let word = 'mark'
  while (source.includes(word)) word += 'x'
  const marks = marksFor(source)
  const written = ({isComment}: Mark, index: number) => (isComment ? `<!--${word}${index}z-->` : `${word}${index}z`)
  let marked = ''
  let from = 0
  const ends: number[] = []
  for (const [index, mark] of marks.entries()) {
    marked += source.slice(from, mark.at) + written(mark, index)
    from = mark.at
    ends.push(marked.length)
  }
  return {
    source: marked + source.slice(from),
    original: (offset) => {
      const before = ends.findLastIndex((end) => end <= offset)
      return before < 0 ? Math.min(offset, marks[0]?.at ?? offset) : marks[before]!.at + offset - ends[before]!
    },
    unmark: (html) => unmarked(html, new RegExp(`(<!--)?${word}(\\d+)z(?:-->)?`, 'g'), marks, source),
  }
}

function marksFor(source: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const {name, start, end, contentEnd, isEmpty, parent} of elementsIn(source).elements) {
    let isInBody = false
    for (let above = parent; above !== null; above = above.parent) isInBody ||= above.name === 'mj-body'
    if (isInBody) {
      const tag = source.slice(start, end).replace(TAG, (each) => '_'.repeat(each.length))
      for (const {0: whole, index} of tag.matchAll(ATTRIBUTE))
        marks.push({at: start + index + whole.length, element: start, attribute: start + index + 1, isComment: false})
    }
    if (!HOLDS_WORDS.has(name) || isEmpty) continue
    const at = end + /^\s*/.exec(source.slice(end, contentEnd))![0].length
    if (at < contentEnd) marks.push({at, element: start, attribute: null, isComment: HOLDS_TAGS.has(name)})
  }
  return marks.sort((a, b) => a.at - b.at)
}

/** A stretch of the HTML that stands so in the source. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly at: number
  readonly element: number
}

function unmarked(html: string, word: RegExp, marks: readonly Mark[], source: string): UnmarkedHtml {
  const stretches: Stretch[] = []
  const found = [...html.matchAll(word)]
  const cuts = found.map(({0: whole, index}) => ({index, end: index + whole.length}))
  let bare = ''
  let from = 0
  const begins = cuts.map(({index, end}) => {
    bare += html.slice(from, index)
    from = end
    return bare.length
  })
  bare += html.slice(from)
  for (const [i, {2: number}] of found.entries()) {
    const mark = marks[Number(number)]
    if (mark !== undefined) stretches.push(...literal(bare, begins[i]!, begins[i + 1] ?? bare.length, mark, source))
  }
  const head = /<html\b[^>]*>/i.exec(bare)
  const root = head === null ? 0 : languageOf(source)
  return {
    html: bare,
    originOf: (offset) =>
      head !== null && offset >= head.index && offset < head.index + head[0].length
        ? root
        : originOf(offset, bare, stretches, source),
  }
}

/** What `<html>` says of the mail is said by the first element: its language, or where that is missing. */
function languageOf(source: string): number {
  const root = elementsIn(source).elements.find(({name}) => name === 'mjml')
  if (root === undefined) return 0
  const said = /\slang\s*=/i.exec(source.slice(root.start, root.end))
  return root.start + (said === null ? 0 : said.index + 1)
}

/** What follows a mark word for word; comments of ours were left out of the HTML. */
function literal(html: string, start: number, limit: number, mark: Mark, source: string): readonly Stretch[] {
  const {element, attribute} = mark
  const stretches: Stretch[] = []
  let [begin, at] = [start, mark.at]
  let first = start
  if (attribute !== null) {
    // The name of the attribute stands in both as well.
    const name = /[\w-]+=["']$/.exec(html.slice(Math.max(0, start - 40), start))?.[0] ?? ''
    if (source.startsWith(name, attribute) && attribute + name.length === mark.at) {
      begin = start - name.length
      at = attribute
      first = begin
    }
  }
  for (;;) {
    while (begin < limit && html[begin] === source[at]) {
      begin += 1
      at += 1
    }
    if (begin > first) stretches.push({start: first, end: begin, at: at - (begin - first), element})
    const comment = begin < limit && source.startsWith('{{!', at) ? source.indexOf('}}', at) : -1
    if (comment < 0) return stretches
    at = comment + 2
    first = begin
  }
}

/** Behind it nothing stands but what closes. */
function isEnd(html: string, offset: number): boolean {
  return (
    offset >= html.length || (html.length - offset < 200 && /^(?:\s|<\/[a-z\d]{1,20}>)*$/i.test(html.slice(offset)))
  )
}

function originOf(offset: number, html: string, stretches: readonly Stretch[], source: string): number {
  if (isEnd(html, offset)) return seenOffset(source, source.length)
  const inside = stretches.find(({start, end}) => start <= offset && offset < end)
  if (inside !== undefined) return inside.at + offset - inside.start
  // In a tag that mjml made, the element whose address or words it carries; else the one before.
  const open = html.lastIndexOf('<', offset)
  const close = html.indexOf('>', offset)
  const isInTag = open >= 0 && close >= 0 && html.lastIndexOf('>', offset - 1) < open
  const carried = isInTag ? stretches.find(({start}) => start > open && start < close) : undefined
  return (carried ?? stretches.findLast(({start}) => start <= offset) ?? stretches[0])?.element ?? 0
}
