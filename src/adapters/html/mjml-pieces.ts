/** One text made of pieces of several files, which still knows where each of its signs was written. */
import {placeOf} from '../../core/templates/parse-template.ts'
import type {TemplatePlace, TemplateText} from '../../ports/templates.ts'

export interface MjmlPiece {
  readonly text: string
  readonly from: TemplateText
  /** Offset in the source it is from. */
  readonly at: number
  /** Words of our own: all of them are told at the same place. */
  readonly isOurs: boolean
}

export interface JoinedPieces {
  readonly source: string
  /** Of an offset in source. */
  placeOf(offset: number): TemplatePlace
}

/** At least one piece. */
export function joinPieces(pieces: readonly MjmlPiece[]): JoinedPieces {
  const begins: number[] = []
  let source = ''
  for (const {text} of pieces) {
    begins.push(source.length)
    source += text
  }
  return {
    source,
    placeOf: (offset) => {
      const index = begins.findLastIndex((begin) => begin <= offset)
      const {from, at, isOurs} = pieces[index]!
      return {file: from.file, ...placeOf(from.source, isOurs ? at : at + offset - begins[index]!)}
    },
  }
}

/** start, end: offsets in the joined text. */
export function replaceIn(
  pieces: readonly MjmlPiece[],
  {start, end}: {readonly start: number; readonly end: number},
  put: readonly MjmlPiece[],
): readonly MjmlPiece[] {
  const cut = (from: number, to: number) => {
    let begin = 0
    return pieces.flatMap((piece) => {
      const [first, last] = [Math.max(from - begin, 0), Math.min(to - begin, piece.text.length)]
      begin += piece.text.length
      return first < last
        ? [{...piece, text: piece.text.slice(first, last), at: piece.at + (piece.isOurs ? 0 : first)}]
        : []
    })
  }
  return [...cut(0, start), ...put, ...cut(end, Number.POSITIVE_INFINITY)]
}
