/** What a place in HTML is: content, a comment that no reader sees, or CSS and script, where no value may be filled. */

export type Zone = 'content' | 'comment' | 'code'

/**
 * Conditional comments are content, for Outlook; so are comments that only hold a block's tag, put there to keep an
 * editor from seeing it. Linear.
 */
const UNSEEN =
  /<!--(?!\[if\b|<!\[endif|\s{0,5}(?:\*\|(?:IF|ELSE|END|INTERESTED)|\{%-?\s{0,5}(?:if|else|elsif|elif|unless|case|for|end)|<%(?![-=])|\{\{[#^/]|\{\{-?\s{0,5}(?:if|else|end|range|with)\b))|<(style|script)\b/gi

/** Answers for offsets that do not go back. isHtml: plain text is content throughout. */
export function zonesOf(source: string, isHtml: boolean): (offset: number) => Zone {
  const stretches = isHtml ? unseenOf(source) : []
  let at = 0
  return (offset) => {
    while (at < stretches.length && stretches[at]!.end <= offset) at += 1
    const here = stretches[at]
    return here !== undefined && here.start <= offset ? here.zone : 'content'
  }
}

function unseenOf(source: string): readonly {readonly zone: Zone; readonly start: number; readonly end: number}[] {
  const found: {zone: Zone; start: number; end: number}[] = []
  const opener = new RegExp(UNSEEN)
  for (let hit = opener.exec(source); hit !== null; hit = opener.exec(source)) {
    const isComment = hit[1] === undefined
    const end = isComment ? endOf(source, hit.index, '-->') : endOfElement(source, hit.index, hit[1]!)
    found.push({zone: isComment ? 'comment' : 'code', start: hit.index, end})
    opener.lastIndex = end
  }
  return found
}

function endOf(source: string, from: number, closer: string): number {
  const at = source.indexOf(closer, from)
  return at < 0 ? source.length : at + closer.length
}

function endOfElement(source: string, from: number, name: string): number {
  const closer = new RegExp(`</${name}`, 'gi')
  closer.lastIndex = from
  return closer.exec(source)?.index ?? source.length
}
