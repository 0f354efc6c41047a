/** Where the elements of MJML begin and end in a text, read as mjml reads them, so that parts can be put in; nothing is judged. */

/** Tags of ours; what stands in them is no MJML. */
export const TAG = /\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g

export interface MjmlElement {
  /** In small letters: mjml, mj-… */
  readonly name: string
  /** Offsets of the opening tag, end exclusive. */
  readonly start: number
  readonly end: number
  /** Of the opening tag; a tag of ours in them is blanked. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: MjmlElement | null
  /** `<mj-… />`: it has no content. */
  readonly isEmpty: boolean
  /** Where its content ends; without a closing tag, where the element around it ends. */
  readonly contentEnd: number
  readonly isClosed: boolean
}

export interface MjmlElements {
  /** In their order. An mj-include never has content. */
  readonly elements: readonly MjmlElement[]
  /** Closing tags that close nothing; mjml passes over them. */
  readonly strays: readonly {readonly start: number; readonly end: number}[]
  /** Where an mj-include stands that is no element, e.g. in the middle of another tag. */
  readonly unread: readonly number[]
  /** Where a comment begins that never ends; null: none does. */
  readonly openComment: number | null
}

export function elementsIn(source: string): MjmlElements {
  const bare = withoutWords(source)
  const elements: MjmlElement[] = []
  const strays: {start: number; end: number}[] = []
  const open: {-readonly [Key in keyof MjmlElement]: MjmlElement[Key]}[] = []
  for (const {name, start, end, isClosing} of tagsIn(bare)) {
    if (isClosing) {
      const depth = open.findLastIndex((element) => element.name === name)
      const [own, ...inner] = depth < 0 ? [] : open.splice(depth)
      if (own === undefined) strays.push({start, end})
      else own.isClosed = true
      for (const element of own === undefined ? [] : [own, ...inner]) element.contentEnd = start
    } else {
      const isEmpty = name === 'mj-include' || bare[end - 2] === '/'
      const attributes = attributesIn(bare.slice(start + 1 + name.length, end - 1))
      const place = {name, start, end, attributes, parent: open.at(-1) ?? null}
      const element = {...place, isEmpty, isClosed: isEmpty, contentEnd: isEmpty ? end : source.length}
      elements.push(element)
      if (!isEmpty) open.push(element)
    }
  }
  const read = new Set(elements.map(({start}) => start))
  const unread = [...bare.matchAll(/<mj-include\b/gi)].map(({index}) => index).filter((index) => !read.has(index))
  const comment = bare.indexOf('<!--')
  return {elements, strays, unread, openComment: comment < 0 ? null : comment}
}

/** Tags and comments are blanked in their place, so that every offset is kept. */
function withoutWords(source: string): string {
  const blank = (words: string) => ' '.repeat(words.length)
  return source
    .replace(TAG, (tag) => '_'.repeat(tag.length))
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, blank)
}

interface MjmlTag {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly isClosing: boolean
}

/** A tag that never ends swallows the rest, for mjml too. */
function tagsIn(bare: string): readonly MjmlTag[] {
  const begin = /<(\/?)(mjml|mj-[a-z-]+)(?=[\s/>])/gi
  const rest = /(?:[^"'>]|"[^"]*"|'[^']*')*>/y
  const tags: MjmlTag[] = []
  for (let found = begin.exec(bare); found !== null; found = begin.exec(bare)) {
    rest.lastIndex = begin.lastIndex
    if (!rest.test(bare)) break
    tags.push({
      name: found[2]!.toLowerCase(),
      start: found.index,
      end: rest.lastIndex,
      isClosing: found[1] === '/',
    })
    begin.lastIndex = rest.lastIndex
  }
  return tags
}

/** The first of a name counts. */
function attributesIn(words: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, double, single, bare] of words.matchAll(
    /([^\s"'=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  ))
    if (!attributes.has(name!)) attributes.set(name!, double ?? single ?? bare!)
  return attributes
}
