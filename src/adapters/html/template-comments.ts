/** HTML as it will be sent: template comments are taken out before a mail is made. */
import type {PartView} from '../../core/lint/template-view.ts'

/** Comments of a source that speak to us (todoke-…), in either form: their words, and where those stand. Linear. */
export function commentsOfOurs(source: string): readonly {readonly words: string; readonly offset: number}[] {
  return [...source.matchAll(/(?:<!--|\{\{!)(?=\s*todoke-[a-z])/g)].flatMap(({0: opener, index}) => {
    const offset = index + opener.length
    const end = source.indexOf(opener === '<!--' ? '-->' : '}}', offset)
    return end < 0 ? [] : [{words: source.slice(offset, end), offset}]
  })
}

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
