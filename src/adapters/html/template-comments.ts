/** HTML as it will be sent: template comments are taken out before a mail is made. */
import type {PartView} from '../../core/lint/template-view.ts'

/** tags: of the source. Blanks in place of comments keep every offset. */
export function withoutComments(source: string, tags: PartView['tags']): string {
  let kept = ''
  let at = 0
  for (const {kind, start, end} of tags) {
    if (kind !== 'comment') continue
    kept += source.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return kept + source.slice(at)
}
