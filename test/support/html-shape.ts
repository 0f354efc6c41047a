/** What a browser would make of HTML: elements and attribute names in order, and where links lead by scheme. */
import {type DefaultTreeAdapterMap, parse} from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** One line for each node; text and comments without what they say, neighbours in text as one. */
export function htmlShape(html: string): readonly string[] {
  const lines: string[] = []
  visit(parse(html), 0, (node, depth) => {
    if ('tagName' in node) {
      const attributes = node.attrs.map(({name, value}) => (LINKS.has(name) ? `${name}=${schemeOf(value)}` : name))
      lines.push(`${depth} <${node.tagName} ${attributes.join(' ')}>`)
    } else lines.push(`${depth} ${node.nodeName}`)
  })
  return lines
}

/** Everything that is said in text, attributes and comments. */
export function htmlWords(html: string): string {
  const words: string[] = []
  visit(parse(html), 0, (node) => {
    if ('tagName' in node) for (const {value} of node.attrs) words.push(value)
    if (node.nodeName === '#text') words.push((node as DefaultTreeAdapterMap['textNode']).value)
    if (node.nodeName === '#comment') words.push((node as DefaultTreeAdapterMap['commentNode']).data)
  })
  return words.join('\u241e')
}

function visit(node: Node, depth: number, see: (node: Node, depth: number) => void): void {
  see(node, depth)
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, depth + 1, see)
}

const LINKS = new Set(['href', 'src', 'action', 'background'])

/** As a browser finds it: blanks at the ends and line ends within do not count. */
function schemeOf(value: string): string {
  const url = value.replace(/^[\x00-\x20]+/, '').replace(/[\t\n\r]/g, '')
  return (/^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? 'none').toLowerCase()
}
