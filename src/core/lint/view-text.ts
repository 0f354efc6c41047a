/** A plain text part, or a subject, as rules see it: every character is seen as written, addresses are links. */
import {parseTemplate} from '../templates/parse-template.ts'
import {bareLinks} from './bare-links.ts'
import type {PartView} from './template-view.ts'
import {NO_MARKUP} from './template-view.ts'
import {startVisible} from './visible-text.ts'

/** start: where the text begins in its file, {line: 1, column: 1} for a whole file. Never throws. */
export function viewText(
  kind: 'text' | 'subject',
  source: string,
  file: string,
  start: PartView['start'] = {line: 1, column: 1},
): PartView {
  const {tags} = parseTemplate(source)
  const builder = startVisible()
  let at = 0
  for (const comment of tags.filter((tag) => tag.kind === 'comment')) {
    builder.addExact(source.slice(at, comment.start), at)
    at = comment.end
  }
  builder.addExact(source.slice(at), at)
  const visible = builder.finish()
  const links = bareLinks(visible.text).map(({href, start: from, end}) => ({
    href,
    anchor: visible.text.slice(from, end),
    offset: visible.sourceOffset(from),
    start: from,
    end,
  }))
  return {kind, file, start, source, visible, alternatives: [], links, ...NO_MARKUP, tags}
}
