/**
 * A part with its partials written out where they stand, as the linter and the making of a text part read it; every
 * place in it is known in the file it came from.
 */
import {excerptOf} from '../lint/excerpt.ts'
import type {Spot} from '../lint/spot.ts'
import type {PartText} from './compile-part.ts'
import {MAX_DEPTH, parseTemplate, placeOf} from './parse-template.ts'

export interface AssembledPart {
  readonly source: string
  placeOf(offset: number): Spot
}

interface Piece {
  /** Where it begins in the assembled source. */
  readonly at: number
  readonly of: PartText
  /** Where it begins in that file's source. */
  readonly from: number
}

/** Expanded text of one part, and partials in it: more than any mail has. */
const MAX_CHARS = 4_000_000
const MAX_PARTIALS = 10_000

/** A partial that is not there, includes itself, or lies too deep or beyond those limits, stays a tag. Never throws. */
export function assemble(text: PartText, partials: ReadonlyMap<string, PartText>): AssembledPart {
  const pieces: Piece[] = []
  let source = ''
  let included = 0
  const add = (of: PartText, from: number, to: number) => {
    if (to === from) return
    pieces.push({at: source.length, of, from})
    source += of.source.slice(from, to)
  }
  const write = (of: PartText, above: readonly string[]) => {
    let from = 0
    for (const {kind, name, start, end} of parseTemplate(of.source).tags) {
      const partial = kind === 'partial' && !above.includes(name) ? partials.get(name) : undefined
      if (partial === undefined || above.length >= MAX_DEPTH) continue
      if (included >= MAX_PARTIALS || source.length + partial.source.length > MAX_CHARS) continue
      included += 1
      add(of, from, start)
      write(partial, [...above, name])
      from = end
    }
    add(of, from, of.source.length)
  }
  write(text, [])
  return {source, placeOf: (offset) => placeInPieces(pieces, text, offset)}
}

function placeInPieces(pieces: readonly Piece[], whole: PartText, offset: number): Spot {
  const piece = pieces.findLast(({at}) => at <= offset) ?? {at: 0, of: whole, from: 0}
  const own = piece.from + offset - piece.at
  if (piece.of.placeOf !== undefined) return piece.of.placeOf(own)
  const {line, column} = placeOf(piece.of.source, own)
  const {file, at, source} = piece.of
  // Around it stands what another file holds.
  const excerpt = excerptOf(source, own)
  if (!at) return {file, line, column, excerpt}
  return {file, excerpt, line: at.line + line - 1, column: line === 1 ? at.column + column - 1 : column}
}
