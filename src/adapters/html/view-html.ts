/**
 * An HTML part as rules see it: what a reader sees with exact places in the source, what is hidden or only said in
 * image alternatives, the links, pictures and fields. Comments and scripts are not seen, styles are followed as far as
 * mail programs follow them. Broken HTML is read as a browser would.
 */
import type {DefaultTreeAdapterTypes} from 'parse5'
import {bareLinks} from '../../core/lint/bare-links.ts'
import type {LinkView, PartView} from '../../core/lint/template-view.ts'
import {startVisible} from '../../core/lint/visible-text.ts'
import {parseTemplate} from '../../core/templates/parse-template.ts'
import type {Style} from './css-cascade.ts'
import type {Shape} from './css-selectors.ts'
import {Attributes} from './css-selectors.ts'
import {lengthPx} from './css-values.ts'
import {factsOf} from './document-facts.ts'
import {startFields} from './form-fields.ts'
import {stylesOf} from './known-styles.ts'
import {parsePlaced} from './parse-placed.ts'
import type {FoundImage} from './pictures-seen.ts'
import {imageOf, nameOf, withLinks} from './pictures-seen.ts'
import {stretchesOf} from './source-offsets.ts'
import {withoutComments} from './template-comments.ts'
import type {Look} from './text-look.ts'
import {isPictureSeen} from './text-look.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const UNSEEN = words('head style script title template noscript iframe object datalist')
const BLOCKS = words(
  'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
)
/** Where display: inline changes nothing. */
const PARTS_OF_TABLES = words('br table tbody td tfoot th thead tr')

/** An element whose children are being read, and how they look. */
interface Open {
  readonly element: Element | null
  readonly nodes: readonly Node[]
  next: number
  readonly look: Look
  readonly isPre: boolean
  readonly shape: Shape | null
  readonly style: Style
  readonly isBlock: boolean
  readonly offset: number
  /** Length of the visible text, and number of pictures, before it. */
  readonly start: number
  readonly firstImage: number
}

/** file: as named by the user. Time and memory are linear in the source, at any depth of nesting. Never throws. */
export function viewHtml(source: string, file: string): PartView {
  const {tags} = parseTemplate(source)
  const written = withoutComments(source, tags)
  const childNodes = parsePlaced(written)
  const {sheets, isWhole, hasOutsideSheet, dropped, document} = factsOf(childNodes, written)
  const styles = stylesOf(sheets)
  const {lookOf} = styles
  const styleOf = styles.begin()
  const visible = startVisible()
  const fields = startFields()
  const alternatives: PartView['alternatives'][number][] = []
  const links: LinkView[] = []
  const images: FoundImage[] = []
  const imageLinks: {link: LinkView; name: string; from: number; to: number}[] = []
  let lastOffset = 0

  const addText = (node: DefaultTreeAdapterTypes.TextNode, look: Look, isPre: boolean) => {
    const from = node.sourceCodeLocation?.startOffset ?? lastOffset
    const to = node.sourceCodeLocation?.endOffset ?? from
    lastOffset = to
    if (!look.isSeen) {
      if (node.value.trim() !== '') alternatives.push({text: node.value.trim(), offset: from, why: 'hidden'})
      return
    }
    visible.look(look)
    if (node.value === '\n' && !isPre) {
      visible.addBlank(from)
      return
    }
    for (const {text, offset, isExact} of stretchesOf(node.value, written.slice(from, to), from))
      if (!isExact && text.trim() !== '') visible.addStanding(text, offset)
      else
        for (const run of text.matchAll(/[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+/g)) {
          const at = isExact ? offset + run.index : offset
          if (!/^[ \t\n\r\f]/.test(run[0])) visible.addExact(run[0], at)
          else if (isPre && run[0].includes('\n')) visible.addBreak(at, true)
          else visible.addBlank(at)
        }
  }
  const enter = (element: Element, outer: Open): Open => {
    const tag = element.tagName
    const attributes = new Attributes(element.attrs)
    const shape: Shape = {tag, attributes, classes: classesOf(attributes), parent: outer.shape}
    const style = styleOf(shape)
    const look = lookOf(outer.look, shape, style)
    const offset = element.sourceCodeLocation?.startOffset ?? lastOffset
    const isBlock = look.isSeen && standsAlone(tag, style)
    if (isBlock) visible.addBreak(offset, tag === 'br')
    if (isBlock && style !== null) leaveEmpty(emptyLines(style.get('margin-top'), style.get('padding-top')), offset)
    if (SHOWS_ALT.has(tag)) addAlternative(attributes.get('alt'), offset)
    const firstImage = images.length
    if (tag === 'img') images.push(imageOf(shape, style, isPictureSeen(look), offset))
    const start = visible.length
    fields.add(shape, offset, start)
    const nodes = tag === 'select' ? NOTHING : element.childNodes
    const isPre = isPreformatted(style) ?? (outer.isPre || tag === 'pre')
    return {element, nodes, next: 0, look, isPre, shape, style, isBlock, offset, start, firstImage}
  }
  const leave = ({element, look, shape, style, isBlock, offset, start, firstImage}: Open) => {
    if (element === null || shape === null) return
    if (look.isSeen) addLink(element, shape, start, firstImage)
    if (shape.tag === 'label') fields.label(shape, start, visible.length)
    lastOffset = element.sourceCodeLocation?.endOffset ?? lastOffset
    if (!isBlock) return
    const isEmpty = visible.length === start && images.length === firstImage
    if (isEmpty && !hasPicture(shape, style))
      leaveEmpty(emptyLines(shape.attributes.get('height'), style?.get('height')), offset)
    if (shape.tag !== 'br') visible.addBreak(lastOffset, false)
  }
  const leaveEmpty = (lines: number, offset: number) => {
    for (let left = lines; left > 0; left -= 1) visible.addBreak(offset, true)
  }
  const addAlternative = (alt: string | undefined, offset: number) => {
    if (alt !== undefined && alt.trim() !== '') alternatives.push({text: alt.trim(), offset, why: 'alt'})
  }
  const addLink = (element: Element, {tag, attributes}: Shape, start: number, firstImage: number) => {
    // Campaign Monitor and Sendy write their opt-out link as an element of its own.
    const href = tag === 'unsubscribe' ? '<unsubscribe>' : attributes.get('href')
    if (href === undefined) return
    const location = element.sourceCodeLocation
    const offset = location?.attrs?.href?.startOffset ?? location?.startOffset ?? lastOffset
    const link = {href, anchor: '', offset, start, end: visible.length}
    links.push(link)
    if (images.length > firstImage)
      imageLinks.push({link, name: nameOf(attributes) ?? '', from: firstImage, to: images.length})
  }

  // An own stack instead of calls: nesting a million deep must not end in a stack overflow.
  const outside = {element: null, shape: null, style: null, isBlock: false, offset: 0, start: 0, firstImage: 0}
  const look = styles.outside(isWhole && !hasOutsideSheet)
  const open: Open[] = [{...outside, nodes: childNodes, next: 0, look, isPre: false}]
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const node = inner.nodes[inner.next]
    inner.next += 1
    if (node === undefined) leave(open.pop()!)
    else if (node.nodeName === '#text' && 'value' in node) addText(node, inner.look, inner.isPre)
    else if ('tagName' in node && !UNSEEN.has(node.tagName)) open.push(enter(node, inner))
  }
  const seen = visible.finish()
  return {
    kind: 'html',
    file,
    start: {line: 1, column: 1},
    source,
    visible: seen,
    alternatives,
    links: allLinks(links, seen),
    images: withLinks(
      images,
      imageLinks.map(({link, name, from, to}) => ({words: seen.text.slice(link.start, link.end) + name, from, to})),
    ),
    fields: fields.finish(seen.text),
    dropped,
    document,
    tags,
  }
}

const SHOWS_ALT = words('img area input')
const NO_CLASSES: readonly string[] = []
const NOTHING: readonly Node[] = []

function classesOf(attributes: Shape['attributes']): readonly string[] {
  const written = attributes.get('class')
  return written === undefined ? NO_CLASSES : [...new Set(written.match(/\S+/g))]
}

function standsAlone(tag: string, style: Style): boolean {
  const display = style?.get('display')
  if (display === undefined || PARTS_OF_TABLES.has(tag)) return BLOCKS.has(tag)
  if (display === 'inline') return false
  return BLOCKS.has(tag) || /^(?:block|flex|grid|table|list-item|flow-root)/.test(display)
}

function isPreformatted(style: Style): boolean | null {
  const space = style?.get('white-space')
  return space === undefined ? null : space.startsWith('pre')
}

function hasPicture({attributes}: Shape, style: Style): boolean {
  return style?.get('background-image') === 'some' || attributes.has('background')
}

const LINE_PX = 20
/** Less is a spacer as any mail has it. */
const LEAST_EMPTY_PX = 400
const MOST_EMPTY_LINES = 100

/** How many lines of nothing the greater of two lengths is. */
function emptyLines(one: string | undefined, other: string | undefined): number {
  if (one === undefined && other === undefined) return 0
  const px = Math.max(...[one, other].map((each) => lengthPx((each ?? '').trim(), null, null) ?? 0))
  return px < LEAST_EMPTY_PX ? 0 : Math.min(MOST_EMPTY_LINES, Math.floor(px / LINE_PX))
}

/** Links with their texts, and addresses that stand in the text without a link; in order of place. */
function allLinks(made: readonly LinkView[], seen: PartView['visible']): readonly LinkView[] {
  const links = made
    .map((link) => ({...link, anchor: seen.text.slice(link.start, link.end)}))
    .sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  const bare = bareLinks(seen.text).filter(({start}) => {
    while (next < links.length && links[next]!.start <= start) {
      reach = Math.max(reach, links[next]!.end)
      next += 1
    }
    return start >= reach
  })
  const loose = bare.map(({href, start, end}) => ({
    href,
    anchor: seen.text.slice(start, end),
    offset: seen.sourceOffset(start),
    start,
    end,
  }))
  return [...links, ...loose].sort((a, b) => a.start - b.start)
}
