/** Where an offset of a part stands in the file that it was written in. */
import {placeOf} from '../templates/parse-template.ts'
import {excerptOf, seenOffset} from './excerpt.ts'
import type {Spot} from './spot.ts'
import type {PartView} from './template-view.ts'

/** What is missing, at the end of a part, has no line to show. */
export function spotIn(part: PartView, offset: number): Spot {
  const at = seenOffset(part.source, offset)
  const isShown = offset < part.source.length
  if (part.placeOf !== undefined) {
    const {file, line, column, excerpt} = part.placeOf(at)
    return {file, line, column, ...(isShown && {excerpt: excerpt ?? excerptOf(part.source, at)})}
  }
  const {line, column} = placeOf(part.source, at)
  return {
    file: part.file,
    line: part.start.line + line - 1,
    column: line === 1 ? part.start.column + column - 1 : column,
    ...(isShown && {excerpt: excerptOf(part.source, at)}),
  }
}
