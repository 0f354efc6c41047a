/** Tags of other sending systems in a part: they would be sent as they stand. */

import type {PartKind} from '../templates/compile-part.ts'
import {parseTemplate} from '../templates/parse-template.ts'
import {matchesIn} from './find-phrases.ts'
import {FOREIGN_TAG} from './phrases/merge-tags.ts'

/** Comments, styles and scripts hold much that looks alike and nobody reads. */
const HTML_UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

/** Each kind of tag once, where it stands first. */
export function foreignTagsIn(
  source: string,
  kind: PartKind,
): readonly {readonly tag: string; readonly offset: number}[] {
  const found = new Map<string, number>()
  const seen = kind === 'html' ? blanked(source, HTML_UNSEEN) : source
  // Template comments are taken out before a mail is made.
  const comments = parseTemplate(source).tags.filter((tag) => tag.kind === 'comment')
  for (const {0: tag, index: offset} of matchesIn(FOREIGN_TAG, seen))
    if (!found.has(tag) && !comments.some(({start, end}) => start <= offset && offset < end)) found.set(tag, offset)
  return [...found].map(([tag, offset]) => ({tag, offset}))
}

/** Blanks in their place keep every offset. */
function blanked(source: string, unseen: RegExp): string {
  return source.replace(unseen, (stretch) => ' '.repeat(stretch.length))
}
