/**
 * What a reader sees of a mail's parts: one HTML rendering and one of plain text, each put together from the parts that
 * mail programs show one below the other (RFC 2046 section 5.1, RFC 2387). Attachments and mails within the mail are left aside.
 */
import type {Entity} from './split-mail.ts'

export interface ShownPiece {
  readonly entity: Entity
  /** A plain text between pieces of HTML. */
  readonly isTextInHtml: boolean
}

export interface ShownParts {
  /** Null where some part exists as HTML alone: then there is no text to read instead. */
  readonly text: readonly ShownPiece[] | null
  readonly html: readonly ShownPiece[]
  readonly hasHtml: boolean
}

const NOTHING: ShownParts = {text: [], html: [], hasHtml: false}

/** Depth and number of parts are those of the splitter. */
export function shownParts(entity: Entity): ShownParts {
  const {type, children} = entity
  if (isAttached(entity)) return NOTHING
  if (type.value === 'text/plain')
    return {text: [{entity, isTextInHtml: false}], html: [{entity, isTextInHtml: true}], hasHtml: false}
  if (type.value === 'text/html') return {text: null, html: [{entity, isTextInHtml: false}], hasHtml: true}
  if (type.value === 'multipart/alternative') return bestOf(children.map(shownParts))
  // The first part is the mail; what follows is what it refers to, or its signature.
  if (type.value === 'multipart/related' || type.value === 'multipart/signed')
    return children[0] === undefined ? NOTHING : shownParts(children[0])
  return oneBelowTheOther(children.map(shownParts))
}

/** RFC 2183: what is to be kept apart; text with a name is a file as well, unless it says inline. */
export function isAttached({disposition, type}: Entity): boolean {
  if (disposition.value === 'attachment') return true
  return disposition.value !== 'inline' && type.parameters.has('name')
}

function bestOf(ways: readonly ShownParts[]): ShownParts {
  const some = ways.filter(({text, html}) => (text?.length ?? 0) > 0 || html.length > 0)
  const plain = some.find(({text, hasHtml}) => text !== null && !hasHtml) ?? some.find(({text}) => text !== null)
  const rich = some.findLast(({hasHtml}) => hasHtml)
  if (rich === undefined) return plain ?? NOTHING
  return {text: plain?.text ?? null, html: rich.html, hasHtml: true}
}

function oneBelowTheOther(parts: readonly ShownParts[]): ShownParts {
  return {
    text: parts.some(({text}) => text === null) ? null : parts.flatMap(({text}) => text!),
    html: parts.flatMap(({html}) => html),
    hasHtml: parts.some(({hasHtml}) => hasHtml),
  }
}

/** All parts that hold no other, in their order, mails within the mail among them. */
export function leavesOf(entity: Entity): readonly Entity[] {
  return entity.children.length === 0 ? [entity] : entity.children.flatMap(leavesOf)
}
