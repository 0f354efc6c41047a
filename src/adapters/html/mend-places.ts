/** The places of HTML that a mend may touch; see MendPlaces. */
import type {DefaultTreeAdapterTypes} from 'parse5'
import {parse} from 'parse5'
import type {MendPlaces} from '../../core/lint/mends/propose-mends.ts'
import {parseTemplate} from '../../core/templates/parse-template.ts'
import {withoutComments} from './template-comments.ts'
import {viewHtml} from './view-html.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Linear in the source; never throws. */
export function mendPlaces(source: string): MendPlaces {
  const written = withoutComments(source, parseTemplate(source).tags)
  const document = parse(written, {sourceCodeLocationInfo: true})
  const html = document.childNodes.find((node) => node.nodeName === 'html') as Element | undefined
  const body = html?.childNodes.find((node) => node.nodeName === 'body') as Element | undefined
  const ends = [body, html].map((element) => element?.sourceCodeLocation?.endTag?.startOffset)
  return {
    langAt: langAt(html, written),
    bodyEnd: ends.find((at) => at !== undefined) ?? null,
    links: linksIn(document.childNodes, written),
    visible: viewHtml(source, '').visible.text,
  }
}

/** A tag with merge tags in it may say a language by one of them. */
function langAt(html: Element | undefined, written: string): number | null {
  const tag = html?.sourceCodeLocation?.startTag
  if (html === undefined || !tag || html.attrs.some(({name}) => name === 'lang')) return null
  const words = written.slice(tag.startOffset, tag.endOffset)
  return /^<html(?=[\s>])/i.test(words) && !/[{}%*[\]]/.test(words) ? tag.startOffset + '<html'.length : null
}

function linksIn(nodes: readonly Node[], written: string): MendPlaces['links'] {
  const links: {href: string; start: number}[] = []
  const open: Node[] = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue
    for (const child of node.childNodes) open.push(child)
    const at = node.sourceCodeLocation?.attrs?.href
    if (at === undefined || !['a', 'area'].includes(node.tagName)) continue
    const attribute = written.slice(at.startOffset, at.endOffset)
    const before = /^[^=]*=\s*["']?\s*/.exec(attribute)?.[0] ?? ''
    links.push({href: attribute.slice(before.length).replace(/\s*["']?$/, ''), start: at.startOffset + before.length})
  }
  return links
}
