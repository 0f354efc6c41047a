/** Puts the short text that inboxes show beside the subject where they look for it: first in the body, unseen in the mail. */
import type {CompiledPart, PartNode} from './compile-part.ts'

const BEFORE = '<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">'
/** Blanks that keep what follows out of the inbox's line. */
const AFTER = `${'&#8199;&#65279;&#847; '.repeat(40)}</div>`

/** preheader: compiled as text. */
export function withPreheader(html: CompiledPart, preheader: CompiledPart): CompiledPart {
  const words = [literal(BEFORE), ...preheader.map(asHtml), literal(AFTER)]
  const opener = html.findIndex((node) => node.kind === 'literal' && BODY.test(withoutComments(node.text)))
  const at = html.findIndex((node, i) => i >= opener && bodyEndIn(node, i === opener) !== null)
  if (opener < 0 || at < 0) return [...words, ...html]
  const node = html[at] as PartNode & {kind: 'literal'}
  const end = bodyEndIn(node, at === opener)!
  return [
    ...html.slice(0, at),
    literal(node.text.slice(0, end)),
    ...words,
    literal(node.text.slice(end)),
    ...html.slice(at + 1),
  ]
}

const BODY = /<body\b/i

/** A body for one mail program alone stands in a comment; blanks in its place keep every offset. */
function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
}

/** Behind the tag's bracket; null when this node does not hold it. */
function bodyEndIn(node: PartNode, isOpener: boolean): number | null {
  if (node.kind !== 'literal') return null
  const text = withoutComments(node.text)
  const end = text.indexOf('>', isOpener ? text.search(BODY) : 0)
  return end < 0 ? null : end + 1
}

function asHtml(node: PartNode): PartNode {
  if (node.kind === 'literal')
    return literal(node.text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;')))
  if (node.kind === 'slot') return {...node, context: 'text', isInComment: false}
  return {...node, body: node.body.map(asHtml)}
}

function literal(text: string): PartNode {
  return {kind: 'literal', text}
}
