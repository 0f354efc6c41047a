/** Where an offset of a part stands in the file that it was written in. */
import {placeOf} from '../templates/parse-template.ts'
import {excerptOf} from './excerpt.ts'
import type {Spot} from './spot.ts'
import type {PartView} from './template-view.ts'

/** At the end of a part there is no line to show. */
export function spotIn(part: PartView, offset: number): Spot {
  const shown = offset < part.source.length ? {excerpt: excerptOf(part.source, offset)} : {}
  if (part.placeOf !== undefined) {
    const {file, line, column, excerpt} = part.placeOf(offset)
    return {file, line, column, ...shown, ...(excerpt !== undefined && offset < part.source.length && {excerpt})}
  }
  const {line, column} = placeOf(part.source, offset)
  return {
    file: part.file,
    line: part.start.line + line - 1,
    column: line === 1 ? part.start.column + column - 1 : column,
    ...shown,
  }
}
