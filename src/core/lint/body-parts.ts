/** The parts of a template that carry the labels a law asks for, with what rules ask of them again and again. */
import type {PartView, TemplateView} from './template-view.ts'

export interface BodyPart {
  readonly part: PartView
  /** Index in view.parts. */
  readonly index: number
  /** For complaints that something is missing: the end of the part. */
  readonly end: {readonly part: number; readonly offset: number}
}

export function bodyParts(view: TemplateView): readonly BodyPart[] {
  return view.parts.flatMap((part, index) =>
    part.kind === 'subject' ? [] : [{part, index, end: {part: index, offset: part.source.length}}],
  )
}

/** True when the reader will see that built-in value, e.g. sender.name, filled in for its tag. */
export function showsTag(part: PartView, name: string): boolean {
  if (!part.tags.some((tag) => tag.kind === 'variable' && tag.name === name)) return false
  return new RegExp(`\\{\\{\\s*${name.replaceAll('.', '\\.')}\\s*(?:\\|[^{}]*)?\\}\\}`, 'u').test(part.visible.text)
}
