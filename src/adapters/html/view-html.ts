/**
 * An HTML part as rules see it: what a reader sees with exact places in the source, what is hidden or only said in
 * image alternatives, and the links. Comments, styles and scripts are not seen. Broken HTML is read as a browser would.
 */
import type {DefaultTreeAdapterTypes} from 'parse5'
import {parse} from 'parse5'
import {bareLinks} from '../../core/lint/bare-links.ts'
import type {LinkView, PartView} from '../../core/lint/template-view.ts'
import {startVisible} from '../../core/lint/visible-text.ts'
import {parseTemplate} from '../../core/templates/parse-template.ts'
import type {Look} from './hidden-style.ts'
import {hidingClasses, isSeen, lookUnder, PLAIN_LOOK} from './hidden-style.ts'
import {stretchesOf} from './source-offsets.ts'
import {withoutComments} from './template-comments.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const UNSEEN = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'datalist',
  'select',
])
const BLOCKS = new Set(
  'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** file: as named by the user. Time and memory are linear in the source, at any depth of nesting. Never throws. */
export function viewHtml(source: string, file: string): PartView {
  const {tags} = parseTemplate(source)
  const written = withoutComments(source, tags)
  const document = parse(written, {sourceCodeLocationInfo: true})
  const classes = hidingClasses(cssOf(document.childNodes))
  const visible = startVisible()
  const alternatives: PartView['alternatives'][number][] = []
  const links: LinkView[] = []
  let lastOffset = 0

  // An own stack instead of calls: nesting a million deep must not end in a stack overflow.
  const work: (() => void)[] = []
  const visitAll = (nodes: readonly Node[], look: Look, isPre: boolean) => {
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const node = nodes[i]!
      work.push(() => visit(node, look, isPre))
    }
  }
  const visit = (node: Node, look: Look, isPre: boolean) => {
    if (node.nodeName === '#text' && 'value' in node) return addText(node, look, isPre)
    if (!('tagName' in node) || UNSEEN.has(node.tagName)) return undefined
    return addElement(node, look, isPre)
  }
  const addText = (node: DefaultTreeAdapterTypes.TextNode, look: Look, isPre: boolean) => {
    const from = node.sourceCodeLocation?.startOffset ?? lastOffset
    const to = node.sourceCodeLocation?.endOffset ?? from
    lastOffset = to
    if (!isSeen(look)) {
      if (node.value.trim() !== '') alternatives.push({text: node.value.trim(), offset: from, why: 'hidden'})
      return
    }
    for (const {text, offset, isExact} of stretchesOf(node.value, written.slice(from, to), from))
      if (!isExact && text.trim() !== '') visible.addStanding(text, offset)
      else
        for (const run of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
          const at = isExact ? offset + run.index : offset
          if (!/^[ \t\n\r\f]/.test(run[0])) visible.addExact(run[0], at)
          else if (isPre && run[0].includes('\n')) visible.addBreak(at, true)
          else visible.addBlank(at)
        }
  }
  const addElement = (element: Element, parentLook: Look, isPre: boolean) => {
    const attrs = new Map(element.attrs.map(({name, value}) => [name, value]))
    const offset = element.sourceCodeLocation?.startOffset ?? lastOffset
    const byClass = (attrs.get('class') ?? '').split(/\s+/).flatMap((name) => classes.get(name) ?? [])
    const look = lookUnder(parentLook, [...byClass, attrs.get('style') ?? ''].join(';'), attrs)
    const isBlock = BLOCKS.has(element.tagName)
    if (isSeen(look) && isBlock) visible.addBreak(offset, element.tagName === 'br')
    if (element.tagName === 'img') addAlternative(attrs.get('alt'), offset)
    const start = visible.length
    work.push(() => {
      if (isSeen(look)) addLink(element, attrs, start)
      lastOffset = element.sourceCodeLocation?.endOffset ?? lastOffset
      if (isSeen(look) && isBlock && element.tagName !== 'br') visible.addBreak(lastOffset, false)
    })
    visitAll(element.childNodes, look, isPre || element.tagName === 'pre')
  }
  const addAlternative = (alt: string | undefined, offset: number) => {
    if (alt !== undefined && alt.trim() !== '') alternatives.push({text: alt.trim(), offset, why: 'alt'})
  }
  const addLink = (element: Element, attrs: ReadonlyMap<string, string>, start: number) => {
    // Campaign Monitor and Sendy write their opt-out link as an element of its own.
    const href = element.tagName === 'unsubscribe' ? '<unsubscribe>' : attrs.get('href')
    if (href === undefined) return
    const location = element.sourceCodeLocation
    const offset = location?.attrs?.href?.startOffset ?? location?.startOffset ?? lastOffset
    links.push({href, anchor: '', offset, start, end: visible.length})
  }

  visitAll(document.childNodes, PLAIN_LOOK, false)
  for (let next = work.pop(); next !== undefined; next = work.pop()) next()
  const seen = visible.finish()
  return {
    kind: 'html',
    file,
    start: {line: 1, column: 1},
    source,
    visible: seen,
    alternatives,
    links: allLinks(links, seen),
    tags,
  }
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

function cssOf(nodes: readonly Node[]): string {
  const sheets: string[] = []
  const open: Node[] = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue
    if (node.tagName === 'style') for (const child of node.childNodes) sheets.push('value' in child ? child.value : '')
    else for (const child of node.childNodes) open.push(child)
  }
  return sheets.join('\n')
}
