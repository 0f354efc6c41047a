/** What a whole HTML document brings before anything of it is shown: its styles, what it says of itself, what mail programs drop. */
import type {DefaultTreeAdapterTypes} from 'parse5'
import type {DocumentView, DroppedView} from '../../core/lint/template-view.ts'
import {appliesToPane} from './css-media.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export interface DocumentFacts {
  /** Of <style> elements that hold in a reading pane, in order. */
  readonly sheets: readonly string[]
  /** Styles are kept elsewhere too: what colours there are is not known. */
  readonly hasOutsideSheet: boolean
  /** <html> or <body> is written: no other mail stands around it. */
  readonly isWhole: boolean
  readonly dropped: readonly DroppedView[]
  readonly document: DocumentView
}

/** written: the source that the tree was parsed from. Linear, at any depth; never throws. */
export function factsOf(tree: readonly Node[], written: string): DocumentFacts {
  const facts = {sheets: [] as string[], dropped: [] as DroppedView[], isWhole: false, isAmp: false}
  let html: Element | null = null
  let body: Element | null = null
  let charset: DocumentView['charset'] = null
  let title: string | null = null
  const drop = (what: DroppedView['what'], offset: number | undefined) =>
    facts.dropped.push({what, offset: offset ?? 0})
  const visit = (element: Element) => {
    const {tagName} = element
    const offset = element.sourceCodeLocation?.startOffset
    if (tagName === 'html' || tagName === 'body') {
      if (tagName === 'html') html = element
      else body = element
      facts.isWhole ||= offset !== undefined
      facts.isAmp ||= element.attrs.some(({name}) => name === '⚡4email' || name === 'amp4email')
    } else if (tagName === 'style') {
      const media = attribute(element, 'media')
      const sheet = textOf(element)
      if (media === undefined || appliesToPane(media)) facts.sheets.push(sheet)
      for (const at of importsIn(sheet)) drop('stylesheet', placeInside(element, written, sheet, at))
    } else if (tagName === 'link') {
      const rel = attribute(element, 'rel') ?? ''
      if (/\bstylesheet\b/i.test(rel) && !BRINGS_FONTS.test(attribute(element, 'href') ?? ''))
        drop('stylesheet', offset)
    } else if (tagName === 'meta') charset ??= charsetOf(element)
    else if (tagName === 'title') title ??= textOf(element).trim()
    else if (tagName === 'script' && !/\bjson\b/i.test(attribute(element, 'type') ?? '')) drop('script', offset)
    else if (FRAMES.has(tagName)) drop('frame', offset)
    else if (tagName === 'form') drop('form', offset)
  }
  const open: Node[] = [...tree].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue
    visit(node)
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) open.push(node.childNodes[i]!)
  }
  return {
    sheets: facts.sheets,
    isWhole: facts.isWhole,
    hasOutsideSheet: facts.dropped.some(({what}) => what === 'stylesheet'),
    // AMP brings scripts that those who show it know.
    dropped: facts.isAmp ? [] : facts.dropped,
    document: {
      offset: placeOf(html),
      lang: langOf(html) ?? langOf(body),
      charset,
      title: title ?? '',
    },
  }
}

const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'applet'])
/** Without its fonts a mail is read all the same. */
const BRINGS_FONTS = /font|typekit/i
const IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]{1,2000})/gi

function importsIn(sheet: string): readonly number[] {
  if (!sheet.toLowerCase().includes('@import')) return []
  return [...sheet.matchAll(IMPORT)].filter(([, url]) => !BRINGS_FONTS.test(url!)).map(({index}) => index)
}

/** Line ends may be shorter in the sheet than in the source: the words are looked up there. */
function placeInside(element: Element, written: string, sheet: string, at: number): number | undefined {
  const start = element.sourceCodeLocation?.startOffset
  const found = written.indexOf(sheet.slice(at, at + '@import'.length), (start ?? 0) + at)
  return found < 0 ? start : found
}

function attribute(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({name}) => name === wanted)?.value
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}

function placeOf(element: Element | null, name?: string): number | null {
  const location = element?.sourceCodeLocation
  return (name === undefined ? undefined : location?.attrs?.[name]?.startOffset) ?? location?.startOffset ?? null
}

function langOf(element: Element | null): DocumentView['lang'] {
  const value = element === null ? undefined : attribute(element, 'lang')
  return value === undefined ? null : {value, offset: placeOf(element, 'lang') ?? 0}
}

function charsetOf(meta: Element): DocumentView['charset'] {
  const offset = placeOf(meta) ?? 0
  const value = attribute(meta, 'charset')
  if (value !== undefined) return {value: value.trim(), offset}
  if (!/^\s*content-type\s*$/i.test(attribute(meta, 'http-equiv') ?? '')) return null
  const [, named] = /charset\s*=\s*["']?([^\s"';]{1,100})/i.exec(attribute(meta, 'content') ?? '') ?? []
  return named === undefined ? null : {value: named, offset}
}
